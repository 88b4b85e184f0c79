/** What `search_fold` in the migration does, letter by letter; a spec compares the two. */
const FOLDED: Record<string, string> = { '\u0622': '\u0627', '\u0623': '\u0627', '\u0625': '\u0627', '\u0671': '\u0627', '\u0649': '\u064A', '\u0629': '\u0647' };
const ORNAMENTS = /[\u0640\u064B-\u0652\u0670]/;

export function foldText(text: string): string {
  return Array.from(text, (letter) => (ORNAMENTS.test(letter) ? '' : (FOLDED[letter] ?? letter))).join('');
}

/** PostgreSQL's headline takes `<…>` for a tag and drops it; blanks instead keep every letter in its place. */
export function withoutMarkup(text: string): string {
  return text.replace(/[<>&\u0001\u0002]/g, ' ');
}

/** Where the words were found in `text`, given its folded form with marks. Empty where the two don't belong together. */
export function foundIn(text: string, marked: string): [start: number, end: number][] {
  // Position of each folded character in the text as it was written.
  const places: number[] = [];
  for (let place = 0; place < text.length; place += 1) if (!ORNAMENTS.test(text[place]!)) places.push(place);
  const ranges: [number, number][] = [];
  let folded = 0;
  let start = 0;
  for (const character of marked) {
    if (character === '\u0001') start = folded;
    else if (character === '\u0002') ranges.push([places[start] ?? 0, (places[folded - 1] ?? 0) + 1]);
    else folded += character.length;
  }
  return folded === places.length ? ranges : [];
}

const BEFORE = 70;
const LENGTH = 240;

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPED[character]!);

/** A piece of the text around the first word found, as HTML: everything escaped, the words in <mark>. */
export function snippetOf(text: string, found: readonly (readonly [number, number])[]): string {
  const from = found[0] ? beginningOfWord(text, Math.max(0, found[0][0] - BEFORE)) : 0;
  const to = endOfWord(text, Math.min(text.length, from + LENGTH));
  let html = from > 0 ? '… ' : '';
  let at = from;
  for (const [start, end] of found) {
    if (start < at || end > to) continue;
    html += `${escape(text.slice(at, start))}<mark>${escape(text.slice(start, end))}</mark>`;
    at = end;
  }
  return `${html}${escape(text.slice(at, to))}${to < text.length ? ' …' : ''}`;
}

function beginningOfWord(text: string, near: number): number {
  if (near === 0) return 0;
  const space = text.indexOf(' ', near);
  return space >= 0 && space - near < 40 ? space + 1 : near;
}

function endOfWord(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const space = text.lastIndexOf(' ', near);
  return near - space < 40 ? space : near;
}

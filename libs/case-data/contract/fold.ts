/**
 * A text as the rules read it: one kind of digit, space, dash and quotation; no marks that nobody sees, no emphasis of Markdown.
 * Each unit remembers where it came from, so that a finding points at the text as it was written.
 */
export interface Folded {
  text: string;
  /** Where the unit at an index begins and ends in the written text. */
  from: Uint32Array;
  to: Uint32Array;
}

/** Zero width, directions, soft hyphens, variation selectors, tags; and the Arabic sign that only lengthens a word. */
const WITHOUT_WEIGHT = /\p{Default_Ignorable_Code_Point}|\u0640/u;
const DIGIT = /\p{Nd}/u;
const MARK = /\p{Mn}/u;
const SINGLE: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ک: 'ك', ی: 'ي', '،': ',', '؛': ';', '٫': '.', '’': "'", 'ʼ': "'", '‘': "'", '´': "'", '⁄': '/', '∕': '/', '\t': ' ', '\r': ' ', '\v': ' ', '\f': ' ', '\u0085': ' ', '\u2028': ' ' };
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(nbsp|commat|period|hyphen|shy|lowbar|plus|num));?/y;
const NAMED: Record<string, string> = { nbsp: ' ', commat: '@', period: '.', hyphen: '-', shy: '', lowbar: '_', plus: '+', num: '#' };

export function fold(written: string): Folded {
  const units: string[] = [];
  const from = new Uint32Array(written.length + 1);
  const to = new Uint32Array(written.length + 1);
  let size = 0;
  const put = (piece: string, start: number, end: number) => {
    for (let index = 0; index < piece.length && size < from.length; index++) {
      units.push(piece[index]!);
      from[size] = start;
      to[size] = end;
      size++;
    }
  };
  for (let at = 0; at < written.length; ) {
    const code = written.codePointAt(at)!;
    const end = at + (code > 0xffff ? 2 : 1);
    // Nearly everything: letters and signs of ASCII that mean only themselves.
    if (code < 0x80 && code > 0x20 && !(code === 0x5c || code === 0x26 || code === 0x2a || code === 0x60)) {
      put(written[at]!, at, end);
      at = end;
      continue;
    }
    if (code === 0x26) {
      const entity = entityAt(written, at);
      if (entity) {
        put(foldCharacter(entity.character), at, entity.end);
        at = entity.end;
        continue;
      }
    }
    if (MARK.test(written.slice(at, end)) && size > 0) {
      const composed = (units[size - 1]! + written.slice(at, end)).normalize('NFC');
      if (composed.length === 1) {
        units[size - 1] = foldCharacter(composed) || composed;
        to[size - 1] = end;
        at = end;
        continue;
      }
    }
    put(escapes(code, written, end) ? '' : foldCharacter(written.slice(at, end)), at, end);
    at = end;
  }
  return { text: units.join(''), from: from.subarray(0, size), to: to.subarray(0, size) };
}

/** Signs that Markdown takes away: emphasis, code, and the backslash before a sign. */
function escapes(code: number, written: string, next: number): boolean {
  if (code === 0x2a || code === 0x60) return true;
  return code === 0x5c && /[!-/:-@[-`{-~]/.test(written[next] ?? '');
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0)!;
  if (code === 0x0a || code < 0x80) return SINGLE[character] ?? character;
  if (WITHOUT_WEIGHT.test(character) || (code > 0x600 && code < 0x6ee && MARK.test(character))) return '';
  const single = SINGLE[character];
  if (single !== undefined) return single;
  if (DIGIT.test(character)) return String(valueOfDigit(code));
  if (/\p{Zs}/u.test(character)) return ' ';
  if (/[\p{Pd}\u2043\u2212\u02d7]/u.test(character)) return '-';
  // Full width, mathematical and other dressed letters: what they stand for.
  const plain = /[\uff01-\uff5e\ufe50-\ufe6b\u2460-\u24ff]|[\u{1d400}-\u{1d7ff}]/u.test(character) ? character.normalize('NFKC') : character;
  return plain.length === 1 ? plain : character;
}

/** Decimal digits come in tens that begin at zero (Unicode, chapter 4.6); those for mathematics follow each other without a gap. */
function valueOfDigit(code: number): number {
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

function entityAt(written: string, at: number): { character: string; end: number } | null {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(written);
  if (!match) return null;
  const [whole, decimal, hexadecimal, name] = match;
  if (name && !whole.endsWith(';')) return null;
  const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  const character = name ? NAMED[name]! : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
  return character === null ? null : { character: character || '\u00ad', end: at + whole.length };
}

/** Where in the written text the folded range lies. */
export function writtenRange({ from, to }: Folded, start: number, end: number): { from: number; to: number } {
  return { from: from[start]!, to: to[end - 1]! };
}

import { foldText } from '../snippet';

/** Letters that Unicode does not take apart. */
const LATIN: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' };
const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LONGEST = 40;

/**
 * A word in a-z and 0-9, under which likeness is looked for: without accents, and each Arabic letter as one sign of its own.
 * PostgreSQL's trigrams only know letters of the server's locale, which may be "C".
 */
export function shapeOf(word: string): string {
  const folded = withoutArticle(foldText(word.normalize('NFC').toLowerCase()));
  return Array.from(folded.replace(/[ßøæœđðþłı]/g, (letter) => LATIN[letter]!).normalize('NFKD'), signOf).join('').slice(0, LONGEST);
}

function signOf(letter: string): string {
  const code = letter.codePointAt(0)!;
  if (code >= 0x621 && code <= 0x63a) return SIGNS[code - 0x621]!;
  if (code >= 0x641 && code <= 0x64a) return SIGNS[26 + code - 0x641]!;
  return /[a-z0-9]/.test(letter) ? letter : '';
}

/** The Arabic article is part of the written word, and often left out when one searches. */
function withoutArticle(word: string): string {
  return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
}

/** The different words of a text, in small letters. Numbers and single letters are nobody's typing mistake. */
export function wordsIn(text: string): Set<string> {
  const found = foldText(text.normalize('NFC').toLowerCase()).match(/\p{L}[\p{L}\p{M}]{2,39}/gu) ?? [];
  return new Set(found);
}

/** The words of a query as they were typed. */
export function tokensOf(query: string): string[] {
  return (query.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, 8);
}

/** How many letters differ, at most: a word of three has none to spare, a long one may have three. */
export function patienceFor(length: number): number {
  return length <= 3 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3;
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
export function distance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length]!;
}

/** The two halves of a possible compound, each of at least four letters; German and the Nordic languages put an s, n or e between. */
export function halvesOf(shape: string): [left: string, right: string][] {
  const halves: [string, string][] = [];
  for (let at = 4; at <= shape.length - 4; at += 1) {
    const left = shape.slice(0, at);
    const right = shape.slice(at);
    halves.push([left, right]);
    if (left.length > 4 && /[sne]$/.test(left)) halves.push([left.slice(0, -1), right]);
  }
  return halves;
}

import type { Found } from '../finding';
import { wordBefore } from '../nearby';

const START = String.raw`(?<![\p{L}\p{N}-])`;
const END = String.raw`(?![\p{L}\p{N}])(?!-[\p{L}\p{N}])`;

/** Shapes that little else has: they ask; with a word like "car" before them they are sure. */
const OWN: string[] = [
  '[A-ZÅÄÖ]{3}-\\d{3}', // Finland
  '(?:[A-Z]{2}-\\d\\d-\\d\\d|\\d\\d-\\d\\d-[A-Z]{2}|\\d\\d-[A-Z]{2}-\\d\\d|[A-Z]{2}-\\d\\d-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\\d\\d|\\d\\d-[A-Z]{2}-[A-Z]{2}|\\d\\d-[A-Z]{3}-\\d|\\d-[A-Z]{3}-\\d\\d|[A-Z]{2}-\\d{3}-[A-Z]|[A-Z]-\\d{3}-[A-Z]{2})', // Netherlands
  '[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\\d{2,4}[EH]?', // Germany
  '\\d{4} ?[BCDFGHJKLMNPRSTVWXYZ]{3}', // Spain: no vowels
  '[A-Z]{2} \\d{2} \\d{3}', // Denmark
];
/** Shapes that other things have as well: only with the word. */
const SHARED: string[] = [
  '[A-Z]{2}\\d\\d ?[A-Z]{3}', '[A-ZÅÄÖ]{2,3}[- ]?\\d{1,3}', '[A-Z]{3} ?\\d\\d[A-Z\\d]', '[A-Z]{2} ?\\d{4,5}', '[A-ZÄÖÜ]{1,3}[ -][A-Z]{1,2}[ -]?\\d{1,4}[EH]?', '[A-Z]{1,3}[- ]?\\d{2,4}[- ]?[A-Z]{0,3}',
  '(?:[\\u0621-\\u064a] ?){1,3}\\d{3,4}', '\\d{3,4} ?(?:[\\u0621-\\u064a] ){2}[\\u0621-\\u064a]', '[A-Z]{2}\\d\\d{3}',
];
const own = new RegExp(`${START}(?:${OWN.join('|')})${END}`, 'gu');
const shared = new RegExp(`${START}(?:${SHARED.join('|')})${END}`, 'gu');
const NO_PLATE = /^(?:COVID|ISO|DIN|EU|UN|NATO|ICD|GDPR|UTF|SHA|USB|PDF|RFC|HIV|SDG|NGO|ECHR|CVE|RAN|PVE|NOK|SEK|DKK|EUR|USD|GBP|TOP)[- ]?\d/u;

export function* plates(text: string): Generator<Found> {
  for (const match of text.matchAll(own)) {
    if (!NO_PLATE.test(match[0])) yield { kind: 'plate', from: match.index, to: match.index + match[0].length, certainty: wordBefore('plate', text, match.index) ? 'certain' : 'likely' };
  }
  for (const match of text.matchAll(shared)) {
    if (!NO_PLATE.test(match[0]) && wordBefore('plate', text, match.index)) yield { kind: 'plate', from: match.index, to: match.index + match[0].length, certainty: 'certain' };
  }
}

import { isDay, isDutch, isFinnish, isGermanInsurance, isGermanTax, isLuhn, isNorwegian, isOldDanish, isSpanish } from '../check-digits';
import type { Certainty, Found } from '../finding';
import { wordBefore } from '../nearby';

/** Between two groups of one number: spaces, a dash, a point, a slash, in any order people type them. */
const GAP = '[ ]{0,2}[-./]?[ ]{0,2}';
const START = String.raw`(?<![\p{L}\p{N}])(?<!\d[-./])`;
const END = String.raw`(?![\p{L}\p{N}])(?![-./]\d)`;
const shape = (source: string) => new RegExp(START + source + END, 'gu');

interface Rule {
  shape: RegExp;
  /** How sure the number alone makes us; null: it is no such number. */
  judge(match: RegExpExecArray, text: string): Certainty | null;
}

const day = (digits: string | undefined) => Number(digits) % 40; // Norway and Denmark add 40 or 60 for some people
const certainIf = (holds: boolean, otherwise: Certainty | null = null): Certainty | null => (holds ? 'certain' : otherwise);

const RULES: Rule[] = [
  {
    // Finland: 131052-308T; the sign is the century, with the letters of 2023.
    shape: shape(String.raw`(\d\d)(\d\d)(\d\d)[ ]?[-+A-FU-Ya-fu-y][ ]?(\d{3})([\dA-Ya-y])`),
    judge: ([, d, m, y, number, check]) => (isDay(Number(d), Number(m)) ? certainIf(isFinnish(d! + m + y + number, check!), /\d/.test(check!) ? null : 'likely') : null),
  },
  {
    // Norway: 010190 12345; D-numbers add 40 to the day, synthetic ones 40 or 80 to the month.
    shape: shape(String.raw`(\d\d)${GAP}(\d\d)${GAP}(\d\d)${GAP}(\d{3}) ?(\d\d)`),
    judge: ([, d, m, y, number, checks]) => certainIf(isDay(Number(d) > 40 ? Number(d) - 40 : Number(d), day(m)) && isNorwegian(d! + m + y + number + checks)),
  },
  {
    // Sweden: 811228-9874, 19811228-9874; coordination numbers add 60 to the day. Swedish numbers of companies have a month of 20 and more.
    shape: shape(String.raw`((?:19|20)?)(\d\d)${GAP}(\d\d)${GAP}(\d\d)[ ]{0,2}[-+]?[ ]{0,2}(\d{3}) ?(\d)`),
    judge: ([, , y, m, d, number, check]) => certainIf(isDay(Number(d) > 60 ? Number(d) - 60 : Number(d), Number(m)) && isLuhn(y! + m + d + number + check)),
  },
  {
    // Denmark: 070761-4285. Since 2007 without a check, so the dash or the word says it.
    shape: shape(String.raw`(\d\d)(\d\d)(\d\d)[ ]{0,2}(-?)[ ]{0,2}(\d{4})`),
    judge: (match, text) => {
      const [whole, d, m, y, dash, number] = match;
      if (!isDay(Number(d) > 60 ? Number(d) - 60 : Number(d), Number(m))) return null;
      return certainIf(dash === '-' || isOldDanish(d! + m + y + number) || wordBefore('id', text, match.index), whole!.includes(' ') ? null : 'likely');
    },
  },
  { shape: shape(String.raw`\d(?:[ -]?\d){10}`), judge: ([whole]) => certainIf(isGermanTax(whole!.replace(/\D/g, ''))) },
  {
    shape: shape(String.raw`(\d\d)[ ]?(\d\d)[ ]?(\d\d)[ ]?(\d\d)[ ]?([A-Za-z])[ ]?(\d{2})[ ]?(\d)`),
    judge: ([whole, , d, m]) => certainIf(isDay(Number(d) % 50, Number(m)) && isGermanInsurance(whole!.replace(/ /g, '')), 'likely'),
  },
  {
    // The Netherlands: nine digits, and one in eleven passes by chance: the word, or the usual grouping, makes it sure.
    shape: shape(String.raw`\d{8,9}|\d{4}\.\d{2}\.\d{3}|\d{3}[ .]\d{3}[ .]\d{3}`),
    judge: (match, text) => {
      const digits = match[0].replace(/\D/g, '').padStart(9, '0');
      if (!isDutch(digits)) return null;
      return wordBefore('id', text, match.index) || /^\d{4}\./.test(match[0]) ? 'certain' : match[0].length === 9 ? 'likely' : null;
    },
  },
  {
    shape: shape(String.raw`(\d{8}|\d{2}\.\d{3}\.\d{3}|[XYZxyz][ -]?\d{7})[ ]?-?[ ]?([A-HJ-NP-TV-Za-hj-np-tv-z])`),
    judge: ([, number, letter]) => certainIf(isSpanish(number!.replace(/[ .-]/g, '').replace(/^[xyz]/i, (sign) => String('XYZ'.indexOf(sign.toUpperCase()))), letter!)),
  },
  {
    // United States: SSA, POMS RM 10201.035: no check digit, but areas, groups and serials that are never given.
    shape: shape(String.raw`(\d{3})([- ]?)(\d\d)\2(\d{4})`),
    judge: (match, text) => {
      const [, area, gap, group, serial] = match;
      if (area === '000' || area === '666' || area!.startsWith('9') || group === '00' || serial === '0000') return null;
      return gap === '-' || wordBefore('id', text, match.index) ? 'certain' : null;
    },
  },
  {
    // Any number that is called one, also where its digits do not check: a typing mistake hides nobody.
    shape: shape(String.raw`[A-Za-z]?\d(?:[- ./]?\d){6,11}(?:[- ]?[A-Za-z])?`),
    judge: (match, text) => (wordBefore('id', text, match.index) ? 'likely' : null),
  },
];

export function* nationalIds(text: string): Generator<Found> {
  for (const { shape: numbers, judge } of RULES) {
    for (const match of text.matchAll(numbers)) {
      // Bare digits after "call": a phone's, whatever they add up to.
      if (/^\d+$/.test(match[0]) && wordBefore('call', text, match.index)) continue;
      const certainty = judge(match, text);
      if (certainty) yield { kind: 'nationalId', from: match.index, to: match.index + match[0].length, certainty };
    }
  }
}

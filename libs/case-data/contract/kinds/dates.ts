import { isDay } from '../check-digits';
import type { Found } from '../finding';
import { wordBefore } from '../nearby';
import { MONTH } from '../words/months';
import { tellsOfOffence } from '../words/offences';

const START = String.raw`(?<![\p{L}\p{N}])(?<!\d[-./])`;
const END = String.raw`(?![\p{L}\p{N}])(?![-./]\d)`;
const YEAR = String.raw`(?:19|20)\d\d`;
/** 12.3.2024, 12/03/24, 2024-03-12, 12.3. (with the point that says it is a date). */
const NUMERIC = new RegExp(String.raw`${START}(?:(\d{1,2})(?: ?[./] ?|-)(\d{1,2})(?: ?[./] ?|-)(${YEAR}|\d\d)|(${YEAR})([-./])(\d{1,2})\5(\d{1,2})|(\d{1,2})\. ?(\d{1,2})\.)${END}`, 'gu');
/** 12 March 2024, 12. maaliskuuta, 12 de marzo de 2024; March 12, 2024. */
const WORDED = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:(\d{1,2})(?:st|nd|rd|th|er|\.)? ?(?:of |de |den )?(?:${MONTH})\.?(?!\p{L})(?:,? ?(?:de |del )?(${YEAR})(?!\d))?|(?:${MONTH})\.? (\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d])(?!\.\d)(?:,? (${YEAR})(?!\d))?)`, 'giu');

/** How far an offence may stand from its date: about a sentence. */
const REACH = 90;

export function* dates(text: string): Generator<Found> {
  for (const match of text.matchAll(NUMERIC)) {
    const [whole, d, m, y, year, , month, day, d2, m2] = match;
    const [first, second] = [Number(d ?? day ?? d2), Number(m ?? month ?? m2)];
    if (!isDay(first, second) && !isDay(second, first)) continue;
    yield* judge(text, match.index, whole, year ?? (y?.length === 4 ? y : undefined));
  }
  for (const match of text.matchAll(WORDED)) {
    if (!isDay(Number(match[1] ?? match[3]), 1)) continue;
    yield* judge(text, match.index, match[0], match[2] ?? match[4]);
  }
}

function* judge(text: string, from: number, whole: string, year: string | undefined): Generator<Found> {
  const to = from + whole.length;
  if (wordBefore('birth', text, from)) yield { kind: 'birthDate', from, to, certainty: 'certain', year: Number(year) || undefined };
  else if (tellsOfOffence(sentenceAround(text, from, to))) yield { kind: 'offenceDate', from, to, certainty: 'likely', year: Number(year) || undefined };
}

/** The words around a place, up to where the sentence or the reach ends. */
function sentenceAround(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - REACH), from);
  const after = text.slice(to, to + REACH);
  const begin = Math.max(...[...before.matchAll(/[.!?؟\n](?= ?\p{Lu}|\s*[\u0621-\u064a])/gu)].map(({ index }) => index + 1), 0);
  const end = /[.!?؟\n](?:\s|$)/u.exec(after)?.index ?? after.length;
  return `${before.slice(begin)} ${after.slice(0, end)}`;
}

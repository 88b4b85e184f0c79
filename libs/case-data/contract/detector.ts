import { CASE_DATA_KINDS, type CaseDataFinding, type Found } from './finding';
import { fold, writtenRange } from './fold';
import { bankNumbers } from './kinds/bank-numbers';
import { emails, phones } from './kinds/contacts';
import { dates } from './kinds/dates';
import { names } from './kinds/names';
import { nationalIds } from './kinds/national-ids';
import { addresses, schoolClasses } from './kinds/places';
import { plates } from './kinds/plates';
import { replacementFor } from './words/replacements';

const RULES: readonly ((text: string) => Iterable<Found>)[] = [nationalIds, bankNumbers, emails, phones, plates, dates, names, addresses, schoolClasses];

/** Characters that are read at once: a page may breathe between two pieces. */
const PIECE = 4000;

/**
 * Every place of a text that may tell who somebody is, in the order of the text. Rules of all languages are read at once, because
 * people mix them; `language` (BCP 47) is that of the neutral words. Time grows with the length of the text, whatever stands in it.
 */
export function findCaseData(text: string, language?: string | null): CaseDataFinding[] {
  return [...findInPieces(text, language)].flat();
}

/** The same, piece by piece, for a caller that must not block. */
export function* findInPieces(text: string, language?: string | null): Generator<CaseDataFinding[]> {
  for (const [from, to] of pieces(text)) yield findInPiece(text.slice(from, to), from, language);
}

/** As many paragraphs as fit; a longer one is cut where nothing is cut in two. */
function* pieces(text: string): Generator<[from: number, to: number]> {
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= PIECE ? text.length : cut(text, from + PIECE);
    yield [from, to];
    from = to;
  }
}

/** The last good place before this one: between paragraphs, far from numbers, between sentences, between words. */
function cut(text: string, before: number): number {
  const least = before - PIECE / 2;
  const paragraph = text.lastIndexOf('\n\n', before);
  if (paragraph > least) return paragraph;
  const isGood = [
    (at: number) => text[at] === ' ' && !/[\p{N}@]/u.test(text.slice(at - 40, at + 40)),
    (at: number) => /^[.!?؟] \p{L}/u.test(text.slice(at - 1, at + 2)),
    (at: number) => /^\p{L} \p{L}/u.test(text.slice(at - 1, at + 2)),
  ];
  for (const good of isGood) for (let at = before; at > least; at--) if (good(at)) return at;
  return before;
}

/** A single line break is a space, as Markdown reads it. */
const joinLines = (text: string) => text.replace(/\n\s*/g, (space) => (space.indexOf('\n', 1) > 0 ? space : ` ${space.slice(1)}`));

function findInPiece(text: string, offset: number, language?: string | null): CaseDataFinding[] {
  const folded = fold(joinLines(text));
  const found = RULES.flatMap((rule) => [...rule(folded.text)]);
  return withoutOverlaps(found).map(({ kind, from, to, certainty, ...more }) => {
    const written = withEmphasis(text, writtenRange(folded, from, to));
    return { kind, from: written.from + offset, to: written.to + offset, certainty, replacement: replacementFor(kind, language, more) };
  });
}

/** Takes the asterisks of "**Ahmed**, 14" along: half of a pair would change the look of the rest. */
function withEmphasis(text: string, { from, to }: { from: number; to: number }): { from: number; to: number } {
  const marks = text.slice(from, to).match(/[*`]/g)?.length ?? 0;
  if (marks === 0) return { from, to };
  const before = /[*`]{1,3}$/.exec(text.slice(Math.max(0, from - 3), from))?.[0].length ?? 0;
  const after = /^[*`]{1,3}/.exec(text.slice(to, to + 3))?.[0].length ?? 0;
  return (marks + before) % 2 === 0 && before > 0 ? { from: from - before, to } : { from, to: to + (marks % 2 ? after : 0) };
}

const rank = (found: Found) => (found.certainty === 'certain' ? 0 : 100) + CASE_DATA_KINDS.indexOf(found.kind);

/** Of two that share a place the surer one stays, then the more important, then the longer. */
function withoutOverlaps(found: Found[]): Found[] {
  const byRank = found.toSorted((a, b) => rank(a) - rank(b) || b.to - b.from - (a.to - a.from));
  const taken: Found[] = [];
  for (const one of byRank) {
    const place = firstEndingAfter(taken, one.from);
    if (place < taken.length && taken[place]!.from < one.to) continue;
    taken.splice(place, 0, one);
  }
  return taken;
}

/** The kept ones are in order and apart, so both their ends rise. */
function firstEndingAfter(taken: Found[], at: number): number {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.to <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { Injectable } from '@nestjs/common';
import { type Meant, Terms } from '@crosscity/cities/server';
import type { Actor } from '@crosscity/platform/server';
import type { Sought } from '../search.repository';
import { distance, halvesOf, patienceFor, shapeOf, tokensOf, wordsIn } from './spelling';
import { type NearWord, WordsRepository } from './words.repository';

/** Quotes, a minus or an "or": somebody who writes these means the words as they stand. */
const EXACT = /["“”]|(^|\s)-\S|\s(or|OR)\s/;
/** Wordings in one group. */
const MOST = 24;

/** What a query means. */
export interface Plan {
  sought: Sought;
  tokens: readonly string[];
  meant: readonly Meant[];
}

/** Turns what was typed into what is looked for: other names in all languages, and near words where nothing else helps. */
@Injectable()
export class SearchPlan {
  constructor(
    private readonly terms: Terms,
    private readonly words: WordsRepository,
  ) {}

  /** The words as typed, with everything else that they are called. */
  async of(query: string): Promise<Plan> {
    const tokens = tokensOf(query);
    if (EXACT.test(query)) return { sought: { query, groups: null, themes: [] }, tokens, meant: [] };
    const meant = await this.terms.meant(tokens);
    if (meant.length === 0) return { sought: { query, groups: null, themes: [] }, tokens, meant };
    const groups = groupsOf(tokens, meant, (token) => [token]);
    return { sought: { query, groups, themes: themesOf(tokens, meant) }, tokens, meant };
  }

  /**
   * For a query that found nothing: words of the texts, and names that staff keep, that are spelled nearly so, hold it, or are half
   * of it. `corrected` is the query as it was read; it only names words of texts that this reader may read, or staff's.
   */
  async near(actor: Actor, { sought: { query, themes }, tokens, meant }: Plan): Promise<{ sought: Sought; corrected: string | null } | null> {
    if (EXACT.test(query) || tokens.length === 0) return null;
    const isMeant = (at: number) => meant.some((one) => one.at <= at && at < one.at + one.length);
    const open = tokens.flatMap((token, at) => (isMeant(at) || shapeOf(token).length < 3 ? [] : [{ token, at, shape: shapeOf(token) }]));
    if (open.length === 0) return { sought: { query, themes, groups: groupsOf(tokens, meant, (token) => [token]), isLoose: true }, corrected: null };
    const halves = open.map(({ shape }) => halvesOf(shape));
    const [known, names] = await Promise.all([this.words.near(actor, open.map(({ shape }) => shape), [...new Set(halves.flat(2))]), this.names()]);
    const choices = open.map(({ token, at, shape }, index) => ({
      at, ...choose(token, shape, [...known.filter((word) => word.at === index + 1), ...nearNames(names, shape)], halves[index]!, [...names.values(), ...known.filter((word) => word.at === 0)]),
    }));
    const readable = await this.words.readable(actor, [...new Set(choices.flatMap(({ nearest }) => nearest))]);
    const byPlace = new Map(choices.map(({ at, wordings, nearest, parts }) => [at, { wordings, read: nearest.find((word) => readable.has(word) || names.has(shapeOf(word))), parts }]));
    const written = tokens.flatMap((token, at) => byPlace.get(at)?.parts ?? [byPlace.get(at)?.read ?? token]);
    const wordings = new Map(choices.map((choice) => [byPlace.get(choice.at)!.read ?? tokens[choice.at]!, [tokens[choice.at]!, ...choice.wordings]]));
    const groups = groupsOf(written, await this.terms.meant(written), (token) => [token, ...(wordings.get(token) ?? [])]);
    const isRead = choices.some(({ at }) => byPlace.get(at)!.read !== undefined);
    return { sought: { query, themes, groups, isLoose: true }, corrected: isRead ? written.join(' ') : null };
  }

  /** Single words of the names that staff keep, by their shape. */
  private async names(): Promise<Map<string, NearWord>> {
    const words = new Set((await this.terms.words()).flatMap((name) => [...wordsIn(name)]));
    return new Map([...words].map((word) => [shapeOf(word), { at: 0, word, shape: shapeOf(word), texts: 0 }]));
  }
}

/** Texts that hold some of the groups, where none holds all. */
export function someOf({ query, themes, groups }: Sought, tokens: readonly string[]): Sought {
  return { query, themes, groups: [(groups ?? tokens.map((token) => [token])).flat().slice(0, MOST * 4)], isLoose: false };
}

function nearNames(names: ReadonlyMap<string, NearWord>, shape: string): NearWord[] {
  const patience = patienceFor(shape.length);
  return [...names.values()].filter((name) => Math.abs(name.shape.length - shape.length) <= patience && distance(shape, name.shape) <= patience);
}

/** Words to look for beside `token`, those that may be what was meant by it, best first, or the two words of which it is made. */
function choose(token: string, shape: string, near: readonly NearWord[], halves: readonly [string, string][], wholes: readonly NearWord[]): { wordings: string[]; nearest: string[]; parts?: [string, string] } {
  const scored = near.map((word) => ({ ...word, away: distance(shape, word.shape) }));
  const least = Math.min(...scored.map(({ away }) => away));
  const patience = patienceFor(shape.length);
  const mistyped = least <= patience
    ? scored.filter(({ away }) => away <= Math.min(patience, least + (least === 0 ? 0 : 1))).toSorted((one, other) => one.away - other.away || other.texts - one.texts)
    : [];
  const holding = shape.length >= 4 ? scored.filter((word) => word.shape !== shape && word.shape.includes(shape)) : [];
  const wordings = new Set([...mistyped.slice(0, 8), ...holding].map(({ word }) => word));
  wordings.delete(token.toLowerCase());
  if (least === 0) return { wordings: [...wordings], nearest: [] };
  const whole = new Map(wholes.map((part) => [part.shape, part.word]));
  const split = halves.find(([left, right]) => whole.has(left) && whole.has(right));
  if (split && least > 1) return { wordings: [], nearest: [], parts: [whole.get(split[0])!, whole.get(split[1])!] };
  if (wordings.size === 0) for (const half of halves.flat().filter((part) => whole.has(part) && part.length >= 5).toSorted((one, other) => other.length - one.length).slice(0, 2)) wordings.add(whole.get(half)!);
  return { wordings: [...wordings].slice(0, MOST), nearest: mistyped.slice(0, 4).map(({ word }) => word) };
}

/** One group for each stretch with a meaning, one for each other word. */
function groupsOf(tokens: readonly string[], meant: readonly Meant[], ofToken: (token: string, at: number) => string[]): string[][] {
  const groups: string[][] = [];
  for (let at = 0; at < tokens.length;) {
    const here = meant.filter((one) => one.at === at);
    const length = here[0]?.length ?? 1;
    const typed = tokens.slice(at, at + length);
    groups.push(here.length > 0 ? [...new Set([typed.join(' '), ...here.flatMap(({ words }) => words.map(({ word }) => word))])].slice(0, MOST * 2) : [...new Set(ofToken(typed[0]!, at))]);
    at += length;
  }
  return groups;
}

/** Themes that the whole query names: their lessons are meant, whatever words they use. */
function themesOf(tokens: readonly string[], meant: readonly Meant[]): string[] {
  return [...new Set(meant.filter(({ isTheme, length }) => isTheme && length === tokens.length).map(({ theme }) => theme))];
}

import type { QuestionListPageQueryVariables } from './Questions.generated';

/** The facets in the order in which they are shown; each is a repeatable word of the address: `?state=open&theme=schools`. */
export const questionFacets = ['state', 'theme', 'city', 'language'] as const;
export type QuestionFacet = (typeof questionFacets)[number];

const fields = { state: 'states', theme: 'themes', city: 'cities', language: 'languages' } as const;
const states = ['unanswered', 'open', 'answered', 'finished'];

export interface QuestionAddress {
  text: string;
  chosen: { facet: QuestionFacet; value: string }[];
  show: number;
}

export const pageSize = 20;
const mostShown = 100;

export function readAddress(search: URLSearchParams): QuestionAddress {
  const chosen = questionFacets.flatMap((facet) =>
    [...new Set(search.getAll(facet))].filter((value) => value && (facet !== 'state' || states.includes(value))).map((value) => ({ facet, value })),
  );
  const show = Number.parseInt(search.get('show') ?? '', 10);
  return { text: (search.get('q') ?? '').trim().slice(0, 200), chosen, show: Number.isFinite(show) ? Math.min(Math.max(show, pageSize), mostShown) : pageSize };
}

export function addressOf({ text, chosen, show }: QuestionAddress): string {
  const search = new URLSearchParams();
  if (text) search.set('q', text);
  for (const { facet, value } of chosen) search.append(facet, value);
  if (show > pageSize) search.set('show', String(show));
  const words = search.toString();
  return words ? `/questions?${words}` : '/questions';
}

export function variablesOf({ text, chosen, show }: QuestionAddress): QuestionListPageQueryVariables {
  const filter: Record<string, string | string[]> = {};
  if (text) filter.text = text;
  for (const { facet, value } of chosen) filter[fields[facet]] = [...((filter[fields[facet]] as string[] | undefined) ?? []), value];
  return { filter: filter as QuestionListPageQueryVariables['filter'], first: show };
}

/** The same list with one facet's value turned on or off, from its beginning. */
export function toggled(address: QuestionAddress, facet: QuestionFacet, value: string): QuestionAddress {
  const without = address.chosen.filter((choice) => choice.facet !== facet || choice.value !== value);
  const chosen = without.length === address.chosen.length ? [...without, { facet, value }] : without;
  return { ...address, chosen, show: pageSize };
}

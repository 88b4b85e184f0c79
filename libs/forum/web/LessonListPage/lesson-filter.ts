import type { LessonListPageQueryVariables } from './LessonListPage.generated';

/** The facets in the order in which they are shown; each is a repeatable word of the address: `?theme=schools&theme=online`. */
export const facets = ['theme', 'result', 'evidence', 'city', 'level', 'language', 'audience'] as const;
export type FacetName = (typeof facets)[number];

const fields = { theme: 'themes', result: 'results', evidence: 'evidence', city: 'cities', level: 'levels', language: 'languages', audience: 'audiences' } as const;

export const sorts = ['newest', 'active'] as const;
export type Sort = (typeof sorts)[number];

export interface ListAddress {
  text: string;
  chosen: { facet: FacetName; value: string }[];
  sort: Sort;
  /** How many lessons the address shows; "Show 20 more" raises it. */
  show: number;
}

export const pageSize = 20;
const mostShown = 100;
// What the api takes: an address with more is somebody's play, and shows a page all the same.
const mostChoices = 30;
const isValue = (value: string) => value !== '' && value.length <= 100 && !/[\p{Cc}\uFFFD]/u.test(value) && value.isWellFormed();
// Values of facets that are words of the schema: a typo in an address must not fail the page.
const known: Partial<Record<FacetName, readonly string[]>> = {
  result: ['worked', 'mixed', 'didNotWork', 'harmed'],
  evidence: ['one', 'repeated', 'reviewed', 'evaluated'],
  level: ['primary', 'secondary', 'tertiary'],
  audience: ['public', 'members'],
};

export function readAddress(search: URLSearchParams): ListAddress {
  const chosen = facets.flatMap((facet) =>
    [...new Set(search.getAll(facet))].filter((value) => isValue(value) && (known[facet]?.includes(value) ?? true)).slice(0, mostChoices).map((value) => ({ facet, value })),
  );
  const show = Number.parseInt(search.get('show') ?? '', 10);
  return {
    text: (search.get('q') ?? '').toWellFormed().replace(/[\p{Cc}\uFFFD]/gu, ' ').trim().slice(0, 200).toWellFormed().replaceAll('\uFFFD', ''),
    chosen,
    sort: sorts.find((sort) => sort === search.get('sort')) ?? 'newest',
    show: Number.isFinite(show) ? Math.min(Math.max(show, pageSize), mostShown) : pageSize,
  };
}

export function addressOf({ text, chosen, sort, show }: ListAddress): string {
  const search = new URLSearchParams();
  if (text) search.set('q', text);
  for (const { facet, value } of chosen) search.append(facet, value);
  if (sort !== 'newest') search.set('sort', sort);
  if (show > pageSize) search.set('show', String(show));
  const words = search.toString();
  return words ? `/lessons?${words}` : '/lessons';
}

export function variablesOf({ text, chosen, sort, show }: ListAddress): LessonListPageQueryVariables {
  const filter: Record<string, string | string[]> = {};
  if (text) filter.text = text;
  for (const { facet, value } of chosen) filter[fields[facet]] = [...((filter[fields[facet]] as string[] | undefined) ?? []), value];
  return { filter: filter as LessonListPageQueryVariables['filter'], sort, first: show };
}

/** The same list with one facet's value turned on or off, from its beginning. */
export function toggled(address: ListAddress, facet: FacetName, value: string): ListAddress {
  const without = address.chosen.filter((choice) => choice.facet !== facet || choice.value !== value);
  const chosen = without.length === address.chosen.length ? [...without, { facet, value }] : without;
  return { ...address, chosen, show: pageSize };
}

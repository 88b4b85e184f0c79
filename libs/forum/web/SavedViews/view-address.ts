import type { ListAddress } from '../LessonListPage/lesson-filter';
import { addressOf, pageSize, type FacetName } from '../LessonListPage/lesson-filter';
import type { KeptFilter } from './SaveViewButton';

const fields = { theme: 'themes', result: 'results', evidence: 'evidence', city: 'cities', level: 'levels', language: 'languages', audience: 'audiences' } as const satisfies Record<FacetName, keyof KeptFilter>;
type Values = Pick<KeptFilter, (typeof fields)[FacetName]>;

/** The list of an address as it is kept. */
export function keptOf({ text, chosen }: ListAddress): KeptFilter {
  const kept: KeptFilter = { place: 'lessons', query: text };
  for (const { facet, value } of chosen) kept[fields[facet]] = [...(kept[fields[facet]] ?? []), value];
  return kept;
}

/** Where a kept list opens. */
export function addressOfView(view: Values & { place: string; query: string }): string {
  if (view.place === 'search') return `/search?${new URLSearchParams({ q: view.query })}`;
  const chosen = (Object.keys(fields) as FacetName[]).flatMap((facet) => (view[fields[facet]] ?? []).map((value) => ({ facet, value })));
  return addressOf({ text: view.query, chosen, sort: 'newest', show: pageSize });
}

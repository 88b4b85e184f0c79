import { citiesLimits } from '@crosscity/cities/contract';

/** The tabs. A kind that cannot be read in the address is all of them. */
export const kinds = ['all', 'lessons', 'replies', 'cities', 'meetings', 'members'] as const;
export type Kind = (typeof kinds)[number];

export const longest = 200;

export interface Asked {
  text: string;
  kind: Kind;
}

export function askedFor(search: URLSearchParams): Asked {
  const text = (search.get('q') ?? '').toWellFormed().replace(/\p{Cc}/gu, ' ').replaceAll('\uFFFD', ' ').trim().slice(0, longest).toWellFormed().replaceAll('\uFFFD', '');
  return { text, kind: kinds.find((kind) => kind === search.get('kind')) ?? 'all' };
}

/** The words stay when the tab changes. */
export function addressOf({ text, kind }: Asked): string {
  const search = new URLSearchParams();
  if (text) search.set('q', text);
  if (text && kind !== 'all') search.set('kind', kind);
  return search.size > 0 ? `/search?${search}` : '/search';
}

export function variablesOf({ text, kind }: Asked) {
  return {
    query: text || '-', kind: kind === 'lessons' ? ('lesson' as const) : kind === 'replies' ? ('reply' as const) : null,
    cityFilter: { text: namesText(text) }, asked: text !== '', first: 20, after: null,
  };
}

/** Names are shorter than questions: only the beginning can be one. */
export function namesText(text: string): string {
  return text.replace(/["“”\p{Cf}]/gu, ' ').slice(0, citiesLimits.search).toWellFormed().replaceAll('\uFFFD', '').trim() || '-';
}

/** Small letters without accents, for names. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

import { citiesLimits } from '@crosscity/cities/contract';

/** What the list of cities is narrowed to. It stands in the address, so that a view can be shared and comes back. */
export interface CitySearchTerms {
  text: string;
  country: string;
  theme: string;
  followed: boolean;
}

/** Reads an address; what nobody could have chosen is left out rather than refused. */
export function termsOf(search: URLSearchParams): CitySearchTerms {
  const country = search.get('country') ?? '';
  const theme = search.get('theme') ?? '';
  return {
    text: (search.get('q') ?? '').replace(/\p{Cc}/gu, ' ').trim().slice(0, citiesLimits.search),
    country: /^[A-Z]{2}$/.test(country) ? country : '',
    theme: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(theme) && theme.length <= citiesLimits.slug ? theme : '',
    followed: search.has('followed'),
  };
}

export function addressOf({ text, country, theme, followed }: CitySearchTerms): string {
  const search = new URLSearchParams({ ...(text && { q: text }), ...(country && { country }), ...(theme && { theme }), ...(followed && { followed: 'on' }) });
  return search.size > 0 ? `/cities?${search}` : '/cities';
}

export function isNarrowed({ text, country, theme, followed }: CitySearchTerms): boolean {
  return text !== '' || country !== '' || theme !== '' || followed;
}

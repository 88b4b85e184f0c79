import { defineWords, type Page } from '@crosscity/platform/web';

export const citiesWords = defineWords(import.meta.glob('./locales/*.json'));

/** The page of one city shows several capabilities and is in apps/web. */
export const citiesPages: Page[] = [
  { path: '/cities', load: () => import('./CitiesPage/CitiesPage'), words: citiesWords },
  { path: '/cities/:slug/edit', load: () => import('./CityEditPage/CityEditPage'), words: citiesWords, access: 'signedIn' },
  { path: '/staff/topics', load: () => import('./TopicsPage/TopicsPage'), words: citiesWords, access: 'staff' },
];

import { citiesWords } from '@crosscity/cities/web';
import { defineWords, type Page } from '@crosscity/platform/web';
import { galleryWords } from './gallery/words';

export const webWords = defineWords(import.meta.glob('../locales/*.json'));

/** Pages that show several capabilities, or none. */
export const ownPages: Page[] = [
  { path: '/', load: () => import('./home/HomePage'), words: webWords },
  { path: '/gallery', load: () => import('./gallery/GalleryPage'), words: [webWords, galleryWords] },
  { path: '/cities/:slug', load: () => import('./city/CityPage'), words: [webWords, citiesWords] },
];

import { citiesWords } from '@crosscity/cities/web';
import { eventsWords } from '@crosscity/events/web';
import { forumWords } from '@crosscity/forum/web';
import { identityWords } from '@crosscity/identity/web';
import { notificationsWords } from '@crosscity/notifications/web';
import { defineWords, type Page } from '@crosscity/platform/web';
import { galleryWords } from './gallery/words';

export const webWords = defineWords(import.meta.glob('../locales/*.json'));

const textWords = defineWords(import.meta.glob('./texts/locales/*.json'));

/** Pages that show several capabilities, or none. */
export const ownPages: Page[] = [
  {
    path: '/', load: () => import('./home/MemberHomePage'), words: [webWords, forumWords, eventsWords, notificationsWords],
    guests: { path: '/', load: () => import('./home/GuestHomePage'), words: [webWords, forumWords, eventsWords] },
  },
  { path: '/search', load: () => import('./search/SearchPage'), words: [webWords, citiesWords, forumWords, eventsWords, identityWords] },
  { path: '/gallery', load: () => import('./gallery/GalleryPage'), words: [webWords, galleryWords] },
  { path: '/cities/:slug', load: () => import('./city/CityPage'), words: [webWords, citiesWords, forumWords, eventsWords] },
  { path: '/members/:handle', load: () => import('./member/MemberPage'), words: [webWords, identityWords, forumWords] },
  { path: '/about', load: () => import('./texts/AboutPage'), words: textWords },
  { path: '/guidelines', load: () => import('./texts/GuidelinesPage'), words: textWords },
  { path: '/help', load: () => import('./texts/HelpPage'), words: textWords },
  { path: '/help/writing', load: () => import('./texts/WritingPage'), words: textWords },
  { path: '/privacy', load: () => import('./texts/PrivacyPage'), words: textWords },
  { path: '/accessibility', load: () => import('./texts/AccessibilityPage'), words: textWords },
];

import { defineWords, type Page } from '@crosscity/platform/web';

/** The words of reporting: for every page with a `ReportButton`. */
export const moderationWords = defineWords(import.meta.glob('./locales/*.json'));

/** The words of the pages here, apart: readers of a lesson don't need them. */
const deskWords = defineWords(import.meta.glob('./desk/locales/*.json'));

export const moderationPages: Page[] = [
  { path: '/staff/moderation/:caseId?', load: () => import('./QueuePage/QueuePage'), words: [moderationWords, deskWords], access: 'staff' },
  { path: '/staff/audit', load: () => import('./AuditPage/AuditPage'), words: [moderationWords, deskWords], access: 'staff' },
  { path: '/me/decisions', load: () => import('./MyDecisions/MyDecisionsPage'), words: [moderationWords, deskWords], access: 'signedIn' },
  { path: '/me/decisions/:id', load: () => import('./MyDecisions/MyDecisionPage'), words: [moderationWords, deskWords], access: 'signedIn' },
];

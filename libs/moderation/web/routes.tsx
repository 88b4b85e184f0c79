import { defineWords, type Page } from '@crosscity/platform/web';

export const moderationWords = defineWords(import.meta.glob('./locales/*.json'));

export const moderationPages: Page[] = [
  { path: '/staff/moderation/:caseId?', load: () => import('./QueuePage/QueuePage'), words: moderationWords, access: 'staff' },
  { path: '/staff/audit', load: () => import('./AuditPage/AuditPage'), words: moderationWords, access: 'staff' },
  { path: '/me/decisions', load: () => import('./MyDecisions/MyDecisionsPage'), words: moderationWords, access: 'signedIn' },
  { path: '/me/decisions/:id', load: () => import('./MyDecisions/MyDecisionPage'), words: moderationWords, access: 'signedIn' },
];

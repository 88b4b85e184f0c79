import { identityWords } from '@crosscity/identity/web';
import { defineWords, type Page } from '@crosscity/platform/web';

export const notificationsWords = defineWords(import.meta.glob('./locales/*.json'));

export const notificationsPages: Page[] = [
  { path: '/inbox', load: () => import('./InboxPage/InboxPage'), words: notificationsWords, access: 'signedIn' },
  { path: '/settings/notifications', load: () => import('./MailSettingsPage/MailSettingsPage'), words: [notificationsWords, identityWords], access: 'signedIn' },
  { path: '/outbox', load: () => import('./OutboxPage/OutboxPage'), words: notificationsWords },
];

import { defineWords, type Page } from '@crosscity/platform/web';

export const notificationsWords = defineWords(import.meta.glob('./locales/*.json'));

export const notificationsPages: Page[] = [];

import { defineWords, type Page } from '@crosscity/platform/web';

export const moderationWords = defineWords(import.meta.glob('./locales/*.json'));

export const moderationPages: Page[] = [];

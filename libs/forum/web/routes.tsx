import { defineWords, type Page } from '@crosscity/platform/web';

export const forumWords = defineWords(import.meta.glob('./locales/*.json'));

export const forumPages: Page[] = [];

import { defineWords, type Page } from '@crosscity/platform/web';

export const eventsWords = defineWords(import.meta.glob('./locales/*.json'));

export const eventsPages: Page[] = [];

import { defineWords, type Page } from '@crosscity/platform/web';

export const identityWords = defineWords(import.meta.glob('./locales/*.json'));

export const identityPages: Page[] = [];

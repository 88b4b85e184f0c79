import { defineWords, type Page } from '@crosscity/platform/web';

export const citiesWords = defineWords(import.meta.glob('./locales/*.json'));

export const citiesPages: Page[] = [];

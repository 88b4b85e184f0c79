import { defineWords } from '@crosscity/platform/web';

/** Fetched with the first finding: most texts never need them. */
export const caseDataWords = defineWords(import.meta.glob('./locales/*.json'));

import { defineWords } from '@crosscity/platform/web';

/** For pages that show files. */
export const filesWords = defineWords(import.meta.glob('./locales/*.json'));
/** For pages on which one adds and describes them. */
export const filesWritingWords = defineWords(import.meta.glob('./Writing/locales/*.json'));

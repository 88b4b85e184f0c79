import { defineWords } from '@crosscity/platform/web';

export const galleryWords = defineWords(import.meta.glob('./locales/*.json'));

/** Languages that people write in here (BCP 47), each with the PostgreSQL text search configuration that stems it. */
export const CONTENT_LANGUAGES = {
  ar: 'arabic', da: 'danish', de: 'german', en: 'english', es: 'spanish', fi: 'finnish', nb: 'norwegian', nl: 'dutch', sv: 'swedish',
} as const;
export type ContentLanguage = keyof typeof CONTENT_LANGUAGES;

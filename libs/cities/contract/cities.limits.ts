/** Lengths in characters, counts in items. Shared by the form and the server. */
export const citiesLimits = {
  slug: 60,
  /** Words to find a city by. */
  search: 80,
  summary: 600,
  structure: 120,
  structures: 12,
  languages: 6,
  themes: 6,
  /** A word or a few, as people search for it. */
  term: 80,
  /** Names of one meaning in one language. */
  termsPerLanguage: 8,
  /** Names of one meaning in all languages. */
  terms: 60,
  /** Members shown on the page of a city. */
  members: 24,
} as const;

import { CONTENT_LANGUAGES, type ContentLanguage } from '@crosscity/platform/contract';
import { plainText } from '@crosscity/platform/server';
import { detect } from 'tinyld';

/** Words a minute of quiet reading: Trauzettel-Klosinski and Dietz, "Standardized assessment of reading performance" (IOVS 2012); Danish and Norwegian as Swedish. */
export const WORDS_A_MINUTE: Record<ContentLanguage, number> = { ar: 138, da: 199, de: 179, en: 228, es: 218, fi: 161, nb: 199, nl: 202, sv: 199 };

/** Whole minutes, at least one. */
export function minutesToRead(texts: readonly string[], language: string): number {
  const words = texts.join(' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / (WORDS_A_MINUTE[language as ContentLanguage] ?? 200)));
}

const CHARACTERS_OF_A_SLUG = 60;

/** The readable end of an address: letters of any script, since people read their own. */
export function slugOf(title: string): string {
  const words = title.toLowerCase().normalize('NFKD').replace(/\p{Mn}/gu, '').normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length > CHARACTERS_OF_A_SLUG) break;
    slug = slug ? `${slug}-${word}` : word;
  }
  return slug || 'lesson';
}

/** Shorter texts say too little about their language. */
const ENOUGH = 24;
const KNOWN_AS: Record<string, ContentLanguage> = { no: 'nb', nb: 'nb' };
const asked = [...Object.keys(CONTENT_LANGUAGES).filter((language) => language !== 'nb'), 'no'];

/** The language of a text, among those that people write in here; `otherwise` where it can't be told. */
export function languageOf(html: string, otherwise: string): string {
  const text = plainText(html);
  if (text.length < ENOUGH) return /\p{Script=Arabic}/u.test(text) ? 'ar' : otherwise;
  const found = detect(text, { only: asked });
  return KNOWN_AS[found] ?? (Object.hasOwn(CONTENT_LANGUAGES, found) ? found : otherwise);
}

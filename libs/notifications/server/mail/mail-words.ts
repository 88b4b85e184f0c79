import { DEFAULT_LOCALE, type Locale } from '@crosscity/platform/contract';
import { IntlMessageFormat } from 'intl-messageformat';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

const catalogues: Record<Locale, Record<string, string>> = { en, ar };
const compiled = new Map<string, IntlMessageFormat>();

export type MailValues = Record<string, string | number>;

/** Whether the catalogue has that message. */
export function hasMailWords(id: string): boolean {
  return id in catalogues[DEFAULT_LOCALE];
}

/** A message of the mail catalogue in a language, as plain text. Arabic writes Western digits, as the pages do. */
export function mailWords(locale: Locale, id: string, values: MailValues = {}): string {
  const key = `${locale}/${id}`;
  let message = compiled.get(key);
  if (!message) {
    const text = catalogues[locale][id] ?? catalogues[DEFAULT_LOCALE][id];
    if (text === undefined) throw new Error(`No mail words for ${id}.`);
    message = new IntlMessageFormat(text, locale === 'ar' ? 'ar-u-nu-latn' : locale, undefined, { ignoreTag: true });
    compiled.set(key, message);
  }
  return String(message.format(values));
}

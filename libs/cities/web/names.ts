import { useLocale } from '@crosscity/platform/web';
import { useMemo } from 'react';

const made = new Map<string, Intl.DisplayNames>();

function displayNames(locale: string, type: 'region' | 'language'): Intl.DisplayNames {
  const key = `${locale} ${type}`;
  let names = made.get(key);
  if (!names) made.set(key, (names = new Intl.DisplayNames([locale === 'en' ? 'en-GB' : locale], { type, fallback: 'code' })));
  return names;
}

/** Names of countries and languages in the reader's language, from their codes, and their order in that language. */
export function useNames(): { country(code: string): string; language(tag: string): string; compare(one: string, other: string): number } {
  const { locale } = useLocale();
  return useMemo(() => ({
    country: (code) => displayNames(locale, 'region').of(code) ?? code,
    language: (tag) => displayNames(locale, 'language').of(tag) ?? tag,
    // Never the machine's own order: the server's would differ from the reader's.
    compare: new Intl.Collator(locale).compare,
  }), [locale]);
}

import { useLocale } from '@crosscity/platform/web';
import { useMemo } from 'react';

const made = new Map<string, Intl.DisplayNames>();

function displayNames(locale: string, type: 'region' | 'language'): Intl.DisplayNames {
  const key = `${locale} ${type}`;
  let names = made.get(key);
  if (!names) made.set(key, (names = new Intl.DisplayNames([locale === 'en' ? 'en-GB' : locale], { type, fallback: 'code' })));
  return names;
}

interface Names {
  country(code: string): string;
  language(tag: string): string;
  /** Order of two words in the reader's language: never the machine's, which differs between server and browser. */
  compare(one: string, other: string): number;
}

/** Names of countries and languages in the reader's language, from their codes. */
export function useNames(): Names {
  const { locale } = useLocale();
  return useMemo(() => ({
    country: (code) => displayNames(locale, 'region').of(code) ?? code,
    language: (tag) => displayNames(locale, 'language').of(tag) ?? tag,
    compare: new Intl.Collator(locale).compare,
  }), [locale]);
}

import { SPOKEN_LANGUAGES } from '@crosscity/identity/contract';
import { useLocale } from '@crosscity/platform/web';
import { useMemo } from 'react';

/** Names of languages in the reader's language, from their codes; sorted for lists. */
export function useLanguageNames(): { of(tag: string): string; choices: { value: string; label: string }[] } {
  const { locale } = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale === 'en' ? 'en-GB' : locale], { type: 'language', fallback: 'code' });
    const of = (tag: string) => names.of(tag) ?? tag;
    const collator = new Intl.Collator(locale);
    return { of, choices: SPOKEN_LANGUAGES.map((value) => ({ value, label: of(value) })).sort((one, other) => collator.compare(one.label, other.label)) };
  }, [locale]);
}

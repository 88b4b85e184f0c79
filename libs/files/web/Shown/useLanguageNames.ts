import { useLocale } from '@crosscity/platform/web';

/** Languages in the reader's language. */
export function useLanguageNames(): (language: string) => string {
  const { locale } = useLocale();
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return (language) => names.of(language) ?? language;
}

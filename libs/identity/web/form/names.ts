import { SPOKEN_LANGUAGES } from '@crosscity/identity/contract';
import { wordsOf } from '@crosscity/platform/web';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';

type Names = { of(tag: string): string; choices: { value: string; label: string }[] };

/**
 * Names of languages in the reader's language, sorted for lists. From the catalogue and not from `Intl.DisplayNames`: servers
 * and browsers know different versions of those, and a page that both draw must not differ.
 */
export function useLanguageNames(): Names {
  const intl = useIntl();
  return useMemo(() => {
    const known = new Set<string>(SPOKEN_LANGUAGES);
    const of = (tag: string) => (known.has(tag) ? wordsOf(intl, `identity.language.${tag}`) : tag);
    const choices = SPOKEN_LANGUAGES.map((value) => ({ value, label: of(value) }));
    return { of, choices: choices.sort((one, other) => (one.label < other.label ? -1 : 1)) };
  }, [intl]);
}

import { LOCALES } from '@crosscity/platform/contract';

const A = 65;
/** ISO 3166-1 two-letter codes that this Node knows a name for, by that name in each language of the interface. */
const names: readonly (readonly [name: string, code: string])[] = Object.keys(LOCALES).flatMap((locale) => {
  const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  return Array.from({ length: 26 * 26 }, (_, index) => String.fromCharCode(A + Math.floor(index / 26), A + (index % 26)))
    .flatMap((code) => {
      const name = display.of(code);
      return name ? [[fold(name), code] as const] : [];
    });
});

/** Codes of the countries whose name holds this text, in any language of the interface: people search "Germany" or "ألمانيا". */
export function countriesNamed(text: string): string[] {
  const sought = fold(text);
  return sought.length < 3 ? [] : [...new Set(names.filter(([name]) => name.includes(sought)).map(([, code]) => code))];
}

/** Lower case without accents and Arabic vowel marks, hamza seats and tatweel: `Malmö` is found by `malmo`, `أوسلو` by `اوسلو`. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '').toLowerCase().trim();
}

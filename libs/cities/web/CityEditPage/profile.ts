import { citiesLimits } from '@crosscity/cities/contract';
import type { CityFormFragment } from './CityEditPage.generated';

/** The profile as it is being typed. Lists are lines of text: quick to write, to sort and to paste. */
export interface TypedProfile {
  summary: string;
  profileLanguage: string;
  structures: string;
  languages: string[];
  themes: string[];
}

export function typedFrom(city: CityFormFragment): TypedProfile {
  return {
    summary: city.summary,
    profileLanguage: city.profileLanguage,
    structures: city.structures.join('\n'),
    languages: [...city.languages],
    themes: city.themes.map(({ slug }) => slug),
  };
}

export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

export type ProfileProblem = 'summaryLong' | 'structuresMany' | 'structureLong' | 'languagesMany' | 'themesMany';

/** What is wrong, by field, as keys of words. The server asks the same limits. */
export function problemsOf(profile: TypedProfile): Partial<Record<keyof TypedProfile, ProfileProblem>> {
  const structures = linesOf(profile.structures);
  return {
    ...(profile.summary.trim().length > citiesLimits.summary && { summary: 'summaryLong' as const }),
    ...(structures.length > citiesLimits.structures && { structures: 'structuresMany' as const }),
    ...(structures.some((line) => line.length > citiesLimits.structure) && { structures: 'structureLong' as const }),
    ...(profile.languages.length > citiesLimits.languages && { languages: 'languagesMany' as const }),
    ...(profile.themes.length > citiesLimits.themes && { themes: 'themesMany' as const }),
  };
}

export function isSame(one: TypedProfile, other: TypedProfile): boolean {
  return JSON.stringify({ ...one, structures: linesOf(one.structures) }) === JSON.stringify({ ...other, structures: linesOf(other.structures) });
}

import { identityLimits } from '@crosscity/identity/contract';
import type { OwnProfileFragment } from './ProfilePage.generated';

export type TypedProfile = Pick<OwnProfileFragment, 'name' | 'work' | 'title' | 'organisation' | 'languages' | 'about' | 'askMeAbout' | 'visibility'> & { place: string };

/** In the order of the page. */
export const PROFILE_FIELDS = ['name', 'title', 'organisation', 'place', 'languages', 'about', 'askMeAbout'] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];

export function typedFrom({ name, work, title, organisation, place, languages, about, askMeAbout, visibility }: OwnProfileFragment): TypedProfile {
  return { name, work, title, organisation, place: place ?? '', languages, about, askMeAbout, visibility };
}

const plain = <Shown extends object>({ __typename, ...rest }: Shown & { __typename?: string }) => rest;

export function inputFrom(typed: TypedProfile, { version, cityId }: Pick<OwnProfileFragment, 'version' | 'cityId'>) {
  return { ...typed, version, place: cityId ? null : typed.place, visibility: plain(typed.visibility) };
}

export function wrongFields(typed: TypedProfile): ProfileField[] {
  const most = { title: identityLimits.title, organisation: identityLimits.organisation, place: identityLimits.place, about: identityLimits.about, askMeAbout: identityLimits.askMeAbout };
  const fine = (field: ProfileField): boolean => {
    if (field === 'languages') return typed.languages.length <= identityLimits.languages;
    if (field === 'name') return typed.name.trim().length >= 2 && typed.name.trim().length <= identityLimits.name;
    return typed[field].trim().length <= most[field];
  };
  return PROFILE_FIELDS.filter((field) => !fine(field));
}

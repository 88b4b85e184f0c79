/** Who may see a part of a profile. */
export const VISIBILITIES = ['everyone', 'members', 'nobody'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export interface ProfileVisibility {
  /** The name to guests; members always see it. */
  name: 'everyone' | 'members';
  /** The field of work and the title in own words. */
  title: Visibility;
  organisation: Visibility;
  city: Visibility;
  languages: Visibility;
  about: Visibility;
  askMeAbout: Visibility;
  /** Whether the members' directory and the city's page list this person. */
  directory: 'members' | 'nobody';
}

/** What a new member starts with: members see what they wrote, guests nothing, and no list shows them until they say so. */
export const FIRST_VISIBILITY: ProfileVisibility = { name: 'members', title: 'members', organisation: 'members', city: 'members', languages: 'members', about: 'members', askMeAbout: 'members', directory: 'nobody' };

/** What somebody works in, beside their title in own words. */
export const FIELDS_OF_WORK = ['youthWork', 'police', 'school', 'socialCare', 'probation', 'health', 'cityHall', 'community', 'research', 'other'] as const;
export type FieldOfWork = (typeof FIELDS_OF_WORK)[number];

/** Languages that people can say they work in (BCP 47): wider than the interface, wider than what search can stem. */
export const SPOKEN_LANGUAGES = ['ar', 'bs', 'da', 'de', 'en', 'es', 'fa', 'fi', 'fr', 'it', 'ku', 'nb', 'nl', 'nn', 'pl', 'pt', 'ru', 'se', 'so', 'sq', 'sv', 'ti', 'tr', 'uk', 'ur'] as const;

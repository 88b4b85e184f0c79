/**
 * Who speaks is a voice, apart from the person: a member by name, a city, or nobody in particular. Content refers to
 * voices only, so that a voice under the Chatham House rule, which no table links to a person, needs no rebuild.
 */
export const VOICE_KINDS = ['member', 'city', 'unattributed'] as const;
export type VoiceKind = (typeof VOICE_KINDS)[number];

/** The one voice of everything that is told without attribution. */
export const UNATTRIBUTED_VOICE_ID = '00000000-0000-4000-8000-000000000000';

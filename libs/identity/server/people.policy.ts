import type { ProfileVisibility } from '@crosscity/identity/contract';
import type { Actor } from '@crosscity/platform/server';
import type { VoiceEntity } from './voice.entity';

interface Shown {
  /** Whose profile it is. */
  voiceId: string;
  visibility: ProfileVisibility;
}

type Part = Exclude<keyof ProfileVisibility, 'directory'>;

/** What may be known of a member. Pure: the directory's statement holds the same rules in SQL. */
export const may = {
  isSelf(actor: Actor, { voiceId }: Shown): boolean {
    return actor.kind === 'member' && actor.voiceId === voiceId;
  },

  /** Members see names always: they talk with each other. Guests only if the member chose so. */
  seeName(actor: Actor, profile: Shown): boolean {
    return actor.kind !== 'guest' || profile.visibility.name === 'everyone';
  },

  /** A part that is for nobody is for the member alone, staff included: they have the application, which says why they know it. */
  seePart(actor: Actor, profile: Shown, part: Part): boolean {
    if (part === 'name') return may.seeName(actor, profile);
    if (may.isSelf(actor, profile)) return true;
    const visible = profile.visibility[part];
    return visible === 'everyone' || (visible === 'members' && actor.kind !== 'guest');
  },
};

/** What a person's voice shows, from what the person chose. Written with every change of either. */
export function voiceFields(person: { displayName: string; handle: string; title: string; cityId: string | null; place: string | null; visibility: ProfileVisibility }, cityName: string | null): Pick<VoiceEntity, 'name' | 'handle' | 'title' | 'place' | 'guestsSee'> {
  const { visibility } = person;
  const guestsSee: VoiceEntity['guestsSee'] = [];
  if (visibility.name === 'everyone') guestsSee.push('name');
  if (visibility.title === 'everyone') guestsSee.push('title');
  if (visibility.city === 'everyone') guestsSee.push('place');
  return {
    name: person.displayName,
    handle: person.handle,
    title: visibility.title === 'nobody' || person.title === '' ? null : person.title,
    place: visibility.city === 'nobody' ? null : (cityName ?? person.place),
    guestsSee,
  };
}

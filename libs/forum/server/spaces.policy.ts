import type { Audience, SpaceKind } from '@crosscity/forum/contract';
import { SPACE_KINDS } from '@crosscity/forum/contract';
import { type Actor, isStaff } from '@crosscity/platform/server';

/** What the rules need to know of a space. */
export interface SpaceStanding {
  kind: SpaceKind;
  agreementVersion: number;
  closedAt: Date | null;
}

/** What one is in it; null for nobody. */
export type Belonging = { isModerator: boolean; agreedVersion: number } | null;

/** Who may do what with a space. `visible` in `spaces.repository.ts` says `see` again in SQL. */
export const maySpace = {
  /** Whether they may know that it is there. Staff too learn of a hidden one only from inside. */
  see(actor: Actor, { kind }: SpaceStanding, belongs: Belonging, isInvited: boolean): boolean {
    if (actor.kind === 'system' || kind === 'public') return true;
    if (actor.kind === 'guest') return false;
    return kind !== 'hidden' || belongs !== null || isInvited;
  },

  /** Belongs, and accepted what counts now. */
  isInside({ agreementVersion }: SpaceStanding, belongs: Belonging): boolean {
    return belongs !== null && belongs.agreedVersion >= agreementVersion;
  },

  /** Who is in it and how much is written there: outside of what is open, nobody learns. */
  readNumbers(actor: Actor, space: SpaceStanding, belongs: Belonging): boolean {
    return maySpace.isInside(space, belongs) || (actor.kind !== 'guest' && isOpenKind(space.kind));
  },

  /** Moderators of the space. */
  care(space: SpaceStanding, belongs: Belonging): boolean {
    return belongs?.isModerator === true && maySpace.isInside(space, belongs);
  },

  /** Requests and settings also wait for staff, of spaces that they may know of. */
  attend(actor: Actor, space: SpaceStanding, belongs: Belonging): boolean {
    return maySpace.care(space, belongs) || (isStaff(actor) && (space.kind !== 'hidden' || belongs !== null));
  },
};

export const isOpenKind = (kind: SpaceKind): boolean => kind === 'public' || kind === 'members';

export const isStricter = (kind: SpaceKind, than: SpaceKind): boolean => SPACE_KINDS.indexOf(kind) > SPACE_KINDS.indexOf(than);

/** Who may read what is published there: what the author chose, as far as the space allows it. */
export function audienceIn(kind: SpaceKind, wished: Audience): Audience {
  if (!isOpenKind(kind)) return 'space';
  return kind === 'public' && wished === 'public' ? 'public' : 'members';
}

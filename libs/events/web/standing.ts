import type { RegistrationStatus } from '@crosscity/events/contract';

/** What stands between a reader and a seat, in one word; `events.standing.<word>` says it in a sentence. */
export type Standing =
  | 'confirmed' | 'waiting' | 'requested' | 'declined'
  | 'cancelledEvent' | 'over' | 'closed' | 'draft'
  | 'guest' | 'needsCity' | 'onlyInvited' | 'invited'
  | 'full' | 'cityFull' | 'ask' | 'open';

interface Registration { status: RegistrationStatus }

interface Situation {
  status: 'draft' | 'published' | 'cancelled';
  endsAt: string;
  closesAt: string;
  way: 'open' | 'approval' | 'invitation';
  placesLeft: number;
  placesLeftForMyCity?: number | null;
  viewerCityName?: string | null;
  viewerInvitation?: string | null;
  viewerRegistration?: Registration | null;
}

/** The registration if it holds a seat, a place in line or a request. */
export function activeOf<R extends Registration>(registration: R | null | undefined): R | null {
  return registration && ['confirmed', 'waiting', 'requested'].includes(registration.status) ? registration : null;
}

/** `now` in milliseconds, the server's for the first drawing. */
export function standingOf(event: Situation, signedIn: boolean, now: number): Standing {
  if (event.status === 'cancelled') return 'cancelledEvent';
  if (event.status === 'draft') return 'draft';
  if (Date.parse(event.endsAt) <= now) return 'over';
  const mine = activeOf(event.viewerRegistration);
  if (mine) return mine.status as 'confirmed' | 'waiting' | 'requested';
  if (Date.parse(event.closesAt) <= now) return 'closed';
  if (!signedIn) return event.way === 'invitation' ? 'onlyInvited' : 'guest';
  if (event.viewerRegistration?.status === 'declined' && event.viewerInvitation !== 'open') return 'declined';
  if (event.way === 'invitation' && !['open', 'accepted', 'declined'].includes(event.viewerInvitation ?? '')) return 'onlyInvited';
  if (!event.viewerCityName) return 'needsCity';
  if (event.viewerInvitation === 'open' && event.placesLeft > 0) return 'invited';
  if (event.way === 'approval' && event.viewerInvitation !== 'open') return 'ask';
  if (event.placesLeft === 0) return 'full';
  if (event.placesLeftForMyCity === 0) return 'cityFull';
  return 'open';
}

/** Whether pressing the button leads somewhere. */
export function mayRegister(standing: Standing): boolean {
  return standing === 'open' || standing === 'ask' || standing === 'full' || standing === 'cityFull' || standing === 'invited';
}

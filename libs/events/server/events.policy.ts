import type { EventAudience, EventStatus, RegistrationStatus, RegistrationWay } from '@crosscity/events/contract';
import { eventsLimits } from '@crosscity/events/contract';
import { type Actor, isStaff, refuse } from '@crosscity/platform/server';

interface Seen { status: EventStatus; audience: EventAudience }
interface Open { status: EventStatus; way: RegistrationWay; closesAt: Date; endsAt: Date; invitation: string | null; priorStatus: RegistrationStatus | null }
interface Held { status: RegistrationStatus; cancelledFrom: RegistrationStatus | null; changedAt: Date }

/** Who may do what with a meeting and a registration. Pure; it both refuses and answers `viewerCan`. */
export const may = {
  /** Drafts are staff's. Published meetings are everybody's or members'. The lists ask the same in SQL (events.repository). */
  see(actor: Actor, event: Seen): boolean {
    return isStaff(actor) || (event.status !== 'draft' && (event.audience === 'public' || actor.kind === 'member'));
  },

  /** Why somebody can't register now, as a refusal; silent where they can. */
  assertRegister(event: Open, { now, byStaff }: { now: Date; byStaff: boolean }): void {
    if (event.status !== 'published' || event.endsAt <= now) throw refuse('events.over');
    if (byStaff) return;
    if (event.closesAt <= now) throw refuse('events.closed', { closedAt: event.closesAt.toISOString() });
    // A no of staff isn't undone by pressing the button again; an invitation after it is another word.
    if (event.priorStatus === 'declined' && event.invitation !== 'open') throw refuse('events.alreadyDecided', { status: 'declined' });
    if (event.way === 'invitation' && (event.invitation === null || event.invitation === 'withdrawn')) throw refuse('events.onlyInvited');
  },

  register(actor: Actor, event: Open, now: Date): boolean {
    if (actor.kind !== 'member' || !actor.cityId) return false;
    try {
      may.assertRegister(event, { now, byStaff: false });
      return true;
    } catch {
      return false;
    }
  },

  edit(actor: Actor): boolean {
    return isStaff(actor);
  },

  cancelRegistration(held: Held, event: { endsAt: Date }, now: Date): boolean {
    return event.endsAt > now && (held.status === 'requested' || held.status === 'confirmed' || held.status === 'waiting');
  },

  restoreRegistration(held: Held, event: { status: EventStatus; endsAt: Date }, now: Date): boolean {
    return held.status === 'cancelled' && held.cancelledFrom !== null && event.status === 'published' && event.endsAt > now && now.getTime() - held.changedAt.getTime() <= eventsLimits.undo;
  },
};

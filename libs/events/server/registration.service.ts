import { Injectable } from '@nestjs/common';
import { ACTIVE_STATUSES, eventsLimits, type SessionSeat } from '@crosscity/events/contract';
import { type Member, type Tx, Work, asMember, idempotencyOf, notFound, once, refuse } from '@crosscity/platform/server';
import { Entrance } from './entrance';
import { may } from './events.policy';
import { Promotions } from './promotions';
import { RegistrationReads } from './registration-reads.repository';
import { RegistrationWrites, type HeldRegistration } from './registration-writes.repository';
import { Seats, type SessionChoice, type Situation } from './seats.repository';

export interface Wish {
  key: string;
  eventId: string;
  /** Sessions with limited places; the others are for everybody. */
  sessionIds: readonly string[];
  /** Whether to wait for a session that is full. Without it the registration is refused with the session's name. */
  waitForSessions: boolean;
  needs: string | null;
}

/** Who gets the seat, and who let them in. */
interface Guest {
  personId: string;
  cityId: string | null;
  /** Staff who add somebody, or who said yes: neither way nor closing time holds then. */
  staffId: string | null;
}

/**
 * Seats. Whoever registers without limited sessions goes through the `Entrance`, which decides the same for many at once.
 * Every other way in (open registration, approval, an accepted invitation, an undone cancellation, added by staff) goes
 * through `seat`, and every way out through `leave`. Both hold the meeting's pool until commit.
 */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly work: Work,
    private readonly seats: Seats,
    private readonly writes: RegistrationWrites,
    private readonly reads: RegistrationReads,
    private readonly promotions: Promotions,
    private readonly entrance: Entrance,
  ) {}

  /** Registers the person who asks. The id of a registration that is confirmed, waiting or requested. */
  async register(actor: Member, wish: Wish): Promise<string> {
    const alone = () => this.work.run(actor, (tx) =>
      once(tx, 'registerForEvent', wish.key, wish, () => this.enter(tx, wish, { personId: actor.personId, cityId: actor.cityId, staffId: null })),
    );
    // Limited sessions have pools of their own, so whoever wishes for one is decided alone.
    if (!actor.cityId || wish.sessionIds.length > 0) return alone();
    return this.entrance.enter({ actor: { ...actor, cityId: actor.cityId }, eventId: wish.eventId, needs: wish.needs, key: idempotencyOf(actor, 'registerForEvent', wish.key, wish) }, alone);
  }

  /** Staff give somebody a seat, or a place in line where there is none. */
  async add(actor: Member, wish: Wish, handle: string): Promise<string> {
    const person = await this.reads.personByHandle(handle);
    if (!person) throw notFound();
    return this.work.run(actor, (tx) =>
      once(tx, 'addGuest', wish.key, { wish, handle }, () => this.enter(tx, wish, { ...person, staffId: actor.personId })),
    );
  }

  async cancel(actor: Member, id: string): Promise<void> {
    const { eventId } = await this.own(actor, id);
    await this.work.run(actor, async (tx) => {
      await this.seats.lock(tx, eventId);
      const held = await this.writes.held(tx, id);
      if (!held || !(await this.writes.move(tx, id, ACTIVE_STATUSES, 'cancelled', { happened: 'cancelled', byPerson: true }))) throw refuse('events.alreadyDecided', { status: held?.status ?? 'cancelled' });
      await tx.record('events.registrationCancelled', { registrationId: id });
      await this.leave(tx, held);
    });
  }

  /** Takes a cancellation back within ten minutes: a seat if there is one, else the place in line that the arrival gives. */
  async restore(actor: Member, id: string): Promise<void> {
    const { eventId } = await this.own(actor, id);
    await this.work.run(actor, async (tx) => {
      const took = await this.seats.takeEvent(tx, eventId);
      const held = await this.writes.held(tx, id);
      const now = held && (await this.seats.situation(tx, eventId, held.personId, held.cityId, []));
      if (!held || !now) throw notFound();
      if (held.status !== 'cancelled' || now.activeId) throw refuse('events.alreadyDecided', { status: held.status });
      if (!held.cancelledFrom || tx.now.getTime() - held.changedAt.getTime() > eventsLimits.undo) throw refuse('events.tooLateToUndo');
      if (now.status !== 'published' || now.endsAt <= tx.now) throw refuse('events.over');
      if (held.cancelledFrom === 'requested') {
        if (took) await this.seats.giveBackEvent(tx, eventId);
        await this.writes.move(tx, id, ['cancelled'], 'requested', { happened: 'restored' });
        await tx.record('events.registrationRequested', { registrationId: id });
        return;
      }
      await this.sit(tx, held, now, took === true, 'restored', null);
    });
  }

  /** Staff say yes or no. Yes to a full meeting is a place in line. */
  async decide(actor: Member, id: string, decision: 'approve' | 'decline', words: string | null): Promise<void> {
    const found = await this.reads.eventOf(id);
    if (!found) throw notFound();
    await this.work.run(actor, async (tx) => {
      const took = decision === 'approve' ? await this.seats.takeEvent(tx, found) : (await this.seats.lock(tx, found), false);
      const held = await this.writes.held(tx, id);
      const now = held && (await this.seats.situation(tx, found, held.personId, held.cityId, []));
      if (!held || !now) throw notFound();
      if (decision === 'decline') {
        if (!(await this.writes.move(tx, id, ACTIVE_STATUSES, 'declined', { happened: 'declined', words, staffId: actor.personId }))) throw refuse('events.alreadyDecided', { status: held.status });
        await tx.record('events.registrationDeclined', { registrationId: id });
        await this.leave(tx, held);
        return;
      }
      if (held.status !== 'requested' && held.status !== 'waiting') throw refuse('events.alreadyDecided', { status: held.status });
      if (now.status !== 'published' || now.endsAt <= tx.now) throw refuse('events.over');
      await this.sit(tx, held, now, took === true, 'confirmed', actor.personId);
    });
  }

  /** Which sessions with limited places, and what one needs. */
  async change(actor: Member, id: string, wish: { sessionIds: readonly string[]; waitForSessions: boolean; needs?: string | null }): Promise<void> {
    const { eventId } = await this.own(actor, id);
    await this.work.run(actor, async (tx) => {
      await this.seats.lock(tx, eventId);
      const held = await this.writes.held(tx, id);
      const now = held && (await this.seats.situation(tx, eventId, held.personId, held.cityId, wish.sessionIds));
      if (!held || !now) throw notFound();
      if (!(ACTIVE_STATUSES as readonly string[]).includes(held.status)) throw refuse('events.alreadyDecided', { status: held.status });
      if (now.status !== 'published' || now.endsAt <= tx.now) throw refuse('events.over');
      const before = await this.writes.sessions(tx, id);
      await this.writes.leaveSessions(tx, id, before.map((session) => session.id).filter((sessionId) => !wish.sessionIds.includes(sessionId)));
      const added = now.sessionPools.filter(({ sessionId }) => !before.some((session) => session.id === sessionId));
      for (const { id: sessionId, seat } of await this.sitInSessions(tx, added, held.status === 'confirmed', wish.waitForSessions)) {
        await this.writes.setSession(tx, id, sessionId, seat);
        if (seat !== 'wanted') await this.writes.note(tx, [id], seat === 'confirmed' ? 'sessionConfirmed' : 'sessionWaiting', [null], sessionId);
      }
      if (wish.needs !== undefined) await this.writes.setNeeds(tx, id, wish.needs);
      await this.promotions.sessions(tx, eventId);
    });
  }

  async declineInvitation(actor: Member, eventId: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      if (!(await this.writes.answerInvitation(tx, eventId, actor.personId, 'declined'))) throw refuse('events.alreadyDecided', { status: 'accepted' });
    });
  }

  /** The one way in. Under the meeting's lock from its first statement on. */
  private async enter(tx: Tx, wish: Wish, guest: Guest): Promise<string> {
    if (!guest.cityId) throw refuse('events.needsCity');
    const took = await this.seats.takeEvent(tx, wish.eventId);
    const now = took === null ? null : await this.seats.situation(tx, wish.eventId, guest.personId, guest.cityId, wish.sessionIds);
    if (!now || now.status === 'draft') throw notFound();
    if (now.activeId) {
      if (took) await this.seats.giveBackEvent(tx, wish.eventId);
      return now.activeId;
    }
    may.assertRegister(now, { now: tx.now, byStaff: guest.staffId !== null });
    const invited = now.invitation !== null && now.invitation !== 'withdrawn';
    const asks = now.way === 'approval' && !invited && !guest.staffId;
    const seated = !asks && took === true && (await this.seats.takeCity(tx, wish.eventId, guest.cityId, now.cityPool, now.seatsPerCity));
    if (took && !seated) await this.seats.giveBackEvent(tx, wish.eventId);
    const sessions = await this.sitInSessions(tx, now.sessionPools, seated, wish.waitForSessions);
    const id = await this.writes.add(tx, {
      eventId: wish.eventId, personId: guest.personId, cityId: guest.cityId, staffId: guest.staffId,
      status: asks ? 'requested' : seated ? 'confirmed' : 'waiting', blockedBy: asks || seated ? null : took ? 'city' : 'event',
      needs: wish.needs, sessions, calendarId: now.priorCalendarId, calendarSequence: now.priorCalendarSequence === null ? 0 : now.priorCalendarSequence + 1,
    });
    // Only a registration that this lock did not see coming could be there: none, so say so loudly.
    if (!id) throw refuse('platform.conflict', {});
    if (invited) await this.writes.answerInvitation(tx, wish.eventId, guest.personId, 'accepted');
    await tx.record(asks ? 'events.registrationRequested' : seated ? 'events.registrationAccepted' : 'events.registrationWaiting', { registrationId: id });
    return id;
  }

  /** Gives an existing registration its seat, or its place in line. `took`: the meeting's seat is taken already. */
  private async sit(tx: Tx, held: HeldRegistration, now: Situation, took: boolean, happened: 'confirmed' | 'restored', staffId: string | null): Promise<void> {
    const seated = took && (await this.seats.takeCity(tx, held.eventId, held.cityId, now.cityPool, now.seatsPerCity));
    if (took && !seated) await this.seats.giveBackEvent(tx, held.eventId);
    const from = [held.status];
    const blockedBy = took ? 'city' : 'event';
    const registrationId = held.id;
    if (!seated) {
      if (held.status === 'waiting') throw refuse('events.alreadyDecided', { status: 'waiting' });
      if (!(await this.writes.move(tx, held.id, from, 'waiting', { happened: 'waiting', reason: `${blockedBy}Full`, blockedBy, staffId }))) throw refuse('events.alreadyDecided', { status: held.status });
      await tx.record('events.registrationWaiting', { registrationId });
      return;
    }
    if (!(await this.writes.move(tx, held.id, from, 'confirmed', { happened, staffId }))) throw refuse('events.alreadyDecided', { status: held.status });
    await this.promotions.sitInWishes(tx, held.id);
    await tx.record('events.registrationAccepted', { registrationId });
  }

  private async sitInSessions(tx: Tx, pools: Situation['sessionPools'], seated: boolean, mayWait: boolean): Promise<SessionChoice[]> {
    const choices: SessionChoice[] = [];
    for (const pool of pools) {
      let seat: SessionSeat = 'wanted';
      if (seated) seat = (await this.seats.take(tx, pool.id)) ? 'confirmed' : 'waiting';
      if (seat === 'waiting' && !mayWait) throw refuse('events.sessionFull', { sessionId: pool.sessionId, title: pool.title });
      choices.push({ id: pool.sessionId, seat });
    }
    return choices;
  }

  /** The one way out: frees what was held, and the next in line gets it in the same commit. */
  private async leave(tx: Tx, was: HeldRegistration): Promise<void> {
    if (was.status !== 'confirmed') return;
    await this.seats.release(tx, was.id);
    await this.promotions.run(tx, was.eventId);
  }

  private async own(actor: Member, id: string): Promise<{ eventId: string }> {
    const eventId = await this.reads.eventOf(id, asMember(actor).personId);
    if (!eventId) throw notFound();
    return { eventId };
  }
}

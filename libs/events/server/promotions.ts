import { Injectable } from '@nestjs/common';
import type { Tx } from '@crosscity/platform/server';
import { RegistrationWrites } from './registration-writes.repository';
import { Seats } from './seats.repository';

/** Freed seats go to those in line, in order of arrival. Runs in the transaction that freed them, under the meeting's lock. */
@Injectable()
export class Promotions {
  constructor(
    private readonly seats: Seats,
    private readonly writes: RegistrationWrites,
  ) {}

  /**
   * Seats the first who can sit, again and again while there is a free seat. Who was passed over gets a row that says why.
   * Nobody moves up after registration closed, nor on a cancelled meeting.
   */
  async run(tx: Tx, eventId: string): Promise<number> {
    const now = await this.seats.situation(tx, eventId, NOBODY, NOBODY, []);
    let promoted = 0;
    while (now && now.status === 'published' && now.closesAt > tx.now && (await this.seats.hasFreeSeat(tx, eventId))) {
      const { passed, next } = await this.seats.line(tx, eventId);
      if (!next) break;
      const sat = (await this.seats.takeEvent(tx, eventId)) === true && (await this.seats.takeCity(tx, eventId, next.cityId, next.cityPool, now.seatsPerCity));
      // Both were free a statement ago, under the lock. If not, the books are wrong: undo everything and be loud.
      if (!sat || !(await this.writes.move(tx, next.id, ['waiting'], 'confirmed', { happened: 'promoted' }))) throw new Error(`A seat of ${eventId} vanished under its lock.`);
      await this.writes.note(tx, passed.map(({ id }) => id), 'passedOver', passed.map(({ active }) => (active ? 'cityFull' : 'notActive')));
      await this.writes.blocked(tx, passed.filter(({ active }) => active).map(({ id }) => id), 'city');
      await this.sitInWishes(tx, next.id);
      await tx.record('events.registrationPromoted', { registrationId: next.id });
      promoted += 1;
    }
    await this.sessions(tx, eventId);
    return promoted;
  }

  /** The sessions that somebody wished for before having a seat: a place where there is one, else a place in that line. */
  async sitInWishes(tx: Tx, registrationId: string): Promise<void> {
    for (const { poolId, sessionId } of await this.seats.wishes(tx, registrationId)) {
      const seat = (await this.seats.take(tx, poolId)) ? 'confirmed' : 'waiting';
      await this.writes.setSession(tx, registrationId, sessionId, seat);
      await this.writes.note(tx, [registrationId], seat === 'confirmed' ? 'sessionConfirmed' : 'sessionWaiting', [null], sessionId);
    }
  }

  /** Freed places in sessions. */
  async sessions(tx: Tx, eventId: string): Promise<void> {
    for (;;) {
      const next = await this.seats.nextForSession(tx, eventId);
      if (!next || !(await this.seats.take(tx, next.poolId))) return;
      await this.writes.setSession(tx, next.registrationId, next.sessionId, 'confirmed');
      await this.writes.note(tx, [next.registrationId], 'sessionPromoted', [null], next.sessionId);
      await tx.record('events.sessionPromoted', { registrationId: next.registrationId, sessionId: next.sessionId });
    }
  }
}

/** For the parts of a situation that are about a person, where there is none. */
const NOBODY = '00000000-0000-4000-8000-00000000ffff';

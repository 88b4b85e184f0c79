import { Injectable } from '@nestjs/common';
import { type IdempotencyRow, type Member, Refusal, type Tx, Work, brokeUnique, newId, notFound, refuse } from '@crosscity/platform/server';
import { EntranceRepository, type Asking, type Entry } from './entrance.repository';
import { may } from './events.policy';
import { RegistrationWrites } from './registration-writes.repository';

/** Somebody at the door: who, with which wish, under which key. */
export interface Arrival {
  actor: Member & { cityId: string };
  eventId: string;
  needs: string | null;
  key: IdempotencyRow;
}

interface Waiting {
  arrival: Arrival;
  /** The way of one alone, for when the round fails. */
  alone: () => Promise<string>;
  done: (id: string) => void;
  fail: (reason: unknown) => void;
}

type Outcome = { id: string } | { refusal: Refusal };

/** How many are decided in one transaction, and how many may stand in line here before the rest is told to come again. */
const ROUND = 100;
const MOST = 5_000;

/**
 * The door of each meeting. When hundreds press at the same moment they would all wait in the database for the one row that
 * counts seats, each with a connection. Instead they stand in line here, in the order in which they came, and those who
 * stand there together are decided together, in one transaction under the same lock as ever: what is right is decided by
 * the database, so any number of processes may have such a door.
 */
@Injectable()
export class Entrance {
  private readonly lines = new Map<string, Waiting[]>();

  constructor(
    private readonly work: Work,
    private readonly doors: EntranceRepository,
    private readonly writes: RegistrationWrites,
  ) {}

  /** The id of the registration. `alone` decides the same for one. */
  enter(arrival: Arrival, alone: () => Promise<string>): Promise<string> {
    return new Promise((done, fail) => {
      const waiting = { arrival, alone, done, fail };
      const line = this.lines.get(arrival.eventId);
      if (!line) {
        this.lines.set(arrival.eventId, [waiting]);
        void this.serve(arrival.eventId);
      } else if (line.length >= MOST) {
        fail(refuse('platform.busy'));
      } else {
        line.push(waiting);
      }
    });
  }

  private async serve(eventId: string): Promise<void> {
    const line = this.lines.get(eventId)!;
    while (line.length > 0) {
      const round = line.splice(0, ROUND);
      try {
        const outcomes = await this.work.run(round[0]!.arrival.actor, (tx) => this.decide(tx, eventId, round.map(({ arrival }) => arrival)));
        round.forEach(({ done, fail }, index) => {
          const outcome = outcomes[index]!;
          if ('id' in outcome) done(outcome.id);
          else fail(outcome.refusal);
        });
      } catch (reason) {
        // What the round could not foresee, such as a key that another node gets at this moment, must not spoil it for the others.
        if (brokeUnique(reason)) for (const { alone, done, fail } of round) await alone().then(done, fail);
        else for (const { fail } of round) fail(reason);
      }
    }
    this.lines.delete(eventId);
  }

  private async decide(tx: Tx, eventId: string, arrivals: readonly Arrival[]): Promise<Outcome[]> {
    const free = await this.doors.lock(tx, eventId);
    const asking = free === null ? [] : await this.doors.asking(tx, eventId, arrivals.map(({ actor, key }) => ({ personId: actor.personId, cityId: actor.cityId, key: key.id })));
    const seats = new Seating(free ?? 0);
    const entered: Entry[] = [];
    const keys: (IdempotencyRow & { answer: string })[] = [];
    const outcomes = arrivals.map((arrival, index): Outcome => {
      try {
        const now = asking[index];
        if (!now || now.status === 'draft') throw notFound();
        if (now.keyHash) {
          if (!arrival.key.inputHash.equals(now.keyHash)) throw refuse('platform.keyReused');
          return { id: now.keyAnswer! };
        }
        const same = keys.find((key) => key.id.equals(arrival.key.id));
        if (same && !same.inputHash.equals(arrival.key.inputHash)) throw refuse('platform.keyReused');
        const known = now.activeId ?? entered.find(({ personId }) => personId === arrival.actor.personId)?.id;
        const entry = known ? null : enter(arrival, now, seats, tx.now);
        if (entry) entered.push(entry);
        const id = known ?? entry!.id;
        if (!same) keys.push({ ...arrival.key, answer: id });
        return { id };
      } catch (refusal) {
        if (refusal instanceof Refusal) return { refusal };
        throw refusal;
      }
    });
    if (keys.length > 0) await this.doors.write(tx, eventId, entered, keys, seats);
    for (const { personId } of entered.filter(({ invited }) => invited)) await this.writes.answerInvitation(tx, eventId, personId, 'accepted');
    for (const [kind, of] of [['events.registrationRequested', 'requested'], ['events.registrationAccepted', 'confirmed'], ['events.registrationWaiting', 'waiting']] as const) {
      await tx.recordAll(kind, entered.filter(({ status }) => status === of).map(({ id }) => ({ registrationId: id })));
    }
    return outcomes;
  }
}

/** Seats that are given in one round, of the meeting and of cities, counted under the meeting's lock. */
export class Seating {
  taken = 0;
  readonly cities = new Map<string, { pool: string | null; limit: number; free: number; taken: number }>();

  constructor(readonly free: number) {}

  /** `null` where there is a seat, and it is taken; else which pool is full. */
  take(cityId: string, now: Asking): 'event' | 'city' | null {
    if (this.taken >= this.free) return 'event';
    if (now.seatsPerCity !== null) {
      const city = this.cities.get(cityId) ?? { pool: now.cityPool, limit: now.seatsPerCity, free: now.cityPool ? now.cityFree! : now.seatsPerCity, taken: 0 };
      this.cities.set(cityId, city);
      if (city.taken >= city.free) return 'city';
      city.taken += 1;
    }
    this.taken += 1;
    return null;
  }
}

/** The same decision as `RegistrationService.enter` makes for one. */
function enter({ actor, needs }: Arrival, now: Asking, seats: Seating, at: Date): Entry {
  may.assertRegister(now, { now: at, byStaff: false });
  const invited = now.invitation !== null && now.invitation !== 'withdrawn';
  const asks = now.way === 'approval' && !invited;
  const blockedBy = asks ? null : seats.take(actor.cityId, now);
  return {
    id: newId(), personId: actor.personId, cityId: actor.cityId, status: asks ? 'requested' : blockedBy ? 'waiting' : 'confirmed', blockedBy, needs, invited,
    calendarId: now.priorCalendarId, calendarSequence: now.priorCalendarSequence === null ? 0 : now.priorCalendarSequence + 1,
  };
}

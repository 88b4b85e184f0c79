import { Injectable } from '@nestjs/common';
import type { RegistrationStatus } from '@crosscity/events/contract';
import { type IdempotencyRow, type Tx, newId, newSpokenCode } from '@crosscity/platform/server';
import type { Seating } from './entrance';
import type { Situation } from './seats.repository';

/** What is so of the meeting and of somebody at its door, read under the lock. */
export interface Asking extends Omit<Situation, 'sessionPools'> {
  cityFree: number | null;
  /** Of the first time that this key came. */
  keyHash: Buffer | null;
  keyAnswer: string | null;
}

/** A registration that a round made. */
export interface Entry {
  id: string;
  personId: string;
  cityId: string;
  status: RegistrationStatus;
  blockedBy: 'event' | 'city' | null;
  needs: string | null;
  invited: boolean;
  calendarId: string | null;
  calendarSequence: number;
}

/** A round at the door of a meeting: locked, read, written, in as few statements for a hundred as for one. */
@Injectable()
export class EntranceRepository {
  /** Locks the meeting's pool and so everything about its seats. How many are free; null where there is no meeting. */
  async lock(tx: Tx, eventId: string): Promise<number | null> {
    const [pool] = await tx.rows<{ free: number }>(`select "limit" - used free from pool where event_id = $1 and kind = 'event' for update`, [eventId]);
    return pool ? Math.max(0, pool.free) : null;
  }

  /** One row for each, in their order. In a statement of its own after the lock, so that it sees what was committed before. */
  async asking(tx: Tx, eventId: string, people: readonly { personId: string; cityId: string; key: Buffer }[]): Promise<Asking[]> {
    return tx.rows(
      `select e.status, e.way, e.closes_at "closesAt", e.ends_at "endsAt", e.seats_per_city "seatsPerCity",
              (select r.id from registration r where r.event_id = e.id and r.person_id = w.person_id and r.status in ('requested', 'confirmed', 'waiting')) "activeId",
              (select i.status from event_invitation i where i.event_id = e.id and i.person_id = w.person_id) "invitation",
              c.id "cityPool", c."limit" - c.used "cityFree", prior.calendar_id "priorCalendarId", prior.calendar_sequence "priorCalendarSequence", prior.status "priorStatus",
              k.input_hash "keyHash", k.answer "keyAnswer"
       from unnest($2::uuid[], $3::uuid[], $4::bytea[]) with ordinality w (person_id, city_id, key, place)
       join event e on e.id = $1
       left join pool c on c.event_id = e.id and c.kind = 'city' and c.city_id = w.city_id
       left join idempotency_key k on k.id = w.key
       left join lateral (select calendar_id, calendar_sequence, status from registration r where r.event_id = e.id and r.person_id = w.person_id order by r.arrival desc limit 1) prior on true
       order by w.place`,
      [eventId, people.map(({ personId }) => personId), people.map(({ cityId }) => cityId), people.map(({ key }) => key)],
    );
  }

  /** The whole round: seats, registrations in the order of arrival with their first step, keys. Throws, and so undoes all, where the books say otherwise. */
  async write(tx: Tx, eventId: string, entries: readonly Entry[], keys: readonly (IdempotencyRow & { answer: string })[], seats: Seating): Promise<void> {
    const shares = [...seats.cities].filter(([, { taken }]) => taken > 0).map(([cityId, { pool, limit, taken }]) => ({ cityId, pool, limit, taken }));
    const rows = entries.map((entry, place) => ({
      ...entry, place, code: newSpokenCode(), calendarId: entry.calendarId ?? newId(),
      happened: entry.status === 'waiting' ? 'waiting' : entry.status === 'requested' ? 'requested' : 'confirmed', reason: entry.blockedBy && `${entry.blockedBy}Full`,
    }));
    const [wrote] = await tx.rows<{ registrations: number; pools: number }>(
      `with taken as (update pool set used = used + $3::int where event_id = $1 and kind = 'event' and $3::int > 0 and used + $3::int <= "limit" returning 1),
            shares as (select * from jsonb_to_recordset($4::jsonb) s ("cityId" uuid, pool bigint, "limit" int, taken int)),
            shared as (update pool p set used = p.used + s.taken from shares s where p.id = s.pool and p.used + s.taken <= p."limit" returning 1),
            opened as (insert into pool (event_id, kind, city_id, "limit", used) select $1, 'city', "cityId", "limit", taken from shares where pool is null returning 1),
            wanted as (select * from jsonb_to_recordset($2::jsonb)
              w (id uuid, code text, "personId" uuid, "cityId" uuid, status text, "blockedBy" text, needs text, "calendarId" uuid, "calendarSequence" int, happened text, reason text, place int)),
            r as (
              insert into registration (id, code, event_id, person_id, city_id, status, blocked_by, needs, calendar_id, calendar_sequence, created_at, changed_at)
              select id, code, $1, "personId", "cityId", status, "blockedBy", needs, "calendarId", "calendarSequence", $5, $5 from wanted order by place returning id),
            h as (insert into registration_history (registration_id, at, happened, reason) select w.id, $5, w.happened, w.reason from wanted w join r on r.id = w.id order by w.place),
            k as (insert into idempotency_key (id, input_hash, answer, created_at) select id, hash, to_jsonb(answer), $5 from unnest($6::bytea[], $7::bytea[], $8::text[]) x (id, hash, answer))
       select (select count(*)::int from r) registrations, ((select count(*) from taken) + (select count(*) from shared) + (select count(*) from opened))::int pools`,
      [eventId, JSON.stringify(rows), seats.taken, JSON.stringify(shares), tx.now, keys.map(({ id }) => id), keys.map(({ inputHash }) => inputHash), keys.map(({ answer }) => answer)],
    );
    const pools = (seats.taken > 0 ? 1 : 0) + shares.length;
    if (wrote!.registrations !== entries.length || wrote!.pools !== pools) throw new Error(`Seats of ${eventId} vanished under their lock.`);
  }
}

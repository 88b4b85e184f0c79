import { Injectable } from '@nestjs/common';
import type { EventStatus, PoolKind, RegistrationStatus, RegistrationWay, SessionSeat } from '@crosscity/events/contract';
import { Database, type Tx } from '@crosscity/platform/server';

/** What is so of a meeting and of one person there, read after the meeting's pool was locked: nobody changes it until commit. */
export interface Situation {
  status: EventStatus;
  way: RegistrationWay;
  closesAt: Date;
  endsAt: Date;
  seatsPerCity: number | null;
  activeId: string | null;
  invitation: 'open' | 'accepted' | 'declined' | 'withdrawn' | null;
  cityPool: string | null;
  priorCalendarId: string | null;
  priorCalendarSequence: number | null;
  /** What became of the person's last registration here. */
  priorStatus: RegistrationStatus | null;
  sessionPools: { id: string; sessionId: string; title: string }[];
}

export interface SessionChoice {
  id: string;
  seat: SessionSeat;
}

interface Candidate {
  id: string;
  cityId: string;
  cityPool: string | null;
  cityFree: boolean;
  active: boolean;
}

/** A pool whose counter differs from the rows that hold its seats. */
export interface Miscount {
  id: string;
  kind: PoolKind;
  eventId: string;
  used: number;
  held: number;
}

/**
 * Counting seats. Every transaction that gives, frees or moves a seat of a meeting begins with the meeting's own pool,
 * taken or locked, and goes on with other pools in ascending id. So two of them never wait for each other in a circle,
 * and whoever found the meeting full and goes to wait can't miss a seat that is freed in that moment.
 */
@Injectable()
export class Seats {
  constructor(private readonly database: Database) {}

  /** Takes a seat of the meeting. Taken or not, the meeting's pool is locked after this. Null where there is no meeting. */
  async takeEvent(tx: Tx, eventId: string): Promise<boolean | null> {
    const take = () => tx.rows(
      `with taken as (update pool set used = used + 1 where event_id = $1 and kind = 'event' and used < "limit" returning id) select id from taken`,
      [eventId],
    );
    if ((await take()).length > 0) return true;
    // Full, but without a lock that could change before the place in line is written. Lock, then look again.
    if (!(await this.lock(tx, eventId))) return null;
    return (await take()).length > 0;
  }

  /** Locks the meeting's pool and so everything about its seats. */
  async lock(tx: Tx, eventId: string): Promise<boolean> {
    return (await tx.rows(`select id from pool where event_id = $1 and kind = 'event' for update`, [eventId])).length > 0;
  }

  /** Takes a seat of a pool, if there is one. */
  async take(tx: Tx, poolId: string): Promise<boolean> {
    const taken = await tx.rows(`with taken as (update pool set used = used + 1 where id = $1 and used < "limit" returning id) select id from taken`, [poolId]);
    return taken.length > 0;
  }

  /** Takes a seat of a city's share, which is made at first need. True where cities have no share. */
  async takeCity(tx: Tx, eventId: string, cityId: string, poolId: string | null, seatsPerCity: number | null): Promise<boolean> {
    if (seatsPerCity === null) return true;
    if (poolId) return this.take(tx, poolId);
    await tx.rows(`insert into pool (event_id, kind, city_id, "limit", used) values ($1, 'city', $2, $3, 1)`, [eventId, cityId, seatsPerCity]);
    return true;
  }

  async giveBackEvent(tx: Tx, eventId: string): Promise<void> {
    await tx.rows(`update pool set used = used - 1, over = used - 1 > "limit" where event_id = $1 and kind = 'event'`, [eventId]);
  }

  /** Frees every seat that a confirmed registration holds; its sessions stay wishes, for an undo. */
  async release(tx: Tx, registrationId: string): Promise<void> {
    await tx.rows(
      `update pool p set used = p.used - 1, over = p.used - 1 > p."limit" from registration r
       where r.id = $1 and p.event_id = r.event_id and (p.kind = 'event' or (p.kind = 'city' and p.city_id = r.city_id)
         or p.session_id in (select session_id from registration_session where registration_id = r.id and seat = 'confirmed'))`,
      [registrationId],
    );
    await tx.rows(`update registration_session set seat = 'wanted' where registration_id = $1`, [registrationId]);
  }

  async situation(tx: Tx, eventId: string, personId: string, cityId: string, sessionIds: readonly string[]): Promise<Situation | null> {
    const [found] = await tx.rows<Situation>(
      `select e.status, e.way, e.closes_at "closesAt", e.ends_at "endsAt", e.seats_per_city "seatsPerCity",
              (select r.id from registration r where r.event_id = e.id and r.person_id = $2 and r.status in ('requested', 'confirmed', 'waiting')) "activeId",
              (select i.status from event_invitation i where i.event_id = e.id and i.person_id = $2) "invitation",
              (select p.id from pool p where p.event_id = e.id and p.kind = 'city' and p.city_id = $3) "cityPool",
              prior.calendar_id "priorCalendarId", prior.calendar_sequence "priorCalendarSequence", prior.status "priorStatus",
              (select coalesce(jsonb_agg(jsonb_build_object('id', p.id::text, 'sessionId', s.id, 'title', s.title) order by p.id), '[]')
               from pool p join event_session s on s.id = p.session_id where p.event_id = e.id and p.kind = 'session' and p.session_id = any($4)) "sessionPools"
       from event e
       left join lateral (select calendar_id, calendar_sequence, status from registration r where r.event_id = e.id and r.person_id = $2 order by r.arrival desc limit 1) prior on true
       where e.id = $1`,
      [eventId, personId, cityId, sessionIds],
    );
    return found ?? null;
  }

  /** Those in line, in order of arrival, up to and with the first who can have the free seat. */
  async line(tx: Tx, eventId: string): Promise<{ passed: Candidate[]; next: Candidate | null }> {
    const waiting = await tx.rows<Candidate>(
      `select r.id, r.city_id "cityId", c.id "cityPool", (c.id is null or c.used < c."limit") "cityFree", p.status = 'active' active
       from registration r join person p on p.id = r.person_id
       left join pool c on c.event_id = r.event_id and c.kind = 'city' and c.city_id = r.city_id
       where r.event_id = $1 and r.status = 'waiting' order by r.arrival for update of r`,
      [eventId],
    );
    const at = waiting.findIndex(({ cityFree, active }) => cityFree && active);
    return { passed: at < 0 ? [] : waiting.slice(0, at), next: waiting[at] ?? null };
  }

  async hasFreeSeat(tx: Tx, eventId: string): Promise<boolean> {
    return (await tx.rows(`select id from pool where event_id = $1 and kind = 'event' and used < "limit"`, [eventId])).length > 0;
  }

  /** The session pools of what a registration wishes for, in ascending id. */
  async wishes(tx: Tx, registrationId: string): Promise<{ poolId: string; sessionId: string }[]> {
    return tx.rows(
      `select p.id "poolId", s.session_id "sessionId" from registration_session s join pool p on p.session_id = s.session_id
       where s.registration_id = $1 and s.seat = 'wanted' order by p.id`,
      [registrationId],
    );
  }

  /** The first who waits for a session that has a place, or null. */
  async nextForSession(tx: Tx, eventId: string): Promise<{ poolId: string; sessionId: string; registrationId: string } | null> {
    const [next] = await tx.rows<{ poolId: string; sessionId: string; registrationId: string }>(
      `select p.id "poolId", p.session_id "sessionId", w.registration_id "registrationId" from pool p
       join lateral (
         select s.registration_id from registration_session s join registration r on r.id = s.registration_id and r.status = 'confirmed'
         where s.session_id = p.session_id and s.seat = 'waiting' order by s.arrival limit 1
       ) w on true
       where p.event_id = $1 and p.kind = 'session' and p.used < p."limit" order by p.id limit 1`,
      [eventId],
    );
    return next ?? null;
  }

  /** Pools whose counter isn't what the rows say. Must be empty, always; a difference is an alarm and never mended silently. */
  async miscounts(eventId: string | null = null): Promise<Miscount[]> {
    return this.database.rows(
      `select * from (
         select p.id, p.kind, p.event_id "eventId", p.used,
                case when p.kind = 'session'
                  then (select count(*)::int from registration_session s join registration r on r.id = s.registration_id where s.session_id = p.session_id and s.seat = 'confirmed' and r.status = 'confirmed')
                  else (select count(*)::int from registration r where r.event_id = p.event_id and r.status = 'confirmed' and (p.kind = 'event' or r.city_id = p.city_id)) end held
         from pool p where $1::uuid is null or p.event_id = $1
       ) counted where used <> held`,
      [eventId],
    );
  }
}

/** What a change of status is from, for guarded updates. */
export type From = readonly RegistrationStatus[];

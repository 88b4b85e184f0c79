import { Injectable } from '@nestjs/common';
import { type Tx, newId } from '@crosscity/platform/server';
import { EventSessionEntity } from './event-session.entity';

export interface PlannedSession {
  id: string | null;
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  limit: number | null;
}

/** Pools, sessions and invitations of a meeting, as staff set them. Under the lock of the meeting's pool. */
@Injectable()
export class EventWrites {
  /** The first pool of a meeting: its id is the lowest, and everything about its seats begins with it. */
  async addEventPool(tx: Tx, eventId: string, limit: number): Promise<void> {
    await tx.rows(`insert into pool (event_id, kind, "limit") values ($1, 'event', $2)`, [eventId, limit]);
  }

  /** A lower limit takes no seat away; it only stops growth until enough people have left. */
  async setLimit(tx: Tx, eventId: string, limit: number): Promise<void> {
    await tx.rows(`update pool set "limit" = $2, over = used > $2 where event_id = $1 and kind = 'event'`, [eventId, limit]);
  }

  /** Gives each city its share, or takes the shares away. Cities that have seats already are counted; the others come at first need. */
  async setShares(tx: Tx, eventId: string, seatsPerCity: number | null): Promise<void> {
    if (seatsPerCity === null) {
      await tx.rows(`delete from pool where event_id = $1 and kind = 'city'`, [eventId]);
      return;
    }
    await tx.rows(
      `insert into pool (event_id, kind, city_id, "limit", used, over)
       select $1, 'city', city_id, $2::int, count(*), count(*) > $2::int from registration where event_id = $1 and status = 'confirmed' group by city_id
       on conflict (event_id, city_id) where kind = 'city' do nothing`,
      [eventId, seatsPerCity],
    );
    await tx.rows(`update pool set "limit" = $2, over = used > $2 where event_id = $1 and kind = 'city'`, [eventId, seatsPerCity]);
  }

  /** The agenda as it shall be: what is missing in `planned` is gone, with the choices of it. */
  async setSessions(tx: Tx, eventId: string, planned: readonly PlannedSession[]): Promise<void> {
    const known = new Set((await tx.rows<{ id: string }>(`select id from event_session where event_id = $1`, [eventId])).map(({ id }) => id));
    const sessions = planned.map((session) => ({ ...session, id: session.id && known.has(session.id) ? session.id : newId() }));
    await tx.rows(`delete from event_session where event_id = $1 and id <> all($2)`, [eventId, sessions.map(({ id }) => id)]);
    await tx.repo(EventSessionEntity).save(sessions.map(({ id, title, place, startsAt, endsAt }) => ({ id, eventId, title, place, startsAt, endsAt })));
    for (const { id, limit } of sessions) {
      if (limit === null) {
        await tx.rows(`delete from pool where session_id = $1`, [id]);
        await tx.rows(`delete from registration_session where session_id = $1`, [id]);
      } else {
        await tx.rows(
          `insert into pool (event_id, kind, session_id, "limit") values ($1, 'session', $2, $3)
           on conflict (session_id) where kind = 'session' do update set "limit" = excluded."limit", over = pool.used > excluded."limit"`,
          [eventId, id, limit],
        );
      }
    }
  }

  /** Asks members to come. Who is asked already, or came by another way, is left alone. Ids of the new invitations. */
  async invite(tx: Tx, eventId: string, handles: readonly string[]): Promise<string[]> {
    const invited = await tx.rows<{ id: string }>(
      `insert into event_invitation (id, event_id, person_id, status, created_at)
       select gen_random_uuid(), $1, p.id, 'open', $3 from person p
       where p.handle = any($2) and p.status = 'active'
         and not exists (select 1 from registration r where r.event_id = $1 and r.person_id = p.id and r.status in ('requested', 'confirmed', 'waiting'))
       on conflict (event_id, person_id) do update set status = 'open', created_at = excluded.created_at, answered_at = null where event_invitation.status = 'withdrawn'
       returning id`,
      [eventId, handles, tx.now],
    );
    return invited.map(({ id }) => id);
  }

  async unknownHandles(tx: Tx, handles: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ handle: string }>(`select h.handle from unnest($1::text[]) as h(handle) where not exists (select 1 from person p where p.handle = h.handle and p.status = 'active')`, [handles]);
    return rows.map(({ handle }) => handle);
  }

  /** What people need is forgotten some days after their meeting. */
  async forgetNeeds(tx: Tx, before: Date): Promise<void> {
    await tx.rows(`update registration r set needs = null from event e where e.id = r.event_id and e.ends_at < $1 and r.needs is not null`, [before]);
  }
}

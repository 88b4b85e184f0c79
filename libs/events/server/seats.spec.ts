import { CitiesModule } from '@crosscity/cities/server';
import { makeCity } from '@crosscity/cities/testing';
import { EventsModule, EventsService, RegistrationService } from '@crosscity/events/server';
import { eventFields, makeActors, makeEvent } from '@crosscity/events/testing';
import { IdentityModule } from '@crosscity/identity/server';
import { Database, type Member, SYSTEM, newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';
import type { Type } from '@nestjs/common';
import { Entrance } from './entrance';
import { EntranceRepository } from './entrance.repository';
import { Promotions } from './promotions';
import { RegistrationReads } from './registration-reads.repository';
import { RegistrationWrites } from './registration-writes.repository';
import { Seats } from './seats.repository';

const CLIENTS = 64;
const ROUNDS = 100;

let app: TestApp;
let database: Database;
let registrations: RegistrationService;
/** As many programs on one database would be: each with a door of its own, so that they meet in PostgreSQL only. */
let nodes: RegistrationService[];
let events: EventsService;
let cities: { id: string }[];
let actors: Member[];

beforeAll(async () => {
  // As many connections as clients: the race is in PostgreSQL, not in a queue before it.
  app = await startApp([IdentityModule, CitiesModule, EventsModule], { DATABASE_POOL: String(CLIENTS + 6) });
  database = app.nest.get(Database);
  registrations = app.nest.get(RegistrationService);
  const of = <T>(type: Type<T>) => app.nest.get(type, { strict: false });
  nodes = Array.from({ length: 16 }, () => new RegistrationService(app.work, of(Seats), of(RegistrationWrites), of(RegistrationReads), of(Promotions), new Entrance(app.work, of(EntranceRepository), of(RegistrationWrites))));
  events = app.nest.get(EventsService);
  cities = await Promise.all(Array.from({ length: 8 }, () => makeCity(app)));
  actors = await makeActors(app, CLIENTS, (index) => cities[index % cities.length]!.id);
});

const wish = (eventId: string, change: object = {}) => ({ key: newId(), eventId, sessionIds: [] as string[], waitForSessions: false, needs: null, ...change });
const everybody = (eventId: string) => Promise.all(actors.map((actor, index) => nodes[index % nodes.length]!.register(actor, wish(eventId))));
const idOf = async (eventId: string, actor: Member) => (await database.row<{ id: string }>(`select id from registration where event_id = $1 and person_id = $2 order by arrival desc limit 1`, [eventId, actor.personId]))!.id;
const count = async (eventId: string, status: string) => (await database.row<{ n: number }>(`select count(*)::int n from registration where event_id = $1 and status = $2`, [eventId, status]))!.n;

/** What must never be true of a meeting, in words; empty where all is well. Looks at rows, not at what the program says. */
async function faults(eventId: string): Promise<string[]> {
  const rows = await database.rows<{ fault: string }>(
    `select 'more seats than the limit' fault from pool p where p.event_id = $1 and p.kind = 'event'
       and (select count(*) from registration r where r.event_id = $1 and r.status = 'confirmed') > p."limit"
     union all
     select 'more seats than a city''s share' from pool p where p.event_id = $1 and p.kind = 'city'
       and (select count(*) from registration r where r.event_id = $1 and r.city_id = p.city_id and r.status = 'confirmed') > p."limit"
     union all
     select 'more places than a session has' from pool p where p.event_id = $1 and p.kind = 'session'
       and (select count(*) from registration_session s join registration r on r.id = s.registration_id where s.session_id = p.session_id and s.seat = 'confirmed' and r.status = 'confirmed') > p."limit"
     union all
     select 'somebody is there twice' from registration where event_id = $1 and status in ('requested', 'confirmed', 'waiting') group by person_id having count(*) > 1
     union all
     select 'a free seat and somebody who could have it' from pool p where p.event_id = $1 and p.kind = 'event' and p.used < p."limit"
       and exists (select 1 from registration r left join pool c on c.event_id = r.event_id and c.kind = 'city' and c.city_id = r.city_id
                   where r.event_id = $1 and r.status = 'waiting' and (c.id is null or c.used < c."limit"))
     union all
     select 'a free place in a session and somebody who waits for it' from pool p where p.event_id = $1 and p.kind = 'session' and p.used < p."limit"
       and exists (select 1 from registration_session s join registration r on r.id = s.registration_id and r.status = 'confirmed' where s.session_id = p.session_id and s.seat = 'waiting')`,
    [eventId],
  );
  const miscounts = await app.nest.get(Seats).miscounts(eventId);
  return [...rows.map(({ fault }) => fault), ...miscounts.map(({ kind, used, held }) => `the ${kind} pool says ${used}, the rows say ${held}`)];
}

describe('the last seats', () => {
  it(`go to exactly as many as there are: ${CLIENTS} clients at once, 1 to 30 seats, ${ROUNDS} rounds`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const limit = 1 + (round % 30);
      const { id } = await makeEvent(app, cities[0]!, { limit });
      await everybody(id);
      expect([await count(id, 'confirmed'), await count(id, 'waiting'), await faults(id)]).toEqual([limit, CLIENTS - limit, []]);
    }
  }, 240_000);

  it('are decided for all who stand at one door together, in the order in which they came', async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 10 });
    await Promise.all(actors.map((actor) => registrations.register(actor, wish(id))));
    const seated = await database.rows<{ person_id: string }>(`select person_id from registration where event_id = $1 and status = 'confirmed' order by arrival`, [id]);
    expect(seated.map(({ person_id: personId }) => personId)).toEqual(actors.slice(0, 10).map(({ personId }) => personId));
    expect(await faults(id)).toEqual([]);
  });

  it('are given once for a key that comes to every door at the same moment, and once for a person with many devices', async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 10 });
    const once = wish(id);
    const answers = await Promise.all(nodes.flatMap((node) => [node.register(actors[0]!, once), node.register(actors[0]!, once), node.register(actors[1]!, wish(id))]));
    expect(new Set(answers).size).toBe(2);
    expect([await count(id, 'confirmed'), await faults(id)]).toEqual([2, []]);
    await expect(registrations.register(actors[0]!, { ...once, needs: 'Something else' })).rejects.toMatchObject({ code: 'platform.keyReused' });
  });

  it('refuse one without spoiling it for the others at the door', async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 10 });
    const key = newId();
    await registrations.register(actors[0]!, wish(id, { key }));
    const outcomes = await Promise.allSettled([registrations.register(actors[1]!, wish(id)), registrations.register(actors[0]!, wish(id, { key, needs: 'Other' })), registrations.register(actors[2]!, wish(id))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('are counted in the share of a city too, and nobody waits for a seat of another city', async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 50, seatsPerCity: 3 });
    await everybody(id);
    expect([await count(id, 'confirmed'), await count(id, 'waiting'), await faults(id)]).toEqual([8 * 3, CLIENTS - 24, []]);
  });

  it('the checker sees an oversell: count first, insert after', async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 10 });
    const naive = async (actor: Member) => {
      const { n } = (await database.row<{ n: number }>(`select count(*)::int n from registration where event_id = $1 and status = 'confirmed'`, [id]))!;
      if (n >= 10) return;
      await database.rows(
        `with r as (insert into registration (id, code, event_id, person_id, city_id, status, calendar_id, created_at, changed_at) values ($1::uuid, $1::uuid::text, $2, $3, $4, 'confirmed', $1::uuid, now(), now()) returning id)
         update pool set used = used + 1, over = used + 1 > "limit" where event_id = $2 and kind = 'event'`,
        [newId(), id, actor.personId, actor.cityId],
      );
    };
    await Promise.all(actors.map(naive));
    expect(await faults(id)).toContain('more seats than the limit');
  });
});

describe('one person', () => {
  it(`has one place, whatever is pressed: ${CLIENTS} submits at once with one key`, async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 5 });
    const same = wish(id);
    const answers = await Promise.all(Array.from({ length: CLIENTS }, () => registrations.register(actors[0]!, same)));
    expect(new Set(answers).size).toBe(1);
    expect([await count(id, 'confirmed'), await faults(id)]).toEqual([1, []]);
  });

  it(`has one place, also from ${CLIENTS} devices with keys of their own`, async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 5 });
    const answers = await Promise.all(Array.from({ length: CLIENTS }, () => registrations.register(actors[0]!, wish(id))));
    expect(new Set(answers).size).toBe(1);
    expect([await count(id, 'confirmed'), await faults(id)]).toEqual([1, []]);
  });

  it('cancels once, however often it is pressed', async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 2 });
    await everybody(id);
    const [seated] = await database.rows<{ id: string; person_id: string }>(`select id, person_id from registration where event_id = $1 and status = 'confirmed' limit 1`, [id]);
    const actor = actors.find(({ personId }) => personId === seated!.person_id)!;
    const tries = await Promise.allSettled(Array.from({ length: 16 }, () => registrations.cancel(actor, seated!.id)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([await count(id, 'confirmed'), await count(id, 'waiting'), await faults(id)]).toEqual([2, CLIENTS - 3, []]);
  });
});

describe('a freed seat', () => {
  it('brings up exactly one, in order of arrival', async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 4 });
    for (const actor of actors.slice(0, 12)) await registrations.register(actor, wish(id));
    // Those with seats leave one by one; the line moves up one by one.
    for (let gone = 0; gone < 8; gone += 1) {
      await registrations.cancel(actors[gone]!, await idOf(id, actors[gone]!));
      const seated = await database.rows<{ person_id: string }>(`select person_id from registration where event_id = $1 and status = 'confirmed' order by arrival`, [id]);
      expect(seated.map(({ person_id }) => person_id)).toEqual(actors.slice(gone + 1, gone + 5).map(({ personId }) => personId));
      expect(await faults(id)).toEqual([]);
    }
  });

  it('n freed at once bring up n: all who sit leave together', async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 20 });
    await everybody(id);
    const seated = await database.rows<{ id: string; person_id: string }>(`select id, person_id from registration where event_id = $1 and status = 'confirmed'`, [id]);
    await Promise.all(seated.map((row) => registrations.cancel(actors.find(({ personId }) => personId === row.person_id)!, row.id)));
    const { n } = (await database.row<{ n: number }>(`select count(*)::int n from registration_history h join registration r on r.id = h.registration_id where r.event_id = $1 and h.happened = 'promoted'`, [id]))!;
    expect([n, await count(id, 'confirmed'), await count(id, 'waiting'), await faults(id)]).toEqual([20, 20, CLIENTS - 40, []]);
  });

  it('passes over whose city is full, and writes down why', async () => {
    const [oslo, berlin] = cities as [{ id: string }, { id: string }];
    const { id } = await makeEvent(app, oslo, { limit: 3, seatsPerCity: 2 });
    const [first, second, third, other] = [actors[0]!, actors[8]!, actors[16]!, actors[1]!];
    await registrations.register(first, wish(id));
    await registrations.register(second, wish(id));
    const waiting = await registrations.register(third, wish(id));
    expect(await database.row(`select status, blocked_by from registration where id = $1`, [waiting])).toEqual({ status: 'waiting', blocked_by: 'city' });
    await registrations.register(other, wish(id));
    const last = await registrations.register({ ...actors[9]!, cityId: berlin.id }, wish(id));
    expect(await database.row(`select status, blocked_by from registration where id = $1`, [last])).toEqual({ status: 'waiting', blocked_by: 'event' });
    await registrations.cancel(other, await idOf(id, other));
    expect(await database.row(`select status from registration where id = $1`, [last])).toEqual({ status: 'confirmed' });
    expect(await database.rows(`select happened, reason from registration_history where registration_id = $1 order by id`, [waiting])).toEqual([
      { happened: 'waiting', reason: 'cityFull' }, { happened: 'passedOver', reason: 'cityFull' },
    ]);
    expect(await faults(id)).toEqual([]);
  });

  it('goes to nobody after registration closed', async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 1 });
    await registrations.register(actors[0]!, wish(id));
    const waits = await registrations.register(actors[1]!, wish(id));
    await database.rows(`update event set closes_at = now() - interval '1 minute' where id = $1`, [id]);
    await registrations.cancel(actors[0]!, await idOf(id, actors[0]!));
    expect(await database.row(`select status from registration where id = $1`, [waits])).toEqual({ status: 'waiting' });
    await expect(registrations.register(actors[2]!, wish(id))).rejects.toMatchObject({ code: 'events.closed' });
  });
});

describe('more and fewer seats', () => {
  it('more bring people up at once; fewer take nobody\'s seat and stop growth', async () => {
    const { id, slug } = await makeEvent(app, cities[0]!, { limit: 4 });
    await everybody(id);
    const change = async (limit: number) => {
      const { version } = (await database.row<{ version: number }>(`select version from event where id = $1`, [id]))!;
      await events.edit(SYSTEM, { ...eventFields(cities[0]!, { slug, limit }), id, version });
    };
    await change(10);
    expect([await count(id, 'confirmed'), await faults(id)]).toEqual([10, []]);
    await change(6);
    const seated = await database.rows<{ id: string; person_id: string }>(`select id, person_id from registration where event_id = $1 and status = 'confirmed' order by arrival`, [id]);
    expect(seated).toHaveLength(10);
    // Four leave without anybody moving up, the fifth makes room for one.
    for (const [index, row] of seated.slice(0, 5).entries()) {
      await registrations.cancel(actors.find(({ personId }) => personId === row.person_id)!, row.id);
      expect(await count(id, 'confirmed')).toBe(index < 4 ? 9 - index : 6);
    }
    expect(await faults(id)).toEqual([]);
  });
});

describe('a storm', () => {
  it('of registering, cancelling, undoing, choosing sessions and editing at once ends with the books in order and without a deadlock', async () => {
    const { id } = await makeEvent(app, cities[0]!, { limit: 12, seatsPerCity: 2, sessions: [{ title: 'Visit', limit: 3 }, { title: 'Working group', limit: 5 }] });
    const sessions = (await database.rows<{ id: string }>(`select id from event_session where event_id = $1 order by title`, [id])).map((row) => row.id);
    const before = await deadlocks();
    const unexpected: unknown[] = [];
    const calm = (intention: Promise<unknown>) => intention.catch((error: { code?: string }) => { if (!error.code?.startsWith('events.')) unexpected.push(error); });
    for (let round = 0; round < 6; round += 1) {
      await Promise.all(actors.map(async (actor, index) => {
        const choice = [sessions, [...sessions].reverse(), [sessions[0]!], []][(index + round) % 4]!;
        await calm(registrations.register(actor, wish(id, { sessionIds: choice, waitForSessions: true })));
        const mine = await idOf(id, actor);
        const act = (index * 7 + round) % 5;
        if (act === 0) await calm(registrations.change(actor, mine, { sessionIds: [...choice].reverse(), waitForSessions: true }));
        if (act === 1 || act === 2) await calm(registrations.cancel(actor, mine));
        if (act === 2) await calm(registrations.restore(actor, mine));
        if (act === 3) await calm(registrations.change(actor, mine, { sessionIds: [], waitForSessions: false }));
      }));
      expect(await faults(id)).toEqual([]);
    }
    expect(unexpected).toEqual([]);
    expect(await deadlocks()).toBe(before);
    expect(await count(id, 'confirmed')).toBe(12);
  }, 120_000);
});

async function deadlocks(): Promise<number> {
  await database.rows(`select pg_stat_force_next_flush()`);
  return (await database.row<{ n: number }>(`select deadlocks::int n from pg_stat_database where datname = current_database()`))!.n;
}

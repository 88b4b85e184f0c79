import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { ask, operation, signIn } from './api.ts';
import { type Figures, median, plain, rate } from './figures.ts';
import { idOf } from './seed.ts';

const PEOPLE = 500;
const SEATS = 50;
const ROUNDS = 3;

/** 500 people at once for 50 seats, beside as many contended updates of one row by PostgreSQL alone. */
export async function measureRush(api: string, client: pg.Client): Promise<Figures> {
  const cookies: string[] = [];
  for (let begun = 1; begun <= PEOPLE; begun += 20) cookies.push(...(await Promise.all(Array.from({ length: 20 }, (_, index) => signIn(api, begun + index)))));
  const rates: number[] = [];
  let wrong = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const eventId = await makeEvent(client, round);
    const began = performance.now();
    const outcomes = await Promise.all(cookies.map((cookie) => ask<{ registerForEvent: { status: string } }>(api, operation('RegisterForEvent', { input: { key: randomUUID(), eventId, sessionIds: [] } }), cookie)));
    rates.push((PEOPLE / (performance.now() - began)) * 1000);
    const answered = outcomes.filter(({ registerForEvent }) => registerForEvent.status === 'confirmed').length;
    const { rows } = await client.query<{ seated: number; used: number }>(`select (select count(*)::int from registration where event_id = $1 and status = 'confirmed') seated, (select used from pool where event_id = $1 and kind = 'event') used`, [eventId]);
    wrong += Math.abs(answered - SEATS) + Math.abs(rows[0]!.seated - SEATS) + Math.abs(rows[0]!.used - SEATS);
  }
  const limits: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) limits.push(await contendedUpdates(client));
  return { 'event.rush decisions': rate(median(rates), median(limits)), 'event.rush wrong seats': plain(wrong, 'seats') };
}

async function makeEvent(client: pg.Client, round: number): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into event (id, slug, city_id, kind, title, time_zone, starts_at, ends_at, way, closes_at, status, created_at, changed_at)
     values ($1, $2, $3, 'meeting', 'A rush', 'Europe/Oslo', now() + interval '30 days', now() + interval '31 days', 'open', now() + interval '20 days', 'published', now(), now())`,
    [id, `rush-${round}-${id.slice(0, 8)}`, idOf('city', 1)],
  );
  await client.query(`insert into pool (event_id, kind, "limit") values ($1, 'event', ${SEATS})`, [id]);
  return id;
}

/** What PostgreSQL decides a second when the same people hit one row, and each writes a row of its own. */
async function contendedUpdates(client: pg.Client): Promise<number> {
  await client.query('create table if not exists bench_pool (id int primary key, used int not null, most int not null)');
  await client.query('create table if not exists bench_seat (id bigint generated always as identity, pool int, person uuid, seated boolean)');
  await client.query(`insert into bench_pool values (1, 0, ${SEATS}) on conflict (id) do update set used = 0`);
  const { host, port, user, password, database } = client;
  const pool = new pg.Pool({ host, port, user, password: password as string, database, max: 10 });
  await Promise.all(Array.from({ length: 10 }, () => pool.query('select 1')));
  const began = performance.now();
  await Promise.all(Array.from({ length: PEOPLE }, async () => {
    const connection = await pool.connect();
    await connection.query('begin');
    const { rowCount } = await connection.query({ name: 'take', text: 'update bench_pool set used = used + 1 where id = 1 and used < most' });
    await connection.query({ name: 'seat', text: 'insert into bench_seat (pool, person, seated) values (1, gen_random_uuid(), $1)', values: [rowCount === 1] });
    await connection.query('commit');
    connection.release();
  }));
  const seconds = (performance.now() - began) / 1000;
  await pool.end();
  return PEOPLE / seconds;
}

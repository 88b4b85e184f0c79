import type pg from 'pg';
import { headers, operation } from './api.ts';
import { type Figures, plain } from './figures.ts';
import { measure } from './load.ts';
import { idOf } from './seed.ts';

/** How much slower a lesson is among 5,000 than among 100. Runs last, since it removes the rest. */
export async function measureGrowth(api: string, client: pg.Client): Promise<Figures> {
  const bodies = Array.from({ length: 60 }, (_, index) => index + 2).filter((number) => number % 10 !== 0).map((number) => operation('LessonPage', { id: idOf('thread', number) }));
  const load = { url: `${api}/graphql`, headers, bodies };
  const many = await measure(load);
  await client.query('begin');
  await client.query(`delete from thread where id > $1`, [idOf('thread', 100)]);
  await client.query('commit');
  await client.query('vacuum analyze thread, lesson_text, reply, thread_theme');
  const few = await measure(load);
  return { 'growth 5000 lessons': plain(few.rate / many.rate, 'times slower') };
}

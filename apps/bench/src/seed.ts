import type pg from 'pg';

/** How big the installation is that everything is measured on. */
export const size = { people: 1_000, cities: 40, lessons: 5_000, replies: 100_000, longThread: 2_000 } as const;

/** Ids are made from numbers, so that the load can name rows without asking for them. */
export function idOf(kind: 'person' | 'voice' | 'city' | 'thread' | 'reply', number: number): string {
  const prefix = { person: 'a', voice: 'b', city: 'c', thread: 'd', reply: 'e' }[kind];
  return `${prefix}0000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

const uuid = (kind: Parameters<typeof idOf>[0], expression: string) => `('${idOf(kind, 0).slice(0, 24)}' || lpad(to_hex(${expression}), 12, '0'))::uuid`;

/** Words that make texts of a believable length and an index of a believable size. */
const words = `array['youth','police','school','family','trust','street','evening','meeting','worker','neighbour','team','plan','group','city','support','talk','visit','parent','teacher','library','club','football','mosque','church','rumour','online','video','message','conflict','dialogue','mentor','training','data','report','lesson','safety','listening','partner','office','mayor']`;

function sentence(length: number, seed: string): string {
  return `(select string_agg((${words})[1 + (abs(hashint4(${seed} * 31 + w)) % 40)], ' ') from generate_series(1, ${length}) w)`;
}

/** Fills a migrated, empty database. `passwordHash` is everybody's. Some 40 s. */
export async function seed(client: pg.Client, passwordHash: string): Promise<void> {
  const { people, cities, lessons, replies, longThread } = size;
  await client.query('set synchronous_commit = off');
  await client.query(`insert into theme (slug, names, position) select 'theme-' || n, jsonb_build_object('en', 'Theme ' || n), n from generate_series(1, 11) n on conflict do nothing`);
  await client.query(`insert into voice (id, kind, name, handle, title, place) select ${uuid('voice', 'n')}, 'member', 'Member ' || n, 'member-' || n, 'Youth worker', 'City ' || (n % ${cities}) from generate_series(1, ${people}) n`);
  await client.query(`insert into voice (id, kind, name, handle, place) select ${uuid('voice', `100000 + n`)}, 'city', 'City ' || n, 'city-' || n, 'City ' || n from generate_series(1, ${cities}) n`);
  await client.query(
    `insert into city (id, slug, name, country, latitude, longitude, time_zone, languages, summary, voice_id, created_at) select ${uuid('city', 'n')}, 'city-' || n, 'City ' || n, 'NO', 59.9, 10.7, 'Europe/Oslo', '{nb}', 'A city.', ${uuid('voice', '100000 + n')}, now() from generate_series(1, ${cities}) n`,
  );
  await client.query(
    `insert into person (id, voice_id, email, password_hash, display_name, handle, visibility, status, city_id, created_at)
     select ${uuid('person', 'n')}, ${uuid('voice', 'n')}, 'member-' || n || '@bench.invalid', $1, 'Member ' || n, 'member-' || n,
            '{"name":"members","title":"members","organisation":"members","city":"members","languages":"members","about":"members","directory":"members"}', 'active', ${uuid('city', `1 + n % ${cities}`)}, now()
     from generate_series(1, ${people}) n`,
    [passwordHash],
  );
  await client.query(
    `insert into thread (id, kind, slug, audience, level, city_id, voice_id, original_language, published_at, last_activity_at)
     select ${uuid('thread', 'n')}, 'lesson', 'lesson-' || n, case when n % 10 = 0 then 'members' else 'public' end, (array['primary','secondary','tertiary'])[1 + n % 3],
            ${uuid('city', `1 + n % ${cities}`)}, ${uuid('voice', `1 + n % ${people}`)}, 'en', now() - n * interval '1 hour', now() - n * interval '1 hour'
     from generate_series(1, ${lessons}) n`,
  );
  const parts = ['context', 'did', 'happened', 'differently', 'elsewhere'];
  await client.query(
    `insert into lesson_text (thread_id, language, state, version, title, short, ${parts.map((part) => `${part}_md, ${part}_html`).join(', ')}, minutes, search)
     select ${uuid('thread', 'n')}, 'en', 'original', 1, 'Lesson ' || n || ': ' || t.a, t.b, ${parts.map(() => `t.c, '<p dir="auto">' || t.c || '</p>'`).join(', ')}, 4, search_vector('en', n || ' ' || t.a || ' ' || t.b || ' ' || t.c)
     from generate_series(1, ${lessons}) n cross join lateral (select ${sentence(6, 'n')} a, ${sentence(20, 'n + 1')} b, ${sentence(60, 'n + 2')} c) t`,
  );
  await client.query(`insert into thread_theme (thread_id, theme, place) select ${uuid('thread', 'n')}, 'theme-' || (1 + (n + k) % 11), k from generate_series(1, ${lessons}) n, generate_series(0, 1) k`);
  // Thread 1 is the long one. The others get between none and fifty, so that most are short and some are not; every thread
  // from 2 to 401 has exactly twenty, for comparisons by length.
  await client.query(`create temporary table plan as select 1 thread, generate_series(1, ${longThread}) seq union all select t, generate_series(1, 20) from generate_series(2, 401) t`);
  await client.query(`insert into plan select t, s from generate_series(402, ${lessons}) t, generate_series(1, 20) s limit ${replies - longThread - 8_000}`);
  await client.query(
    `insert into reply (id, thread_id, seq, parent_id, voice_id, body_md, body_html, language, posted_at, search)
     select ${uuid('reply', 'row_number() over ()')}, ${uuid('thread', 'thread')}, seq, null, ${uuid('voice', `1 + abs(hashint4(thread * 7919 + seq)) % ${people}`)}, t.c, '<p dir="auto">' || t.c || '</p>', 'en', now() - interval '30 days' + seq * interval '1 minute', search_vector('en', t.c)
     from plan cross join lateral (select ${sentence(35, 'thread * 2003 + seq')} c) t`,
  );
  await client.query(`update thread t set reply_count = c.count, last_seq = c.count from (select thread_id, count(*) count from reply group by 1) c where c.thread_id = t.id`);
  // What the nightly job would list: the words of the texts, and as many more as an installation of this size has.
  await client.query(
    `insert into search_word (language, word, audience, shape, texts)
     select 'en', word, 'public', word, 100 from (select distinct m[1] word from lesson_text, regexp_matches(lower(title || ' ' || short || ' ' || did_md), '[a-z]{3,}', 'g') m) w
     union select 'en', word, 'public', word, 1 from (select translate(md5(n::text), '0123456789', 'ghijklmnop') word from generate_series(1, 20000) n) w`,
  );
  await client.query('vacuum analyze');
}

// The limit: what node:http and pg alone can do with the same rows, as one JSON text from one prepared statement each.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

const VOICE = `json_build_object('id', v.id, 'kind', v.kind, 'name', v.name, 'handle', v.handle, 'title', v.title, 'place', v.place)`;

const statements: Record<string, { text: string; values: (body: Body) => unknown[] }> = {
  '/lesson': {
    text: `select json_build_object('id', t.id, 'slug', t.slug, 'audience', t.audience, 'level', t.level, 'publishedAt', t.published_at, 'replyCount', t.reply_count, 'trialCount', t.trial_count, 'version', t.version,
        'title', x.title, 'short', x.short, 'language', x.language, 'minutes', x.minutes, 'context', x.context_html, 'did', x.did_html, 'happened', x.happened_html, 'differently', x.differently_html, 'elsewhere', x.elsewhere_html,
        'voice', ${VOICE}, 'city', json_build_object('id', c.id, 'slug', c.slug, 'name', c.name),
        'themes', (select coalesce(json_agg(json_build_object('slug', m.slug, 'names', m.names) order by h.place), '[]') from thread_theme h join theme m on m.slug = h.theme where h.thread_id = t.id),
        'replies', (select coalesce(json_agg(json_build_object('id', r.id, 'seq', r.seq, 'parentId', r.parent_id, 'html', r.body_html, 'language', r.language, 'status', r.status, 'postedAt', r.posted_at, 'editedAt', r.edited_at, 'voice', ${VOICE}) order by r.seq), '[]')
                    from (select * from reply where thread_id = t.id order by seq limit 20) r join voice v on v.id = r.voice_id))::text j
      from thread t join lesson_text x on x.thread_id = t.id and x.language = t.original_language join voice v on v.id = t.voice_id left join city c on c.id = t.city_id where t.id = $1`,
    values: ({ id }) => [id],
  },
  '/list': {
    text: `select coalesce(json_agg(l.j), '[]')::text j from (
        select json_build_object('id', t.id, 'slug', t.slug, 'title', x.title, 'short', x.short, 'publishedAt', t.published_at, 'replyCount', t.reply_count, 'voice', ${VOICE}, 'city', json_build_object('id', c.id, 'name', c.name)) j
        from thread t join lesson_text x on x.thread_id = t.id and x.language = t.original_language join voice v on v.id = t.voice_id left join city c on c.id = t.city_id
        where t.status = 'published' and t.audience = 'public' order by t.published_at desc, t.id desc limit 20) l`,
    values: () => [],
  },
  '/search': {
    text: `select coalesce(json_agg(s), '[]')::text j from (select thread_id, title from lesson_text where search @@ websearch_to_tsquery('english', $1) order by ts_rank(search, websearch_to_tsquery('english', $1)) desc limit 20) s`,
    values: ({ words }) => [words],
  },
  '/reply': {
    text: `insert into reply (id, thread_id, seq, voice_id, body_md, body_html, language, posted_at, search)
           values (gen_random_uuid(), $1, 1000000 + nextval('bench_seq')::int, $2, $3, $3, 'en', now(), ''::tsvector) returning json_build_object('id', id)::text j`,
    values: ({ id, voice, text }) => [id, voice, text],
  },
};

interface Body { id?: string; words?: string; voice?: string; text?: string }

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const statement = statements[request.url ?? ''];
    if (!statement) return void response.writeHead(404).end();
    const body = (chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}) as Body;
    pool.query({ name: request.url, text: statement.text, values: statement.values(body) }).then(
      ({ rows }) => response.writeHead(200, { 'content-type': 'application/json' }).end((rows[0] as { j: string }).j),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`ready ${typeof address === 'object' && address ? address.port : 0}\n`);
});

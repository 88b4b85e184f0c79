import { Injectable } from '@nestjs/common';
import { LESSON_PARTS, type LessonPart } from '@crosscity/forum/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { type Actor, Database, type Page, cursorOf, readCursor, toPage } from '@crosscity/platform/server';
import { reachable } from './forum.policy';

export interface FoundPlace {
  kind: 'lesson' | 'reply';
  thread_id: string;
  /** The reply, else the lesson again. */
  id: string;
  language: string;
  key: number;
  total: number;
}

const COUNTED = 1_000;
/** Of a language, so many of the newest texts with the words are weighed against each other. Rarer words are in fewer, so all of those are. */
const WEIGHED = { lessons: 300, replies: 500 } as const;

const languages = Object.keys(CONTENT_LANGUAGES);
const asked = (language: string) => `search_query('${language}', $1)`;

const lessonsIn = (language: string, reachable: string) => `
  (select thread_id, '${language}' "language", (ts_rank('{0.1,0.3,0.6,1}', search, ${asked(language)}) * 2000000)::int "key" from (
    select x.thread_id, x.search from thread t join lesson_text x on x.thread_id = t.id and x.language = '${language}'
    where t.kind = 'lesson' and t.status = 'published' and ${reachable} and x.search @@ ${asked(language)}
    order by t.published_at desc limit ${WEIGHED.lessons}) newest)`;

const repliesIn = (language: string, reachable: string) => `
  (select 'reply', thread_id, id, '${language}', (ts_rank(search, ${asked(language)}) * 1000000)::int from (
    select r.thread_id, r.id, r.search from reply r join thread t on t.id = r.thread_id
    where r.language = '${language}' and r.search @@ ${asked(language)} and r.status = 'published' and t.kind = 'lesson' and t.status = 'published' and ${reachable}
    order by r.posted_at desc limit ${WEIGHED.replies}) newest)`;

/**
 * Every text is searched in its own language: the words are stemmed once for each, and a text is only compared with the
 * stems of its language. A lesson counts once, in the reader's language if that one matches; its title weighs most.
 * Who may not read a lesson finds neither it nor its replies, and they count for nothing.
 *
 * One branch a language, with the language written out, so that the planner sees how common the words are there: rare ones
 * come from the index of words, common ones from a walk along the newest until there are enough. That choice needs the
 * words, so the statement is planned each time: the comment at its head keeps it from being prepared (`nameStatements`).
 */
const found = (reachable: string) => `/* planned each time */
  with found as materialized (
    select * from (select distinct on (thread_id) 'lesson' kind, thread_id, thread_id id, "language", "key" from (${languages.map((language) => lessonsIn(language, reachable)).join(' union all ')}) l
      order by thread_id, "language" = $2 desc, "key" desc) lessons
    union all ${languages.map((language) => repliesIn(language, reachable)).join(' union all ')})
  select kind, thread_id, id, "language", "key", least((select count(*) from found), ${COUNTED})::int total from found`;

export interface SearchedText {
  title: string;
  short: string;
  parts: Record<LessonPart, string>;
}

@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  async find(query: string, first: number, after: string | undefined | null, actor: Actor): Promise<Page<FoundPlace>> {
    const cursor = readCursor(after, 2);
    const parameters: unknown[] = [query, actor.locale, first + 1, ...(cursor ?? [])];
    const rows = await this.database.rows<FoundPlace>(
      `${found(reachable(actor, (value) => `$${parameters.push(value)}`))} ${cursor ? 'where (key, id) < ($4::int, $5::uuid)' : ''} order by key desc, id desc limit $3`,
      parameters,
    );
    return toPage(rows, first, (row) => cursorOf(row.key, row.id), rows[0]?.total ?? 0);
  }

  /** The HTML of found language versions, by `<id>:<language>`. */
  async texts(places: readonly { id: string; language: string }[]): Promise<Map<string, SearchedText>> {
    const rows = await this.database.rows<{ thread_id: string; language: string; title: string; short: string } & Record<`${LessonPart}_html`, string>>(
      `select x.thread_id, x.language, x.title, x.short, ${LESSON_PARTS.map((part) => `x.${part}_html`).join(', ')}
       from lesson_text x join unnest($1::uuid[], $2::text[]) wanted (id, language) on x.thread_id = wanted.id and x.language = wanted.language`,
      [places.map(({ id }) => id), places.map(({ language }) => language)],
    );
    return new Map(rows.map((row) => [`${row.thread_id}:${row.language}`, { title: row.title, short: row.short, parts: Object.fromEntries(LESSON_PARTS.map((part) => [part, row[`${part}_html`]])) as Record<LessonPart, string> }]));
  }

  /** The folded texts again, with U+0001 before and U+0002 after every word that the query means. */
  async marked(query: string, texts: readonly { language: string; text: string }[]): Promise<string[]> {
    if (texts.length === 0) return [];
    const rows = await this.database.rows<{ marked: string }>(
      `select ts_headline(search_configuration(t.language), search_fold(t.text), search_query(t.language, $1), E'HighlightAll=true, StartSel=\\x01, StopSel=\\x02') marked
       from unnest($2::text[], $3::text[]) with ordinality t (language, text, place) order by t.place`,
      [query, texts.map(({ language }) => language), texts.map(({ text }) => text)],
    );
    return rows.map(({ marked }) => marked);
  }
}

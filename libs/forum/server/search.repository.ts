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
  lessons: number;
  replies: number;
}

/** A page of places, and how many there are of each kind, whichever was asked for. */
export type FoundPage = Page<FoundPlace> & { counts: { lessons: number; replies: number } };

const COUNTED = 1_000;
/** Of a language, so many of the newest texts with the words are weighed against each other. Rarer words are in fewer, so all of those are. */
const WEIGHED = { lessons: 300, replies: 500 } as const;

const languages = Object.keys(CONTENT_LANGUAGES);

/** What to look for. */
export interface Sought {
  /** As it was typed, in websearch syntax. */
  query: string;
  /** Wordings that mean the same, by group: each group must be there in one of its wordings. Null: only what was typed. */
  groups: readonly (readonly string[])[] | null;
  /** The words of a wording may stand apart. */
  isLoose?: boolean;
  /** Themes whose lessons are meant, whatever their words. */
  themes: readonly string[];
}

type Place = (value: unknown) => string;

interface Parts {
  reachable: string;
  /** `$n` of the groups, null where there are none. */
  groups: string | null;
  isLoose: boolean;
}

const typed = (language: string) => `search_query('${language}', $1)`;
const asked = (language: string, { groups, isLoose }: Parts) => (groups ? `(${typed(language)} || coalesce(search_terms('${language}', ${groups}::jsonb, ${isLoose}), ''::tsquery))` : typed(language));
/** What was typed counts thrice. */
const rank = (language: string, parts: Parts, weights: string) => (parts.groups ? `(ts_rank(${weights}search, ${typed(language)}) * 3 + ts_rank(${weights}search, ${asked(language, parts)}))` : `ts_rank(${weights}search, ${typed(language)})`);

const lessonsIn = (language: string, parts: Parts) => `
  (select thread_id, '${language}' "language", (${rank(language, parts, `'{0.1,0.3,0.6,1}', `)} * 2000000)::int "key" from (
    select x.thread_id, x.search from thread t join lesson_text x on x.thread_id = t.id and x.language = '${language}'
    where t.kind = 'lesson' and t.status = 'published' and ${parts.reachable} and x.search @@ ${asked(language, parts)}
    order by t.published_at desc limit ${WEIGHED.lessons}) newest)`;

const repliesIn = (language: string, parts: Parts) => `
  (select 'reply', thread_id, id, '${language}', (${rank(language, parts, '')} * 1000000)::int from (
    select r.thread_id, r.id, r.search from reply r join thread t on t.id = r.thread_id
    where r.language = '${language}' and r.search @@ ${asked(language, parts)} and r.status = 'published' and t.kind = 'lesson' and t.status = 'published' and ${parts.reachable}
    order by r.posted_at desc limit ${WEIGHED.replies}) newest)`;

/** Lessons of the themes that are meant: what their words say beside comes first. */
const themed = (themes: string, parts: Parts) => `
  (select t.id, t.original_language, 100000 / (1 + (select tt.place from thread_theme tt where tt.thread_id = t.id and tt.theme = any(${themes}::text[]) order by tt.place limit 1)) from thread t
    where t.kind = 'lesson' and t.status = 'published' and ${parts.reachable} and exists (select from thread_theme tt where tt.thread_id = t.id and tt.theme = any(${themes}::text[]))
    order by t.published_at desc limit ${WEIGHED.lessons})`;

/**
 * Every text is searched in its own language: the words are stemmed once for each, and a text is only compared with the
 * stems of its language. A lesson counts once, in the reader's language if that one matches; its title weighs most.
 * Who may not read a lesson finds neither it nor its replies, and they count for nothing.
 *
 * One branch a language, with the language written out, so that the planner sees how common the words are there: rare ones
 * come from the index of words, common ones from a walk along the newest until there are enough. That choice needs the
 * words, so the statement is planned each time: the comment at its head keeps it from being prepared (`nameStatements`).
 */
function found(parts: Parts, themes: string | null, kind: string | null): string {
  const lessons = [...languages.map((language) => lessonsIn(language, parts)), ...(themes ? [themed(themes, parts)] : [])];
  return `/* planned each time */
  with everything as materialized (
    select * from (select distinct on (thread_id) 'lesson' kind, thread_id, thread_id id, "language", ${themes ? 'sum("key") over (partition by thread_id)' : '"key"'}::int "key" from (${lessons.join(' union all ')}) l
      order by thread_id, "language" = $2 desc, l."key" desc) lessons
    union all ${languages.map((language) => repliesIn(language, parts)).join(' union all ')}),
  found as (select * from everything${kind ? ` where kind = ${kind}` : ''})
  select kind, thread_id, id, "language", "key", least((select count(*) from found), ${COUNTED})::int total,
    (select count(*) filter (where kind = 'lesson')::int from everything) lessons, (select count(*) filter (where kind = 'reply')::int from everything) replies from found`;
}

export interface SearchedText {
  title: string;
  short: string;
  parts: Record<LessonPart, string>;
}

@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  async find(sought: Sought, { kind, first, after }: { kind?: 'lesson' | 'reply' | null; first: number; after?: string | null }, actor: Actor): Promise<FoundPage> {
    const { query, groups, themes, isLoose = false } = sought;
    const cursor = readCursor(after, 2);
    const parameters: unknown[] = [query, actor.locale, first + 1, ...(cursor ?? [])];
    const $: Place = (value) => `$${parameters.push(value)}`;
    const parts: Parts = { reachable: reachable(actor, $), groups: groups ? $(JSON.stringify(groups)) : null, isLoose };
    const statement = found(parts, themes.length > 0 ? $(themes) : null, kind ? $(kind) : null);
    const rows = await this.database.rows<FoundPlace>(`${statement} ${cursor ? 'where (key, id) < ($4::int, $5::uuid)' : ''} order by key desc, id desc limit $3`, parameters);
    const page = toPage(rows, first, (row) => cursorOf(row.key, row.id), rows[0]?.total ?? 0);
    // Nothing of that kind: there may be some of the other.
    if (!rows[0] && kind) return { ...page, counts: (await this.find(sought, { first: 1 }, actor)).counts };
    return { ...page, counts: { lessons: rows[0]?.lessons ?? 0, replies: rows[0]?.replies ?? 0 } };
  }

  /** How many lessons of each language hold one of its words. */
  async countIn(words: readonly { language: string; word: string }[], actor: Actor): Promise<{ language: string; count: number }[]> {
    const parameters: unknown[] = [words.map(({ language }) => language), words.map(({ word }) => `"${word}"`)];
    return this.database.rows(
      `select o.language, count(distinct t.id)::int count from unnest($1::text[], $2::text[]) o (language, word)
       join lesson_text x on x.language = o.language and x.search @@ search_query(o.language, o.word)
       join thread t on t.id = x.thread_id and t.kind = 'lesson' and t.status = 'published' and ${reachable(actor, (value) => `$${parameters.push(value)}`)} group by o.language`,
      parameters,
    );
  }

  /** Lessons whose title holds these words as they stand, for suggestions while one types. */
  async titles(text: string, first: number, actor: Actor): Promise<{ id: string; slug: string; title: string; language: string }[]> {
    const parameters: unknown[] = [`%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`, actor.locale, first];
    return this.database.rows(
      `select id, slug, title, "language" from (
         select distinct on (t.id) t.id, t.slug, x.title, x.language, t.published_at from thread t join lesson_text x on x.thread_id = t.id
         where t.kind = 'lesson' and t.status = 'published' and ${reachable(actor, (value) => `$${parameters.push(value)}`)} and search_fold(x.title) ilike search_fold($1)
         order by t.id, x.language = $2 desc) titled
       order by published_at desc limit $3`,
      parameters,
    );
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
  async marked({ query, groups, isLoose = false }: Sought, texts: readonly { language: string; text: string }[]): Promise<string[]> {
    if (texts.length === 0) return [];
    const wide = groups ? `search_query(t.language, $1) || coalesce(search_terms(t.language, $4::jsonb, ${isLoose}), ''::tsquery)` : 'search_query(t.language, $1)';
    const rows = await this.database.rows<{ marked: string }>(
      `select ts_headline(search_configuration(t.language), search_fold(t.text), ${wide}, E'HighlightAll=true, StartSel=\\x01, StopSel=\\x02') marked
       from unnest($2::text[], $3::text[]) with ordinality t (language, text, place) order by t.place`,
      [query, texts.map(({ language }) => language), texts.map(({ text }) => text), ...(groups ? [JSON.stringify(groups)] : [])],
    );
    return rows.map(({ marked }) => marked);
  }
}

import { Injectable } from '@nestjs/common';
import { cityColumns } from '@crosscity/cities/server';
import { type Audience, type ContentStatus, LESSON_PARTS, type LessonPart, type PreventionLevel } from '@crosscity/forum/contract';
import { type VoiceRow, voiceColumns, voiceOf } from '@crosscity/identity/server';
import { type Actor, Database, type Page, cursorOf, readCursor, toPage } from '@crosscity/platform/server';
import { type LessonRow, lessonOf, partsOf, readerOf, readerParameters } from './lesson.rows';
import type { LessonMarkdown, LessonPartText, LessonRevision, LessonType } from './lesson.type';
import { type Chosen, matching } from './lesson-filter.repository';
import { reachable } from './forum.policy';
import { FRESH_UNTIL } from './freshness.repository';
import { joinReading, readingColumns } from './reading.repository';
import type { RevisedParts } from './revision.entity';
import type { ThreadKind } from './thread.entity';

const htmlColumns = LESSON_PARTS.map((part) => `x.${part}_html`).join(', ');

/**
 * A lesson with everything that its row on a page needs, joined in: words in one language, languages, themes, voice, city,
 * results of trials, and where the reader stopped. `readerParameters` are $1 to $4.
 */
function selectLessons(options: { parts: boolean }): string {
  return `
  select t.id, t.kind, t.slug, t.audience, t.space_id, case when t.space_id is not null then (select sp.closed_at is not null from space sp where sp.id = t.space_id) end space_closed, t.status, t.hidden_rule, t.gone_at, t.level, t.country, t.original_language, t.version, t.reply_count,
         t.trial_count, t.last_seq, t.last_change, t.published_at, t.edited_at, t.last_activity_at, t.evidence, t.is_sample, case when t.why_shown then t.withdrawn_why end shown_why, ${FRESH_UNTIL} fresh_until, t.source_title, t.source_publisher,
         x.language, x.title, x.short, x.minutes${options.parts ? `, ${htmlColumns}` : ''},
         (select json_agg(json_build_object('language', l.language, 'state', l.state, 'title', l.title, 'isOutdated', l.version < t.version)
                 order by l.state <> 'original', l.language) from lesson_text l where l.thread_id = t.id) languages,
         (select coalesce(json_agg(json_build_object('slug', th.slug, 'name', coalesce(th.names ->> $1, th.names ->> 'en', th.slug)) order by tt.place), '[]')
          from thread_theme tt join theme th on th.slug = tt.theme where tt.thread_id = t.id) themes,
         case when t.trial_count > 0 then (
           select json_agg(json_build_object('result', g.result, 'count', g.count) order by g.count desc, g.result) from (
             select tr.result, count(*)::int from trial tr join reply rp on rp.id = tr.reply_id and rp.status = 'published'
             where tr.thread_id = t.id group by tr.result) g) end trial_results,
         ${voiceColumns('v')}, ${cityColumns('c')},
         ${readingColumns}
  from thread t
  join lateral (
    select * from lesson_text y where y.thread_id = t.id
    order by y.language = $2 desc nulls last, y.language = $1 desc, y.language = t.original_language desc limit 1) x on true
  join voice v on v.id = t.voice_id
  left join city c on c.id = t.city_id
  ${joinReading('$3', '$4')}`;
}

const ONE = `${selectLessons({ parts: true })} where t.id = $5`;
const SOME = `${selectLessons({ parts: false })} where t.id = any($5)`;

export interface ThreadSummary {
  id: string;
  slug: string;
  kind: ThreadKind;
  audience: Audience;
  spaceId: string | null;
  status: ContentStatus;
  voiceId: string;
  hiddenRule: string | null;
  goneAt: Date | null;
  lastSeq: number;
  lastChange: number;
  originalLanguage: string;
}

/** Reads lessons. What a reader may see of them is said in SQL for lists and by `may.read` for single ones. */
@Injectable()
export class LessonsRepository {
  constructor(private readonly database: Database) {}

  /** The lesson with its parts, without asking who may read it. */
  async row(id: string, actor: Actor, language: string | null): Promise<LessonRow | null> {
    return this.database.row<LessonRow>(ONE, [...readerParameters(readerOf(actor, language)), id]);
  }

  /** Those of these lessons that this actor may read, by id. */
  async byIds(ids: readonly string[], actor: Actor, languages?: string | null): Promise<Map<string, LessonType>> {
    const parameters = [...readerParameters(readerOf(actor, languages)), ids];
    const rows = await this.database.rows<LessonRow>(`${SOME} and t.kind = 'lesson' and t.status = 'published' and ${reachable(actor, (value) => `$${parameters.push(value)}`)}`, parameters);
    return new Map(rows.map((row) => [row.id, lessonOf(row, actor)]));
  }

  async page(chosen: Chosen, sort: 'newest' | 'active', first: number, after: string | undefined | null, actor: Actor): Promise<Page<LessonType>> {
    const parameters = readerParameters(readerOf(actor));
    const by = sort === 'active' ? 'last_activity_at' : 'published_at';
    const cursor = readCursor(after, 2);
    if (cursor) parameters.push(...cursor);
    // The limit is a constant of the statement: only then does PostgreSQL trust one plan for all, and planning costs more than reading.
    const rows = await this.database.rows<LessonRow & { key: string }>(
      `with page as materialized (
         select t.id, t.${by} sort_key from thread t
         where ${cursor ? `(t.${by}, t.id) < ($5::timestamptz, $6::uuid) and ` : ''}${matching(chosen, parameters)}
         order by t.${by} desc, t.id desc limit ${Math.trunc(first) + 1})
       select lesson.*, to_char(page.sort_key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') key
       from page join lateral (${selectLessons({ parts: false })} where t.id = page.id) lesson on true
       order by page.sort_key desc, page.id desc`,
      parameters,
    );
    const page = toPage(rows, first, (row) => cursorOf(row.key, row.id));
    return { nextCursor: page.nextCursor, items: page.items.map((row) => lessonOf(row, actor)) };
  }

  async count(chosen: Chosen): Promise<number> {
    const parameters: unknown[] = [];
    const row = await this.database.row<{ count: number }>(`select count(*)::int count from thread t where ${matching(chosen, parameters)}`, parameters);
    return row?.count ?? 0;
  }

  /** Parts for those lessons of a list that are asked for them, each in the language that the list shows. */
  async parts(shown: readonly { id: string; language: string }[]): Promise<Map<string, LessonPartText[]>> {
    const rows = await this.database.rows<{ thread_id: string; language: string } & Record<`${LessonPart}_html`, string>>(
      `select x.thread_id, x.language, ${htmlColumns} from lesson_text x join unnest($1::uuid[], $2::text[]) wanted (id, language) on x.thread_id = wanted.id and x.language = wanted.language`,
      [shown.map(({ id }) => id), shown.map(({ language }) => language)],
    );
    return new Map(rows.map((row) => [`${row.thread_id}:${row.language}`, partsOf(row)]));
  }

  /** What rules and messages need of threads, without their words. */
  async summaries(ids: readonly string[]): Promise<Map<string, ThreadSummary>> {
    const rows = await this.database.rows<ThreadSummary>(
      `select id, kind, slug, audience, space_id "spaceId", status, voice_id "voiceId", hidden_rule "hiddenRule", gone_at "goneAt", last_seq "lastSeq", last_change "lastChange", original_language "originalLanguage" from thread where id = any($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Titles in a reader's language, else as written. */
  async titles(ids: readonly string[], locale: string): Promise<Map<string, { title: string; language: string }>> {
    const rows = await this.database.rows<{ id: string; title: string; language: string }>(
      `select distinct on (t.id) t.id, x.title, x.language from thread t join lesson_text x on x.thread_id = t.id
       where t.id = any($1) order by t.id, x.language = $2 desc, x.language = t.original_language desc`,
      [ids, locale],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The lesson as it was written, in its original language. */
  async markdown(id: string): Promise<LessonMarkdown | null> {
    const row = await this.database.row<{ id: string; version: number; title: string; short: string; level: PreventionLevel; audience: Audience; language: string; cityId: string | null; voiceId: string; evaluationBy: string | null; evaluationUrl: string | null; themes: string[] } & Record<`${LessonPart}_md`, string>>(
      `select t.id, t.version, x.title, x.short, ${LESSON_PARTS.map((part) => `x.${part}_md`).join(', ')}, t.level, t.audience, x.language, t.city_id "cityId", t.voice_id "voiceId", t.evaluation_by "evaluationBy", t.evaluation_url "evaluationUrl",
              array(select theme from thread_theme where thread_id = t.id order by place) themes
       from thread t join lesson_text x on x.thread_id = t.id and x.language = t.original_language where t.id = $1`,
      [id],
    );
    return row && { ...row, context: row.context_md, did: row.did_md, happened: row.happened_md, differently: row.differently_md, elsewhere: row.elsewhere_md };
  }

  async revisions(id: string): Promise<LessonRevision[]> {
    const rows = await this.database.rows<VoiceRow & { version: number; at: Date; language: string; title: string; short: string; note: string | null; parts: RevisedParts }>(
      `select r.version, r.at, r.language, r.title, r.short, r.note, r.parts, ${voiceColumns('v')}
       from lesson_revision r join voice v on v.id = r.voice_id where r.thread_id = $1 order by r.version desc limit 200`,
      [id],
    );
    return rows.map((row) => ({
      version: row.version, at: row.at, language: row.language, title: row.title, short: row.short, note: row.note, voice: voiceOf(row),
      parts: LESSON_PARTS.map((part) => ({ part, html: row.parts[part].html })),
    }));
  }
}

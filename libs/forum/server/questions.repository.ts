import { Injectable } from '@nestjs/common';
import { cityColumns } from '@crosscity/cities/server';
import { type Audience, QUESTION_FACETS, QUESTION_STATES, type QuestionFacetKey, forumLimits } from '@crosscity/forum/contract';
import { type VoiceRow, voiceColumns, voiceOf } from '@crosscity/identity/server';
import { type Actor, Database, type Member, type Page, cursorOf, readCursor, toPage } from '@crosscity/platform/server';
import { reachable } from './forum.policy';
import { readerOf, readerParameters } from './lesson.rows';
import { fromQuestions, questionChoices, questionConditions, questionsMatching, stateColumn } from './question-filter.repository';
import type { QuestionFilter } from './question.inputs';
import { type QuestionRow, questionOf } from './question.rows';
import type { QuestionFacet, QuestionOutcome, QuestionSource, QuestionType } from './question.type';
import { joinReading, readingColumns } from './reading.repository';

/** A question with all that its row on a page needs. `readerParameters` are $1 to $4. */
const SELECT = `
  select t.id, t.slug, t.audience, t.space_id, t.status, t.hidden_rule, t.gone_at, t.version, t.reply_count, t.trial_count, t.last_seq, t.last_change, t.published_at, t.edited_at,
         x.language, x.title, x.short, x.context_html html, q.finished_at, q.outcome_version, a.id answer_id, ${stateColumn} state,
         (select coalesce(json_agg(json_build_object('slug', th.slug, 'name', coalesce(th.names ->> $1, th.names ->> 'en', th.slug)) order by tt.place), '[]')
          from thread_theme tt join theme th on th.slug = tt.theme where tt.thread_id = t.id) themes,
         ${voiceColumns('v')}, ${cityColumns('c')}, ${readingColumns}
  from ${fromQuestions}
  join lateral (
    select * from lesson_text y where y.thread_id = t.id
    order by y.language = $2 desc nulls last, y.language = $1 desc, y.language = t.original_language desc limit 1) x on true
  join voice v on v.id = t.voice_id
  left join city c on c.id = q.asked_city_id
  ${joinReading('$3', '$4')}`;
const ONE = `${SELECT} where t.id = $5 and t.kind = 'question'`;

/**
 * Who could answer: members of the asked city and who care for it; where the whole network is asked, those who read its
 * language (their own languages, that of their pages, those that their city works in) and follow one of its themes or whose
 * city works on one, or anybody of them where it has none. Never who asked. `$3` is the person, `$4` their voices, `$5` their cities.
 */
const COULD_ANSWER = `t.voice_id <> all($4::uuid[]) and (
  q.asked_city_id = any($5::uuid[])
  or (q.asked_city_id is null
    and exists (select from person p left join city pc on pc.id = p.city_id where p.id = $3::uuid and t.original_language = any(p.languages || p.locale || coalesce(pc.languages, '{}')))
    and (not exists (select from thread_theme tt where tt.thread_id = t.id)
      or exists (select from thread_theme tt join city_theme ct on ct.theme = tt.theme and ct.city_id = any($5::uuid[]) where tt.thread_id = t.id)
      or exists (select from thread_theme tt join theme_follow tf on tf.theme = tt.theme and tf.person_id = $3::uuid where tt.thread_id = t.id))))`;

/** Reads questions. */
@Injectable()
export class QuestionsRepository {
  constructor(private readonly database: Database) {}

  /** The question, without asking who may read it. */
  async row(id: string, actor: Actor, language: string | null = null): Promise<QuestionRow | null> {
    return this.database.row<QuestionRow>(ONE, [...readerParameters(readerOf(actor, language)), id]);
  }

  async page(filter: QuestionFilter, actor: Actor, first: number, after: string | undefined | null): Promise<Page<QuestionType>> {
    const parameters = readerParameters(readerOf(actor));
    const cursor = readCursor(after, 2);
    if (cursor) parameters.push(...cursor);
    const rows = await this.database.rows<QuestionRow & { key: string }>(
      `with page as materialized (
         select t.id, t.published_at sort_key from ${fromQuestions}
         where ${cursor ? '(t.published_at, t.id) < ($5::timestamptz, $6::uuid) and ' : ''}${questionsMatching(filter, actor, parameters)}
         order by t.published_at desc, t.id desc limit ${Math.trunc(first) + 1})
       select question.*, to_char(page.sort_key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') key
       from page join lateral (${SELECT} where t.id = page.id) question on true
       order by page.sort_key desc, page.id desc`,
      parameters,
    );
    const page = toPage(rows, first, (row) => cursorOf(row.key, row.id));
    return { nextCursor: page.nextCursor, items: page.items.map((row) => questionOf(row, actor)) };
  }

  async count(filter: QuestionFilter, actor: Actor): Promise<number> {
    const parameters: unknown[] = [];
    const row = await this.database.row<{ count: number }>(`select count(*)::int count from ${fromQuestions} where ${questionsMatching(filter, actor, parameters)}`, parameters);
    return row?.count ?? 0;
  }

  /** How many questions each value of each facet would leave: one statement over one pass of the reachable ones. */
  async facets(filter: QuestionFilter, actor: Actor): Promise<QuestionFacet[]> {
    const parameters: unknown[] = [actor.locale];
    const { reachable: all, facets } = questionConditions(filter, actor, parameters);
    const others = (facet: QuestionFacetKey) => QUESTION_FACETS.filter((other) => other !== facet && facets[other]).map((other) => `m.${other}_ok`).join(' and ') || 'true';
    const rows = await this.database.rows<{ facet: QuestionFacetKey; value: string; label: string | null; count: number }>(
      `with m as materialized (
         select t.id, t.original_language, q.asked_city_id, ${stateColumn} state${QUESTION_FACETS.filter((facet) => facets[facet]).map((facet) => `, ${facets[facet]} ${facet}_ok`).join('')}
         from ${fromQuestions} where ${all})
       select 'state' facet, m.state as value, null as label, count(*)::int count, 0 place from m where ${others('state')} group by m.state
       union all
       select 'theme', th.slug, coalesce(th.names ->> $1, th.names ->> 'en', th.slug), count(*)::int, th.position
         from m join thread_theme tt on tt.thread_id = m.id join theme th on th.slug = tt.theme where ${others('theme')} group by th.slug
       union all
       select 'city', c.slug, c.name, count(*)::int, 0 from m join city c on c.id = m.asked_city_id where ${others('city')} group by c.id
       union all
       select 'language', m.original_language, null, count(*)::int, 0 from m where ${others('language')} group by m.original_language
       order by facet, place, label, value`,
      parameters,
    );
    const choices = questionChoices(filter);
    return QUESTION_FACETS.map((facet) => {
      const known = new Map(rows.filter((row) => row.facet === facet).map((row) => [row.value, row]));
      // Nothing that is chosen may vanish from the form, and the states are always offered.
      const values = [...new Set([...(facet === 'state' ? QUESTION_STATES : []), ...known.keys(), ...choices[facet]])];
      return { facet, options: values.map((value) => ({ value, label: known.get(value)?.label ?? null, count: known.get(value)?.count ?? 0, chosen: choices[facet].includes(value) })) };
    });
  }

  /** Questions that nobody answered and that this member could: those to their city at once, others after days of silence; who has waited longest first. */
  async waiting(member: Member, first: number): Promise<QuestionType[]> {
    const parameters = [...readerParameters(readerOf(member)), [...new Set([...(member.cityId ? [member.cityId] : []), ...member.coordinates])]];
    const rows = await this.database.rows<QuestionRow>(
      `with page as materialized (
         select t.id from thread t join question q on q.thread_id = t.id
         where t.kind = 'question' and t.status = 'published' and t.reply_count = 0 and q.finished_at is null
           and (q.asked_city_id = any($5::uuid[]) or t.published_at < now() - interval '${forumLimits.silentDays} days')
           and ${COULD_ANSWER} and ${reachable(member, (value) => `$${parameters.push(value)}`)}
         order by q.asked_city_id is null, t.published_at, t.id limit ${Math.trunc(first)})
       select question.* from page join lateral (${SELECT} where t.id = page.id) question on true
       order by question.city_id is null, question.published_at, question.id`,
      parameters,
    );
    return rows.map((row) => questionOf(row, member));
  }

  /** What came of these questions, where it was told; the caller has checked who may read them. */
  async outcomes(ids: readonly string[], withSource: boolean): Promise<Map<string, QuestionOutcome>> {
    const rows = await this.database.rows<VoiceRow & { id: string; version: number; html: string; md: string; language: string; at: Date }>(
      `select o.thread_id id, o.version, o.body_html html, o.body_md md, o.language, o.at, ${voiceColumns('v')}
       from question q join question_outcome o on o.thread_id = q.thread_id and o.version = q.outcome_version join voice v on v.id = o.voice_id
       where q.thread_id = any($1) and o.body_md <> ''`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, { version: row.version, html: row.html, source: withSource ? row.md : null, language: row.language, voice: voiceOf(row), at: row.at }]));
  }

  /** The question as it was written. */
  async source(id: string): Promise<QuestionSource | null> {
    return this.database.row<QuestionSource & { audience: Audience }>(
      `select t.id, t.version, x.title, x.context_md text, t.audience, x.language, q.asked_city_id "askedCityId", array(select theme from thread_theme where thread_id = t.id order by place) themes
       from thread t join question q on q.thread_id = t.id join lesson_text x on x.thread_id = t.id and x.language = t.original_language where t.id = $1`,
      [id],
    );
  }
}


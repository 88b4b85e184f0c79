import { Injectable } from '@nestjs/common';
import { type CityRow, cityColumns, cityOf } from '@crosscity/cities/server';
import { type Adaptation, type EvidenceLevel, type TrialResult, chainLimits } from '@crosscity/forum/contract';
import { voiceColumns } from '@crosscity/identity/server';
import { type Actor, Database, type Tx } from '@crosscity/platform/server';
import type { ChainLesson, ChainPlace, ChainTrial, Evaluation } from './chain.type';
import { reachable } from './forum.policy';
import { type TrialRow, trialOf } from './reply.rows';
import type { TrialTally, TrialType } from './reply.type';

/** Lessons on the way of an idea: the ancestors of one, it first, and all that come from the furthest of them, level by level. */
export interface Way {
  ancestors: string[];
  lessons: string[];
}

/** Reads how far ideas travelled. Each statement says again what this actor may read. */
@Injectable()
export class ChainRepository {
  constructor(private readonly database: Database) {}

  /**
   * Up to where the idea began and down from there, over lessons that this actor may read. One that they may not ends
   * the way, so nothing tells that there is something behind it. Paths keep a loop from going round; the limit ends the
   * recursion itself, since it goes on only while rows are asked for.
   */
  async way(id: string, actor: Actor): Promise<Way> {
    const parameters: unknown[] = [id];
    const seen = `t.kind = 'lesson' and t.status = 'published' and ${reachable(actor, (value) => `$${parameters.push(value)}`)}`;
    const row = await this.database.row<Way>(
      `with recursive up (id, parent_id, path) as (
         select t.id, t.parent_id, array[t.id] from thread t where t.id = $1
         union all
         select t.id, t.parent_id, up.path || t.id from up join thread t on t.id = up.parent_id and ${seen}
         where t.id <> all(up.path) and cardinality(up.path) < ${chainLimits.depth}),
       down (id, path) as (
         (select up.id, array[up.id] from up order by cardinality(up.path) desc limit 1)
         union all
         select t.id, down.path || t.id from down join thread t on t.parent_id = down.id and (t.id = $1 or ${seen})
         where t.id <> all(down.path) and cardinality(down.path) <= ${chainLimits.depth})
       select array(select id from up order by cardinality(path)) ancestors,
              array(select id from (select id from down limit ${chainLimits.walked + 1}) walked) lessons`,
      parameters,
    );
    return row!;
  }

  /** Lessons of a way, with what the tree shows of them, in the order of these ids. */
  async lessons(ids: readonly string[], locale: string): Promise<ChainLesson[]> {
    const rows = await this.database.rows<(CityRow | { city_id: null }) & Omit<ChainLesson, 'city'>>(
      `select t.id, t.slug, x.title, x.language, t.evidence, t.trial_count "trialCount", t.parent_id "parentId", t.grown_from "grownFrom", ${cityColumns('c')}
       from unnest($1::uuid[]) with ordinality wanted (id, place) join thread t on t.id = wanted.id
       join lateral (select y.title, y.language from lesson_text y where y.thread_id = t.id order by y.language = $2 desc, y.language = t.original_language desc limit 1) x on true
       left join city c on c.id = t.city_id order by wanted.place`,
      [ids, locale],
    );
    return rows.map((row): ChainLesson => ({
      id: row.id, slug: row.slug, title: row.title, language: row.language, evidence: row.evidence as EvidenceLevel, trialCount: row.trialCount, parentId: row.parentId, grownFrom: row.grownFrom,
      city: cityOf(row as CityRow | { city_id: null }),
    }));
  }

  /** The newest trials of each of these lessons, and those that became one of them. */
  async trials(threadIds: readonly string[]): Promise<ChainTrial[]> {
    const rows = await this.database.rows<CityRow & { id: string; threadId: string; result: TrialResult; adaptation: Adaptation; at: Date }>(
      `select ranked.reply_id id, ranked.thread_id "threadId", ranked.result, ranked.adaptation, ranked.posted_at at, ${cityColumns('c')}
       from (select tr.*, r.posted_at, row_number() over (partition by tr.thread_id order by r.seq desc) rank
             from trial tr join reply r on r.id = tr.reply_id and r.status = 'published' where tr.thread_id = any($1)) ranked
       join city c on c.id = ranked.city_id
       where ranked.rank <= ${chainLimits.trials} or exists (select from thread grown where grown.grown_from = ranked.reply_id and grown.id = any($1))
       order by ranked.posted_at, ranked.reply_id`,
      [threadIds],
    );
    return rows.map((row) => ({ id: row.id, threadId: row.threadId, result: row.result, adaptation: row.adaptation, at: row.at, city: cityOf(row) }));
  }

  /** Cities from which these lessons are and in which they were tried, with what came of it. */
  async places(threadIds: readonly string[], originId: string): Promise<ChainPlace[]> {
    const rows = await this.database.rows<CityRow & { lessons: number; isOrigin: boolean; results: TrialTally[] }>(
      `with told as (
         select tr.city_id, tr.result, count(*)::int count from trial tr join reply r on r.id = tr.reply_id and r.status = 'published' where tr.thread_id = any($1) group by tr.city_id, tr.result),
       written as (select t.city_id, count(*)::int count, bool_or(t.id = $2) is_origin from thread t where t.id = any($1) and t.city_id is not null group by t.city_id)
       select ${cityColumns('c')}, coalesce(w.count, 0) lessons, coalesce(w.is_origin, false) "isOrigin",
              (select coalesce(json_agg(json_build_object('result', told.result, 'count', told.count) order by array_position(array['worked', 'mixed', 'didNotWork', 'harmed'], told.result)), '[]') from told where told.city_id = c.id) results
       from city c left join written w on w.city_id = c.id
       where w.city_id is not null or c.id in (select city_id from told) order by "isOrigin" desc, c.name, c.id`,
      [threadIds, originId],
    );
    return rows.map((row) => ({ city: cityOf(row), lessonCount: row.lessons, isOrigin: row.isOrigin, results: row.results }));
  }

  /** What beside the way belongs to one lesson: what did harm or did not work, which trials of these voices may grow, the evaluation. */
  async warnings(threadId: string, first: number): Promise<TrialType[]> {
    const rows = await this.database.rows<TrialRow>(
      `select tr.reply_id, r.thread_id, r.seq, r.language, r.posted_at, tr.result, tr.adaptation, tr.change, tr.advice, ${cityColumns('c')}, ${voiceColumns('v')}
       from trial tr join reply r on r.id = tr.reply_id and r.status = 'published' join voice v on v.id = r.voice_id join city c on c.id = tr.city_id
       where tr.thread_id = $1 and tr.result in ('harmed', 'didNotWork') order by tr.result = 'harmed' desc, r.seq desc limit $2`,
      [threadId, first],
    );
    return rows.map(trialOf);
  }

  async aside(threadId: string, voiceIds: readonly string[]): Promise<{ mayGrow: string[]; evaluation: Evaluation | null }> {
    const row = await this.database.row<{ mayGrow: string[]; evaluation: Evaluation | null }>(
      `select case when t.evaluation_url is not null then json_build_object('by', t.evaluation_by, 'url', t.evaluation_url) end evaluation,
              array(select tr.reply_id from trial tr join reply r on r.id = tr.reply_id and r.status = 'published' and r.voice_id = any($2)
                    where tr.thread_id = t.id and not exists (select from thread grown where grown.grown_from = tr.reply_id) limit 50) "mayGrow"
       from thread t where t.id = $1`,
      [threadId, voiceIds],
    );
    return row!;
  }

  /** Ids of the lessons that these trials became, by trial. Who may read them is asked elsewhere. */
  async grownInto(trialIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ trialId: string; id: string }>('select grown_from "trialId", id from thread where grown_from = any($1)', [trialIds]);
    return new Map(rows.map(({ trialId, id }) => [trialId, id]));
  }

  /** The trial, locked against a second lesson from it. */
  async lockTrial(tx: Tx, trialId: string): Promise<{ threadId: string; voiceId: string; grownInto: string | null } | null> {
    const [trial] = await tx.rows<{ threadId: string; voiceId: string }>(
      `select tr.thread_id "threadId", r.voice_id "voiceId" from trial tr join reply r on r.id = tr.reply_id where tr.reply_id = $1 for update of tr`,
      [trialId],
    );
    if (!trial) return null;
    // A statement of its own: it sees what was published while this one waited.
    const [grown] = await tx.rows<{ id: string }>('select id from thread where grown_from = $1', [trialId]);
    return { ...trial, grownInto: grown?.id ?? null };
  }

  /** The lessons from which this one comes, the nearest first, up to the first that is gone or not for everybody in the network. */
  async ancestors(id: string): Promise<{ id: string; voiceId: string }[]> {
    return this.database.rows(
      `with recursive up (id, parent_id, voice_id, path) as (
         select t.id, t.parent_id, t.voice_id, array[t.id] from thread t where t.id = $1
         union all
         select t.id, t.parent_id, t.voice_id, up.path || t.id from up join thread t on t.id = up.parent_id and t.status = 'published' and t.audience <> 'space'
         where t.id <> all(up.path) and cardinality(up.path) < ${chainLimits.depth})
       select id, voice_id "voiceId" from up where id <> $1 order by cardinality(path)`,
      [id],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { type Actor, Database, type Tx } from '@crosscity/platform/server';
import { reachable } from '../forum.policy';
import { shapeOf } from './spelling';

export interface NearWord {
  /** Which of the asked words it is near to. */
  at: number;
  word: string;
  shape: string;
  texts: number;
}

/** A text to list the words of. */
export interface ListedText {
  language: string;
  audience: 'public' | 'members';
  text: string;
}

const NEAREST = 30;
const HOLDING = 12;
const languages = `'{${Object.keys(CONTENT_LANGUAGES).join(',')}}'::text[]`;
/** Published, and in the commons: what a closed space says is listed nowhere. */
const LISTED = `t.status = 'published' and t.audience in ('public', 'members')`;

/** The list of words, the statements about likeness, and what is known of a word's other names. */
@Injectable()
export class WordsRepository {
  constructor(private readonly database: Database) {}

  /** Words that look like the asked ones, hold them, or are one of their halves; of texts that this kind of reader may read. */
  async near(actor: Actor, shapes: readonly string[], halves: readonly string[]): Promise<NearWord[]> {
    const audiences = actor.kind === 'guest' ? ['public'] : ['public', 'members'];
    return this.database.rows<NearWord>(
      `select "at"::int, w.word, w.shape, max(w.texts)::int texts
       from unnest($1::text[]) with ordinality asked (shape, "at") cross join lateral (
         (select word, shape, texts from search_word where audience = any($3) and shape = asked.shape)
         union all (select word, shape, texts from search_word where audience = any($3) and length(asked.shape) >= 4 order by shape <-> asked.shape limit ${NEAREST})
         union all (select word, shape, texts from search_word where audience = any($3) and length(asked.shape) >= 4 and shape like '%' || asked.shape || '%' order by texts desc limit ${HOLDING})
       ) w group by 1, 2, 3
       union all select 0, word, shape, max(texts)::int from search_word where audience = any($3) and shape = any($2::text[]) group by 2, 3`,
      [shapes, halves, audiences],
    );
  }

  /** Which of these words stand in a text that this very reader may read. Only those are ever shown. */
  async readable(actor: Actor, words: readonly string[]): Promise<Set<string>> {
    if (words.length === 0) return new Set();
    const parameters: unknown[] = [words];
    const mayRead = reachable(actor, (value) => `$${parameters.push(value)}`);
    const rows = await this.database.rows<{ word: string }>(
      `select word from unnest($1::text[]) word where exists (
         select from unnest(${languages}) l (language) join lesson_text x on x.language = l.language and x.search @@ search_query(l.language, '"' || word || '"')
           join thread t on t.id = x.thread_id and t.status = 'published' and ${mayRead})
       or exists (
         select from unnest(${languages}) l (language) join reply r on r.language = l.language and r.status = 'published' and r.search @@ search_query(l.language, '"' || word || '"')
           join thread t on t.id = r.thread_id and t.status = 'published' and ${mayRead})`,
      parameters,
    );
    return new Set(rows.map(({ word }) => word));
  }

  /** The words of these lessons, each language version by itself. */
  async lessonTexts(threadIds: readonly string[]): Promise<ListedText[]> {
    return this.database.rows(
      `select x.language, t.audience, concat_ws(E'\\n', x.title, x.short, x.context_md, x.did_md, x.happened_md, x.differently_md, x.elsewhere_md) "text"
       from thread t join lesson_text x on x.thread_id = t.id where t.id = any($1) and ${LISTED}`,
      [threadIds],
    );
  }

  /** Lessons in the order of their ids, a piece at a time. */
  async lessonIds(after: string, count: number): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(`select t.id from thread t where t.id > $1::uuid and ${LISTED} order by t.id limit $2`, [after, count]);
    return rows.map(({ id }) => id);
  }

  /** Replies in the order of their ids, a piece at a time. */
  async replies(after: string, count: number): Promise<(ListedText & { id: string })[]> {
    return this.database.rows(
      `select r.id, r.language, t.audience, r.body_md "text" from reply r join thread t on t.id = r.thread_id
       where r.id > $1::uuid and r.status = 'published' and ${LISTED} order by r.id limit $2`,
      [after, count],
    );
  }

  /** Replies since a moment, newest last. */
  async repliesSince(since: Date, count: number): Promise<ListedText[]> {
    return this.database.rows(
      `select r.language, t.audience, r.body_md "text" from reply r join thread t on t.id = r.thread_id
       where r.posted_at > $1 and r.status = 'published' and ${LISTED} order by r.posted_at limit $2`,
      [since, count],
    );
  }

  async isEmpty(): Promise<boolean> {
    return (await this.database.row(`select 1 from search_word limit 1`)) === null;
  }

  /** Adds words, or counts them once more. In one order, so that two that add the same never wait for each other in a circle. */
  async add(tx: Tx, words: readonly { language: string; audience: string; word: string; texts: number }[]): Promise<void> {
    const rows = words.toSorted((a, b) => (`${a.language} ${a.word} ${a.audience}` < `${b.language} ${b.word} ${b.audience}` ? -1 : 1));
    await tx.rows(
      `insert into search_word (language, word, audience, shape, texts) select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[])
       on conflict (language, word, audience) do update set texts = search_word.texts + excluded.texts`,
      [rows.map((row) => row.language), rows.map((row) => row.word), rows.map((row) => row.audience), rows.map((row) => shapeOf(row.word)), rows.map((row) => row.texts)],
    );
  }

  /** Sets the list to what stands in the texts now: words that went with their texts go as well. */
  async replace(tx: Tx, words: readonly { language: string; audience: string; word: string; texts: number }[]): Promise<void> {
    await tx.rows(
      `with listed as (select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[]) w (language, word, audience, shape, texts)),
       gone as (delete from search_word s where not exists (select from listed l where l.language = s.language and l.word = s.word and l.audience = s.audience))
       insert into search_word (language, word, audience, shape, texts) select * from listed
       on conflict (language, word, audience) do update set texts = excluded.texts where search_word.texts <> excluded.texts`,
      [words.map((row) => row.language), words.map((row) => row.word), words.map((row) => row.audience), words.map((row) => shapeOf(row.word)), words.map((row) => row.texts)],
    );
  }

}

import { Injectable } from '@nestjs/common';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { type Actor, Database } from '@crosscity/platform/server';
import { reachable } from './forum.policy';
import type { ThreadKind } from './thread.entity';

export interface SimilarRow {
  id: string;
  kind: ThreadKind;
  slug: string;
  title: string;
  language: string;
  reply_count: number;
  is_answered: boolean;
}

const languages = `'{${Object.keys(CONTENT_LANGUAGES).join(',')}}'::text[]`;

/**
 * Lessons and questions that say nearly the same as a sentence: those that share words of it, each compared in its own
 * language, best first. A word in a title weighs ten times one in the text; who shares a single word of many is left out.
 */
@Injectable()
export class SimilarRepository {
  constructor(private readonly database: Database) {}

  async of(text: string, actor: Actor, first: number, except: string | null): Promise<SimilarRow[]> {
    const parameters: unknown[] = [text, actor.locale, except];
    return this.database.rows<SimilarRow>(
      `with asked as materialized (
         select l.language, w.words, cardinality(w.words) many,
                (select string_agg(quote_literal(word), ' | ') from unnest(w.words) word)::tsquery any_of
         from unnest(${languages}) l (language), lateral (select tsvector_to_array(search_vector(l.language, $1)) words) w where cardinality(w.words) > 0),
       found as (
         select distinct on (t.id) t.id, t.kind, t.slug, x.title, x.language, t.reply_count, t.published_at,
                ts_rank('{0.1,0.1,0.2,1}', x.search, a.any_of) rank,
                (select count(*) from unnest(a.words) word where x.search @@ quote_literal(word)::tsquery) shared, a.many
         from asked a join lesson_text x on x.language = a.language and x.search @@ a.any_of
         join thread t on t.id = x.thread_id and t.status = 'published' and t.id is distinct from $3::uuid and ${reachable(actor, (value) => `$${parameters.push(value)}`)}
         order by t.id, x.language = $2 desc, rank desc)
       select f.id, f.kind, f.slug, f.title, f.language, f.reply_count, exists (select from question q join reply r on r.id = q.answer_reply_id and r.status = 'published' where q.thread_id = f.id) is_answered
       from found f where f.shared >= least(2, f.many) order by f.rank * f.shared desc, f.published_at desc limit ${Math.trunc(first)}`,
      parameters,
    );
  }
}

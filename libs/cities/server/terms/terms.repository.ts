import { Injectable } from '@nestjs/common';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { Database, type Tx } from '@crosscity/platform/server';

/** A stretch of a query. */
export interface Stretch {
  at: number;
  length: number;
  words: string;
}

/** What a stretch of a query means: a theme by its name, or a meaning under it. */
export interface Meant {
  at: number;
  length: number;
  /** In which language the stretch means it. */
  language: string;
  theme: string;
  isTheme: boolean;
  /** Everything it is called: the first of a language is its usual name. */
  words: { language: string; word: string }[];
}

export interface StoredMeaning {
  id: string;
  theme: string;
  version: number;
  removed_at: Date | null;
  words: { language: string; word: string }[];
}

const languages = `'{${Object.keys(CONTENT_LANGUAGES).join(',')}}'::text[]`;
const stems = (language: string, words: string) => `phraseto_tsquery(search_configuration(${language}), search_fold(${words}))::text`;
const WORDS = `(select coalesce(json_agg(json_build_object('language', w.language, 'word', w.word) order by w.language, w.place), '[]') from theme_word w where w.meaning_id = m.id)`;

/** What themes, and the things that people speak of under them, are called in each language. */
@Injectable()
export class TermsRepository {
  constructor(private readonly database: Database) {}

  /** What stretches of a query mean, compared by the stems of each language. */
  async meant(stretches: readonly Stretch[]): Promise<Meant[]> {
    return this.database.rows<Meant>(
      `with asked as materialized (
         select s."at", s.length, l.language, ${stems('l.language', 's.words')} stems
         from unnest($1::int[], $2::int[], $3::text[]) s ("at", length, words) cross join unnest(${languages}) l (language))
       select a."at", a.length, min(a.language) "language", m.theme, false "isTheme", ${WORDS} words
         from asked a join theme_word x on x.language = a.language and x.stems = a.stems and a.stems <> '' join theme_meaning m on m.id = x.meaning_id and m.removed_at is null
         group by a."at", a.length, m.id
       union all
       select a."at", a.length, min(a.language), th.slug, true, (select json_agg(json_build_object('language', key, 'word', value)) from jsonb_each_text(th.names) where key = any(${languages}))
         from theme th cross join lateral jsonb_each_text(th.names) n (language, name) join asked a on a.language = n.language and a.stems <> '' and a.stems = ${stems('n.language', 'n.name')}
         where n.language = any(${languages}) group by a."at", a.length, th.slug`,
      [stretches.map(({ at }) => at), stretches.map(({ length }) => length), stretches.map(({ words }) => words)],
    );
  }

  /** Every name of every meaning, for mistyped ones. */
  async words(): Promise<string[]> {
    const rows = await this.database.rows<{ word: string }>(`select distinct w.word from theme_word w join theme_meaning m on m.id = w.meaning_id and m.removed_at is null`);
    return rows.map(({ word }) => word);
  }

  async list(): Promise<StoredMeaning[]> {
    return this.database.rows(`select m.id, m.theme, m.version, m.removed_at, ${WORDS} words from theme_meaning m where m.removed_at is null order by m.created_at, m.id`);
  }

  async one(id: string): Promise<StoredMeaning | null> {
    return this.database.row(`select m.id, m.theme, m.version, m.removed_at, ${WORDS} words from theme_meaning m where m.id = $1`, [id]);
  }

  async hasTheme(tx: Tx, slug: string): Promise<boolean> {
    return (await tx.rows(`select 1 from theme where slug = $1`, [slug])).length > 0;
  }

  async hasMeanings(tx: Tx): Promise<boolean> {
    return (await tx.rows(`select 1 from theme_meaning limit 1`)).length > 0;
  }

  async insert(tx: Tx, id: string, theme: string): Promise<void> {
    await tx.rows(`insert into theme_meaning (id, theme, version, created_at) values ($1, $2, 1, $3)`, [id, theme, tx.now]);
  }

  /** False where somebody saved since. */
  async raise(tx: Tx, id: string, version: number): Promise<boolean> {
    return (await tx.rows(`with done as (update theme_meaning set version = version + 1 where id = $1 and version = $2 and removed_at is null returning id) select id from done`, [id, version])).length > 0;
  }

  async setRemoved(tx: Tx, id: string, isRemoved: boolean): Promise<boolean> {
    return (await tx.rows(`with done as (update theme_meaning set removed_at = $2 where id = $1 and (removed_at is null) = $3 returning id) select id from done`, [id, isRemoved ? tx.now : null, isRemoved])).length > 0;
  }

  /** Replaces all words of a meaning. */
  async putWords(tx: Tx, id: string, words: readonly { language: string; word: string }[]): Promise<void> {
    await tx.rows(`delete from theme_word where meaning_id = $1`, [id]);
    await tx.rows(
      `insert into theme_word (meaning_id, language, place, word, stems)
       select $1, language, place::int, word, ${stems('language', 'word')} from unnest($2::text[], $3::text[]) with ordinality w (language, word, place)`,
      [id, words.map(({ language }) => language), words.map(({ word }) => word)],
    );
  }
}

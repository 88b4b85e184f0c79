import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of the texts for mistyped queries, the names of themes' meanings in each language, and views that people keep. */
export class Finding1763640002400 implements MigrationInterface {
  name = 'Finding1763640002400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;

      -- Words as they stand in published texts, never of a closed space. \`shape\` is the word in a-z and 0-9 (spelling.ts), so that
      -- likeness is measured the same in every script and under every locale of the server.
      create table search_word (
        language text not null,
        word text not null,
        audience text not null,
        shape text not null,
        texts integer not null,
        constraint pk_search_word primary key (language, word, audience),
        constraint ck_search_word_audience check (audience in ('public', 'members'))
      );
      create index ix_search_word_shape on search_word using gist (shape gist_trgm_ops);
      create index ix_search_word_exact on search_word (shape);

      -- \`[["school", "Schule"], ["trust"]]\`: each group must be there in one of its wordings, side by side unless it is loose.
      create function search_terms(language text, groups jsonb, is_loose boolean) returns tsquery
        language sql immutable parallel safe strict
        return (
          select string_agg('(' || one.wordings || ')', ' & ')::tsquery from (
            select string_agg('(' || asked.words::text || ')', ' | ') wordings
            from jsonb_array_elements(groups) with ordinality part (wordings, place), jsonb_array_elements_text(part.wordings) wording,
              lateral (select case when is_loose then plainto_tsquery(search_configuration(language), search_fold(wording)) else phraseto_tsquery(search_configuration(language), search_fold(wording)) end) asked (words)
            where numnode(asked.words) > 0 group by part.place
          ) one
        );

      create table theme_meaning (
        id uuid not null,
        theme text not null,
        version integer not null default 1,
        created_at timestamptz not null,
        removed_at timestamptz,
        constraint pk_theme_meaning primary key (id),
        constraint fk_theme_meaning_theme foreign key (theme) references theme (slug) on delete cascade
      );
      create index ix_theme_meaning_theme on theme_meaning (theme);

      create table theme_word (
        meaning_id uuid not null,
        language text not null,
        place integer not null,
        word text not null,
        stems text not null,
        constraint pk_theme_word primary key (meaning_id, language, place),
        constraint fk_theme_word_meaning foreign key (meaning_id) references theme_meaning (id) on delete cascade
      );
      create index ix_theme_word_stems on theme_word (language, stems);

      create table saved_view (
        id uuid not null,
        person_id uuid not null,
        name text not null,
        place text not null,
        query text not null,
        themes text[] not null,
        levels text[] not null,
        cities text[] not null,
        languages text[] not null,
        results text[] not null,
        evidence text[] not null,
        audiences text[] not null,
        alerts boolean not null,
        created_at timestamptz not null,
        removed_at timestamptz,
        constraint pk_saved_view primary key (id),
        constraint fk_saved_view_person foreign key (person_id) references person (id) on delete cascade,
        constraint ck_saved_view_place check (place in ('lessons', 'search'))
      );
      create index ix_saved_view_person on saved_view (person_id, created_at);
      create index ix_saved_view_alerts on saved_view (person_id, id) where alerts and removed_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table saved_view, theme_word, theme_meaning, search_word;
      drop function search_terms;
      drop extension pg_trgm;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lessons in their languages, threads of replies, trials, where each person has read to, drafts, revisions; and how texts are searched. */
export class Forum1763640000500 implements MigrationInterface {
  name = 'Forum1763640000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Which configuration stems a language. Equal to CONTENT_LANGUAGES in platform/contract; a spec compares them.
      create function search_configuration(language text) returns regconfig
        language sql immutable parallel safe strict
        return case language
          when 'ar' then 'pg_catalog.arabic'::regconfig
          when 'da' then 'pg_catalog.danish'::regconfig
          when 'de' then 'pg_catalog.german'::regconfig
          when 'en' then 'pg_catalog.english'::regconfig
          when 'es' then 'pg_catalog.spanish'::regconfig
          when 'fi' then 'pg_catalog.finnish'::regconfig
          when 'nb' then 'pg_catalog.norwegian'::regconfig
          when 'nl' then 'pg_catalog.dutch'::regconfig
          when 'sv' then 'pg_catalog.swedish'::regconfig
          else 'pg_catalog.simple'::regconfig
        end;

      -- Arabic as people type it: the forms of alef and yaa and the taa marbuta are one letter each, short vowels and the tatweel
      -- are ornaments. Every letter keeps its place or goes, so that positions can be found again in the text as it was written.
      create function search_fold(words text) returns text
        language sql immutable parallel safe strict
        return translate(words, U&'\\0622\\0623\\0625\\0671\\0649\\0629\\0640\\064B\\064C\\064D\\064E\\064F\\0650\\0651\\0652\\0670', U&'\\0627\\0627\\0627\\0627\\064A\\0647');

      create function search_vector(language text, words text) returns tsvector
        language sql immutable parallel safe strict
        return to_tsvector(search_configuration(language), search_fold(words));

      create function search_query(language text, words text) returns tsquery
        language sql immutable parallel safe strict
        return websearch_to_tsquery(search_configuration(language), search_fold(words));
    `);

    await runner.query(`
      create table thread (
        id uuid not null,
        kind text not null,
        slug text not null,
        audience text not null,
        status text not null default 'published',
        hidden_rule text,
        gone_at timestamptz,
        withdrawn_why text,
        level text not null,
        city_id uuid,
        country text,
        voice_id uuid not null,
        original_language text not null,
        version integer not null default 1,
        reply_count integer not null default 0,
        trial_count integer not null default 0,
        last_seq integer not null default 0,
        published_at timestamptz not null,
        edited_at timestamptz,
        last_activity_at timestamptz not null,
        is_sample boolean not null default false,
        source_title text,
        source_publisher text,
        constraint pk_thread primary key (id),
        constraint fk_thread_city foreign key (city_id) references city (id) on delete set null,
        constraint fk_thread_voice foreign key (voice_id) references voice (id),
        constraint ck_thread_kind check (kind in ('lesson')),
        constraint ck_thread_audience check (audience in ('public', 'members')),
        constraint ck_thread_status check (status in ('published', 'hidden', 'withdrawn')),
        constraint ck_thread_level check (level in ('primary', 'secondary', 'tertiary')),
        constraint ck_thread_gone check ((status = 'published') = (gone_at is null))
      );
      create index ix_thread_newest on thread (published_at, id) where status = 'published';
      create index ix_thread_active on thread (last_activity_at, id) where status = 'published';
      create unique index ux_thread_sample_slug on thread (slug) where is_sample;
      create index ix_thread_city_id on thread (city_id);
      create index ix_thread_voice_id on thread (voice_id);
      -- Every reply touches these columns; room on the page keeps such updates away from the other indexes.
      alter table thread set (fillfactor = 80);

      create table lesson_text (
        thread_id uuid not null,
        language text not null,
        state text not null,
        version integer not null,
        title text not null,
        short text not null,
        context_md text not null,
        context_html text not null,
        did_md text not null,
        did_html text not null,
        happened_md text not null,
        happened_html text not null,
        differently_md text not null,
        differently_html text not null,
        elsewhere_md text not null,
        elsewhere_html text not null,
        minutes integer not null,
        search tsvector not null,
        constraint pk_lesson_text primary key (thread_id, language),
        constraint fk_lesson_text_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint ck_lesson_text_state check (state in ('original', 'person', 'machine'))
      );
      create index ix_lesson_text_search on lesson_text using gin (search);
      create index ix_lesson_text_language on lesson_text (language);

      create table thread_theme (
        thread_id uuid not null,
        theme text not null,
        place integer not null,
        constraint pk_thread_theme primary key (thread_id, theme),
        constraint fk_thread_theme_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint fk_thread_theme_theme foreign key (theme) references theme (slug) on delete cascade
      );
      create index ix_thread_theme_theme on thread_theme (theme, thread_id);

      create table lesson_revision (
        thread_id uuid not null,
        version integer not null,
        voice_id uuid not null,
        language text not null,
        title text not null,
        short text not null,
        parts jsonb not null,
        note text,
        at timestamptz not null,
        constraint pk_lesson_revision primary key (thread_id, version),
        constraint fk_lesson_revision_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint fk_lesson_revision_voice foreign key (voice_id) references voice (id)
      );
      create index ix_lesson_revision_voice_id on lesson_revision (voice_id);
    `);

    await runner.query(`
      create table reply (
        id uuid not null,
        thread_id uuid not null,
        seq integer not null,
        parent_id uuid,
        voice_id uuid not null,
        body_md text not null,
        body_html text not null,
        language text not null,
        status text not null default 'published',
        hidden_rule text,
        gone_at timestamptz,
        posted_at timestamptz not null,
        edited_at timestamptz,
        search tsvector not null,
        constraint pk_reply primary key (id),
        constraint fk_reply_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint fk_reply_parent foreign key (parent_id) references reply (id) on delete cascade,
        constraint fk_reply_voice foreign key (voice_id) references voice (id),
        constraint ck_reply_status check (status in ('published', 'hidden', 'withdrawn')),
        constraint ck_reply_gone check ((status = 'published') = (gone_at is null))
      );
      create unique index ux_reply_thread_seq on reply (thread_id, seq);
      create index ix_reply_parent_id on reply (parent_id) where parent_id is not null;
      create index ix_reply_voice_id on reply (voice_id);
      create index ix_reply_search on reply using gin (search);

      create table reply_revision (
        id uuid not null,
        reply_id uuid not null,
        body_md text not null,
        body_html text not null,
        until timestamptz not null,
        constraint pk_reply_revision primary key (id),
        constraint fk_reply_revision_reply foreign key (reply_id) references reply (id) on delete cascade
      );
      create index ix_reply_revision_reply on reply_revision (reply_id, until);

      create table trial (
        reply_id uuid not null,
        thread_id uuid not null,
        city_id uuid not null,
        adaptation text not null,
        change text,
        result text not null,
        advice text not null,
        constraint pk_trial primary key (reply_id),
        constraint fk_trial_reply foreign key (reply_id) references reply (id) on delete cascade,
        constraint fk_trial_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint fk_trial_city foreign key (city_id) references city (id) on delete cascade,
        constraint ck_trial_adaptation check (adaptation in ('same', 'changed')),
        constraint ck_trial_result check (result in ('worked', 'mixed', 'didNotWork', 'harmed'))
      );
      create index ix_trial_thread on trial (thread_id, result);
      create index ix_trial_city_id on trial (city_id);
    `);

    await runner.query(`
      create table thread_reader (
        thread_id uuid not null,
        person_id uuid not null,
        last_seen_seq integer not null default 0,
        seen_at timestamptz,
        follow text not null default 'none',
        follow_reason text not null default 'follows',
        constraint pk_thread_reader primary key (thread_id, person_id),
        constraint fk_thread_reader_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint fk_thread_reader_person foreign key (person_id) references person (id) on delete cascade,
        constraint ck_thread_reader_follow check (follow in ('everything', 'mentions', 'muted', 'none')),
        constraint ck_thread_reader_reason check (follow_reason in ('author', 'answered', 'follows'))
      );
      create index ix_thread_reader_person_id on thread_reader (person_id);

      create table draft (
        id uuid not null,
        person_id uuid not null,
        kind text not null,
        thread_id uuid,
        content jsonb not null,
        version integer not null,
        device text not null,
        updated_at timestamptz not null,
        discarded_at timestamptz,
        constraint pk_draft primary key (id),
        constraint fk_draft_person foreign key (person_id) references person (id) on delete cascade,
        constraint fk_draft_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint ck_draft_kind check (kind in ('lesson', 'reply', 'trial')),
        constraint ck_draft_thread check (kind = 'lesson' or thread_id is not null)
      );
      create index ix_draft_person on draft (person_id, updated_at);
      create index ix_draft_thread_id on draft (thread_id);
      create unique index ux_draft_of_thread on draft (person_id, kind, thread_id) where thread_id is not null and discarded_at is null;

      create table draft_copy (
        id uuid not null,
        draft_id uuid not null,
        content jsonb not null,
        device text not null,
        kept_at timestamptz not null,
        constraint pk_draft_copy primary key (id),
        constraint fk_draft_copy_draft foreign key (draft_id) references draft (id) on delete cascade
      );
      create index ix_draft_copy_draft on draft_copy (draft_id, kept_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table draft_copy, draft, thread_reader, trial, reply_revision, reply, lesson_revision, thread_theme, lesson_text, thread;
      drop function search_query, search_vector, search_fold, search_configuration;
    `);
  }
}

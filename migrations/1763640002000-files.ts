import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pictures, documents and videos. `file` names nobody: who sent it is in `upload`, which goes as soon as the file is published.
 * `file_content` is what lies in the storage; a version can only name a content that was announced, so no row points at nothing.
 */
export class Files1763640002000 implements MigrationInterface {
  name = 'Files1763640002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table file (
        id uuid not null,
        kind text not null,
        state text not null default 'receiving',
        refusal text,
        name text not null,
        media_type text,
        bytes bigint not null,
        width integer,
        height integer,
        colour text,
        seconds real,
        revision integer not null default 1,
        created_at timestamptz not null,
        constraint pk_file primary key (id),
        constraint ck_file_kind check (kind in ('picture', 'document', 'video')),
        constraint ck_file_state check (state in ('receiving', 'processing', 'ready', 'refused')),
        constraint ck_file_refusal check ((state = 'refused') = (refusal is not null))
      );

      create table file_content (
        hash text not null,
        bytes bigint not null,
        announced_at timestamptz not null,
        constraint pk_file_content primary key (hash)
      );
      create index ix_file_content_announced_at on file_content (announced_at);

      create table file_version (
        file_id uuid not null,
        size text not null,
        hash text not null,
        media_type text not null,
        width integer,
        height integer,
        constraint pk_file_version primary key (file_id, size),
        constraint fk_file_version_file foreign key (file_id) references file (id) on delete cascade,
        constraint fk_file_version_content foreign key (hash) references file_content (hash)
      );
      create index ix_file_version_hash on file_version (hash);

      create table file_words (
        file_id uuid not null,
        kind text not null,
        language text not null,
        body text not null,
        constraint pk_file_words primary key (file_id, kind, language),
        constraint ck_file_words_kind check (kind in ('captions', 'transcript')),
        constraint fk_file_words_file foreign key (file_id) references file (id) on delete cascade
      );

      create table file_use (
        id uuid not null,
        file_id uuid not null,
        subject_kind text not null,
        subject_id uuid not null,
        part text,
        position integer not null,
        description text not null default '',
        is_decoration boolean not null default false,
        faces text,
        constraint pk_file_use primary key (id),
        constraint ck_file_use_faces check (faces in ('none', 'agreed', 'blurred')),
        constraint fk_file_use_file foreign key (file_id) references file (id) on delete cascade
      );
      create unique index ux_file_use_file on file_use (file_id, subject_kind, subject_id);
      create index ix_file_use_subject on file_use (subject_kind, subject_id, position);

      create table upload (
        file_id uuid not null,
        person_id uuid not null,
        key text not null,
        received_at timestamptz,
        expires_at timestamptz not null,
        constraint pk_upload primary key (file_id),
        constraint fk_upload_file foreign key (file_id) references file (id) on delete cascade,
        constraint fk_upload_person foreign key (person_id) references person (id) on delete cascade
      );
      create unique index ux_upload_key on upload (person_id, key);
      create index ix_upload_expires_at on upload (expires_at) where received_at is null;

      create table upload_day (
        person_id uuid not null,
        day date not null,
        bytes bigint not null,
        constraint pk_upload_day primary key (person_id, day),
        constraint fk_upload_day_person foreign key (person_id) references person (id) on delete cascade
      );
      create index ix_upload_day_day on upload_day (day);

      alter table thread add column file_count integer not null default 0;
    `);
    // A lesson's page is kept while its row stays as it is (see kept-lessons): what happens to its files must reach the row.
    await runner.query(`
      create function count_files_of_thread() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'INSERT' then
          update thread t set file_count = t.file_count - u.uses from (select subject_id, count(*)::int uses from was where subject_kind = 'lesson' group by subject_id) u where t.id = u.subject_id;
        end if;
        if tg_op <> 'DELETE' then
          update thread t set file_count = t.file_count + u.uses from (select subject_id, count(*)::int uses from is_now where subject_kind = 'lesson' group by subject_id) u where t.id = u.subject_id;
        end if;
        return null;
      end $$;
      create trigger count_files_of_thread_inserted after insert on file_use referencing new table as is_now for each statement execute function count_files_of_thread();
      create trigger count_files_of_thread_updated after update on file_use referencing old table as was new table as is_now for each statement execute function count_files_of_thread();
      create trigger count_files_of_thread_deleted after delete on file_use referencing old table as was for each statement execute function count_files_of_thread();

      create function touch_threads_of_file() returns trigger language plpgsql as $$
      begin
        update thread t set version = t.version from file_use u
          where u.subject_kind = 'lesson' and u.subject_id = t.id and u.file_id = case when tg_table_name = 'file' then coalesce(to_jsonb(new) ->> 'id', to_jsonb(old) ->> 'id') else coalesce(to_jsonb(new) ->> 'file_id', to_jsonb(old) ->> 'file_id') end::uuid;
        return null;
      end $$;
      create trigger touch_threads_of_file after update on file for each row execute function touch_threads_of_file();
      create trigger touch_threads_of_file_words after insert or update or delete on file_words for each row execute function touch_threads_of_file();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function count_files_of_thread, touch_threads_of_file cascade;
      alter table thread drop column file_count;
      drop table upload_day, upload, file_use, file_words, file_version, file_content, file;
    `);
  }
}

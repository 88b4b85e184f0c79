import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a lesson can be relied on (review dates, who reviewed it, why it was withdrawn), and collections of lessons. */
export class Reading1763640002100 implements MigrationInterface {
  name = 'Reading1763640002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table thread
        add column why_shown boolean not null default false,
        add column fresh_until timestamptz,
        add column fresh_asked_at timestamptz;

      create table lesson_review (
        id uuid not null,
        thread_id uuid not null,
        voice_id uuid not null,
        words text not null,
        language text not null,
        version integer not null,
        status text not null default 'published',
        at timestamptz not null,
        constraint pk_lesson_review primary key (id),
        constraint ck_lesson_review_status check (status in ('published', 'hidden', 'withdrawn')),
        constraint fk_lesson_review_thread foreign key (thread_id) references thread (id) on delete cascade,
        constraint fk_lesson_review_voice foreign key (voice_id) references voice (id)
      );
      create unique index ux_lesson_review_voice on lesson_review (thread_id, voice_id);
      create index ix_lesson_review_voice_id on lesson_review (voice_id);

      create table collection (
        id uuid not null,
        title text not null,
        note text not null default '',
        language text not null,
        audience text not null,
        status text not null default 'published',
        voice_id uuid not null,
        version integer not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint pk_collection primary key (id),
        constraint ck_collection_audience check (audience in ('public', 'members')),
        constraint ck_collection_status check (status in ('published', 'hidden', 'withdrawn')),
        constraint fk_collection_voice foreign key (voice_id) references voice (id)
      );
      create index ix_collection_newest on collection (updated_at, id) where status = 'published';
      create index ix_collection_voice_id on collection (voice_id);

      create table collection_lesson (
        collection_id uuid not null,
        thread_id uuid not null,
        place integer not null,
        note text not null default '',
        added_at timestamptz not null,
        constraint pk_collection_lesson primary key (collection_id, thread_id),
        constraint fk_collection_lesson_collection foreign key (collection_id) references collection (id) on delete cascade,
        constraint fk_collection_lesson_thread foreign key (thread_id) references thread (id) on delete cascade
      );
      create index ix_collection_lesson_thread_id on collection_lesson (thread_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table collection_lesson;
      drop table collection;
      drop table lesson_review;
      alter table thread drop column why_shown, drop column fresh_until, drop column fresh_asked_at;
    `);
  }
}

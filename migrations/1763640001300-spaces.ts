import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Spaces: the room of a thread, and the circles that may read closed ones. Threads may be questions. */
export class Spaces1763640001300 implements MigrationInterface {
  name = 'Spaces1763640001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table circle_member (
        circle_id uuid not null,
        person_id uuid not null,
        constraint pk_circle_member primary key (circle_id, person_id),
        constraint fk_circle_member_person foreign key (person_id) references person (id) on delete cascade
      );
      create index ix_circle_member_person_id on circle_member (person_id);

      create table space (
        id uuid not null,
        slug text not null,
        name text not null,
        purpose text not null default '',
        language text not null default 'en',
        kind text not null,
        joining text not null,
        created_at timestamptz not null,
        closed_at timestamptz,
        constraint pk_space primary key (id),
        constraint ck_space_kind check (kind in ('public', 'members', 'private', 'hidden')),
        constraint ck_space_joining check (joining in ('open', 'request', 'invitation', 'city'))
      );
      create unique index ux_space_slug on space (slug);

      alter table thread
        add column space_id uuid,
        alter column level drop not null,
        drop constraint ck_thread_kind,
        drop constraint ck_thread_audience,
        drop constraint ck_thread_level,
        add constraint ck_thread_kind check (kind in ('lesson', 'question')),
        add constraint ck_thread_audience check (audience in ('public', 'members', 'space')),
        add constraint ck_thread_space check (audience <> 'space' or space_id is not null),
        add constraint ck_thread_level check (level in ('primary', 'secondary', 'tertiary') and (level is not null or kind <> 'lesson')),
        add constraint fk_thread_space foreign key (space_id) references space (id) on delete restrict;
      create index ix_thread_space on thread (space_id) where space_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from thread where kind = 'question' or audience = 'space';
      alter table thread
        drop constraint ck_thread_kind, drop constraint ck_thread_audience, drop constraint ck_thread_level, drop constraint ck_thread_space, drop column space_id,
        add constraint ck_thread_kind check (kind in ('lesson')), add constraint ck_thread_audience check (audience in ('public', 'members')),
        add constraint ck_thread_level check (level in ('primary', 'secondary', 'tertiary')), alter column level set not null;
      drop table space, circle_member;
    `);
  }
}

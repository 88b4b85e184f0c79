import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Voices, persons, who cares for which city, sessions. The keys to `city` come with the cities. */
export class Identity1763640000100 implements MigrationInterface {
  name = 'Identity1763640000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table voice (
        id uuid not null,
        kind text not null,
        name text,
        handle text,
        title text,
        place text,
        city_id uuid,
        constraint pk_voice primary key (id),
        constraint ck_voice_kind check (kind in ('member', 'city', 'unattributed'))
      );
      create index ix_voice_city_id on voice (city_id);
      insert into voice (id, kind) values ('00000000-0000-4000-8000-000000000000', 'unattributed');

      create table person (
        id uuid not null,
        voice_id uuid not null,
        email text not null,
        password_hash text not null,
        display_name text not null,
        handle text not null,
        title text not null default '',
        organisation text not null default '',
        about text not null default '',
        languages text[] not null default '{}',
        visibility jsonb not null,
        role text not null default 'member',
        status text not null,
        city_id uuid,
        locale text not null default 'en',
        time_zone text not null default 'UTC',
        is_demo boolean not null default false,
        created_at timestamptz not null,
        constraint pk_person primary key (id),
        constraint fk_person_voice foreign key (voice_id) references voice (id),
        constraint ck_person_role check (role in ('member', 'moderator', 'administrator')),
        constraint ck_person_status check (status in ('applied', 'active', 'refused', 'suspended'))
      );
      create unique index ux_person_email on person (email);
      create unique index ux_person_voice_id on person (voice_id);
      create unique index ux_person_handle on person (handle);
      create index ix_person_city_id on person (city_id);
      create index ix_person_directory on person (display_name, id) where status = 'active';

      create table coordinator (
        person_id uuid not null,
        city_id uuid not null,
        constraint pk_coordinator primary key (person_id, city_id),
        constraint fk_coordinator_person foreign key (person_id) references person (id) on delete cascade
      );
      create index ix_coordinator_city_id on coordinator (city_id);

      create table session (
        sid text not null,
        sess jsonb not null,
        expire timestamptz not null,
        constraint pk_session primary key (sid)
      );
      create index ix_session_expire on session (expire);
      create index ix_session_person on session ((sess->'passport'->>'user'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table session, coordinator, person, voice`);
  }
}

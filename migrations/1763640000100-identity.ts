import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Voices, persons, applications to join, who cares for which city, sessions. The keys to `city` come with the cities. */
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
        guests_see text[] not null default '{}',
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
        sort_name text not null default '',
        handle text not null,
        work text not null default 'other',
        title text not null default '',
        organisation text not null default '',
        about text not null default '',
        ask_me_about text not null default '',
        languages text[] not null default '{}',
        visibility jsonb not null,
        role text not null default 'member',
        status text not null,
        city_id uuid,
        place text,
        locale text not null default 'en',
        time_zone text not null default 'UTC',
        is_demo boolean not null default false,
        created_at timestamptz not null,
        profile_version integer not null default 1,
        constraint pk_person primary key (id),
        constraint fk_person_voice foreign key (voice_id) references voice (id),
        constraint ck_person_role check (role in ('member', 'moderator', 'administrator')),
        constraint ck_person_status check (status in ('applied', 'active', 'refused', 'suspended'))
      );
      create unique index ux_person_email on person (email);
      create unique index ux_person_voice_id on person (voice_id);
      create unique index ux_person_handle on person (handle);
      create index ix_person_city_id on person (city_id);
      create index ix_person_directory on person (sort_name, id) where status = 'active';

      create table coordinator (
        person_id uuid not null,
        city_id uuid not null,
        constraint pk_coordinator primary key (person_id, city_id),
        constraint fk_coordinator_person foreign key (person_id) references person (id) on delete cascade
      );
      create index ix_coordinator_city_id on coordinator (city_id);

      create table application (
        id uuid not null,
        status text not null,
        email text not null,
        password_hash text,
        name text not null,
        work text not null,
        title text not null,
        organisation text not null,
        city_id uuid,
        place text not null,
        languages text[] not null,
        listed boolean not null,
        why text not null,
        locale text not null,
        time_zone text not null,
        created_at timestamptz not null,
        confirmed_at timestamptz,
        person_id uuid,
        decided_at timestamptz,
        decided_by uuid,
        reason text,
        constraint pk_application primary key (id),
        constraint fk_application_person foreign key (person_id) references person (id) on delete cascade,
        constraint fk_application_decided_by foreign key (decided_by) references person (id) on delete set null,
        constraint ck_application_status check (status in ('unconfirmed', 'waiting', 'admitted', 'refused'))
      );
      create index ix_application_status on application (status, created_at, id);
      create index ix_application_decided on application (decided_at, id) where decided_at is not null;
      create index ix_application_email on application (email);
      create unique index ux_application_person_id on application (person_id);

      create table application_link (
        secret_hash bytea not null,
        application_id uuid not null,
        expires_at timestamptz not null,
        constraint pk_application_link primary key (secret_hash),
        constraint fk_application_link_application foreign key (application_id) references application (id) on delete cascade
      );
      create index ix_application_link_application_id on application_link (application_id);

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
    await runner.query(`drop table session, application_link, application, coordinator, person, voice`);
  }
}

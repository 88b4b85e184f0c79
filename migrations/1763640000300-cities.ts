import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Themes, cities with their profile, who follows them; and the keys to `city` that identity's tables were waiting for. */
export class Cities1763640000300 implements MigrationInterface {
  name = 'Cities1763640000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table theme (
        slug text not null,
        names jsonb not null,
        position integer not null,
        constraint pk_theme primary key (slug)
      );

      create table city (
        id uuid not null,
        slug text not null,
        name text not null,
        other_names text[] not null default '{}',
        search_text text not null default '',
        country text not null,
        region text,
        latitude double precision not null,
        longitude double precision not null,
        time_zone text not null,
        languages text[] not null default '{}',
        summary text not null default '',
        profile_language text not null default 'en',
        structures text[] not null default '{}',
        voice_id uuid not null,
        geonames_id integer,
        version integer not null default 1,
        checked_at timestamptz,
        is_sample boolean not null default false,
        created_at timestamptz not null,
        constraint pk_city primary key (id),
        constraint fk_city_voice foreign key (voice_id) references voice (id),
        constraint ck_city_country check (country ~ '^[A-Z]{2}$'),
        constraint ck_city_latitude check (latitude between -90 and 90),
        constraint ck_city_longitude check (longitude between -180 and 180)
      );
      create unique index ux_city_slug on city (slug);
      create unique index ux_city_voice_id on city (voice_id);
      create index ix_city_name on city (name, id);

      create table city_theme (
        city_id uuid not null,
        theme text not null,
        constraint pk_city_theme primary key (city_id, theme),
        constraint fk_city_theme_city foreign key (city_id) references city (id) on delete cascade,
        constraint fk_city_theme_theme foreign key (theme) references theme (slug)
      );
      create index ix_city_theme_theme on city_theme (theme);

      create table city_follow (
        person_id uuid not null,
        city_id uuid not null,
        followed_at timestamptz not null,
        constraint pk_city_follow primary key (person_id, city_id),
        constraint fk_city_follow_person foreign key (person_id) references person (id) on delete cascade,
        constraint fk_city_follow_city foreign key (city_id) references city (id) on delete cascade
      );
      create index ix_city_follow_city_id on city_follow (city_id);

      create table city_revision (
        city_id uuid not null,
        version integer not null,
        replaced_at timestamptz not null,
        voice_id uuid,
        profile jsonb not null,
        constraint pk_city_revision primary key (city_id, version),
        constraint fk_city_revision_city foreign key (city_id) references city (id) on delete cascade,
        constraint fk_city_revision_voice foreign key (voice_id) references voice (id)
      );

      -- A city and its voice point at each other: this key is checked at commit.
      alter table voice add constraint fk_voice_city foreign key (city_id) references city (id) deferrable initially deferred;
      alter table person add constraint fk_person_city foreign key (city_id) references city (id);
      alter table coordinator add constraint fk_coordinator_city foreign key (city_id) references city (id) on delete cascade;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table coordinator drop constraint fk_coordinator_city;
      alter table person drop constraint fk_person_city;
      alter table voice drop constraint fk_voice_city;
      drop table city_revision, city_follow, city_theme, city, theme;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who belongs to a space and how they came in: agreements, members, requests and invitations, departures. */
export class SpacesJoining1763640002600 implements MigrationInterface {
  name = 'SpacesJoining1763640002600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table space
        add column version int not null default 1,
        add column agreement_version int not null default 0;

      create table space_agreement (
        space_id uuid not null,
        version int not null,
        body_md text not null,
        body_html text not null,
        at timestamptz not null,
        constraint pk_space_agreement primary key (space_id, version),
        constraint fk_space_agreement_space foreign key (space_id) references space (id) on delete cascade
      );

      create table space_city (
        space_id uuid not null,
        city_id uuid not null,
        constraint pk_space_city primary key (space_id, city_id),
        constraint fk_space_city_space foreign key (space_id) references space (id) on delete cascade,
        constraint fk_space_city_city foreign key (city_id) references city (id) on delete cascade
      );
      create index ix_space_city_city_id on space_city (city_id);

      create table space_member (
        space_id uuid not null,
        person_id uuid not null,
        is_moderator boolean not null default false,
        agreed_version int not null default 0,
        joined_at timestamptz not null,
        constraint pk_space_member primary key (space_id, person_id),
        constraint fk_space_member_space foreign key (space_id) references space (id) on delete cascade,
        constraint fk_space_member_person foreign key (person_id) references person (id) on delete cascade
      );
      create index ix_space_member_person_id on space_member (person_id);

      create table space_entry (
        id uuid not null,
        space_id uuid not null,
        person_id uuid not null,
        kind text not null,
        status text not null default 'open',
        why text not null default '',
        reason text not null default '',
        agreed_version int not null default 0,
        inviter_voice_id uuid,
        at timestamptz not null,
        decided_at timestamptz,
        constraint pk_space_entry primary key (id),
        constraint ck_space_entry_kind check (kind in ('request', 'invitation')),
        constraint ck_space_entry_status check (status in ('open', 'accepted', 'refused', 'withdrawn')),
        constraint ck_space_entry_decided check ((status = 'open') = (decided_at is null)),
        constraint fk_space_entry_space foreign key (space_id) references space (id) on delete cascade,
        constraint fk_space_entry_person foreign key (person_id) references person (id) on delete cascade,
        constraint fk_space_entry_inviter foreign key (inviter_voice_id) references voice (id) on delete set null
      );
      create unique index ux_space_entry_open on space_entry (space_id, person_id, kind) where status = 'open';
      create index ix_space_entry_person_id on space_entry (person_id);

      create table space_departure (
        id uuid not null,
        space_id uuid not null,
        person_id uuid not null,
        kind text not null,
        reason text not null default '',
        was_moderator boolean not null,
        agreed_version int not null,
        joined_at timestamptz not null,
        at timestamptz not null,
        constraint pk_space_departure primary key (id),
        constraint ck_space_departure_kind check (kind in ('left', 'removed')),
        constraint fk_space_departure_space foreign key (space_id) references space (id) on delete cascade,
        constraint fk_space_departure_person foreign key (person_id) references person (id) on delete cascade
      );
      create index ix_space_departure_person_id on space_departure (person_id, space_id, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table space_departure, space_entry, space_member, space_city, space_agreement;
      alter table space drop column version, drop column agreement_version;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings, their agenda, seats in pools, registrations with their history, invitations. */
export class Events1763640000400 implements MigrationInterface {
  name = 'Events1763640000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event (
        id uuid not null,
        slug text not null,
        city_id uuid not null,
        kind text not null,
        title text not null,
        summary text not null default '',
        about text not null default '',
        about_html text not null default '',
        language text not null default 'en',
        place text not null default '',
        time_zone text not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        languages text[] not null default '{}',
        chatham_house boolean not null default false,
        audience text not null default 'public',
        way text not null,
        seats_per_city int,
        closes_at timestamptz not null,
        status text not null default 'draft',
        cancelled_because text,
        calendar_sequence int not null default 0,
        version int not null default 1,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint pk_event primary key (id),
        constraint fk_event_city foreign key (city_id) references city (id),
        constraint ck_event_kind check (kind in ('workshop', 'roundtable', 'meeting', 'online')),
        constraint ck_event_way check (way in ('open', 'approval', 'invitation')),
        constraint ck_event_status check (status in ('draft', 'published', 'cancelled')),
        constraint ck_event_audience check (audience in ('public', 'members')),
        constraint ck_event_order check (starts_at < ends_at),
        constraint ck_event_seats_per_city check (seats_per_city > 0)
      );
      create unique index ux_event_slug on event (slug);
      create index ix_event_city_id on event (city_id);
      create index ix_event_coming on event (ends_at, id) where status <> 'draft';

      create table event_session (
        id uuid not null,
        event_id uuid not null,
        title text not null,
        place text not null default '',
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        constraint pk_event_session primary key (id),
        constraint fk_event_session_event foreign key (event_id) references event (id) on delete cascade,
        constraint ck_event_session_order check (starts_at < ends_at)
      );
      create index ix_event_session_event on event_session (event_id, starts_at, id);

      create table pool (
        id bigint generated always as identity,
        event_id uuid not null,
        kind text not null,
        city_id uuid,
        session_id uuid,
        "limit" int not null,
        used int not null default 0,
        over boolean not null default false,
        constraint pk_pool primary key (id),
        constraint fk_pool_event foreign key (event_id) references event (id) on delete cascade,
        constraint fk_pool_city foreign key (city_id) references city (id),
        constraint fk_pool_session foreign key (session_id) references event_session (id) on delete cascade,
        constraint ck_pool_kind check ((kind = 'event' and city_id is null and session_id is null) or (kind = 'city' and city_id is not null and session_id is null) or (kind = 'session' and session_id is not null and city_id is null)),
        constraint ck_pool_used check (used >= 0 and ("limit" >= used or over))
      );
      create unique index ux_pool_event on pool (event_id) where kind = 'event';
      create unique index ux_pool_city on pool (event_id, city_id) where kind = 'city';
      create unique index ux_pool_session on pool (session_id) where kind = 'session';
      create index ix_pool_event_id on pool (event_id);
      -- Rows that are counted in again and again: leave room, so that the update stays on its page (HOT).
      alter table pool set (fillfactor = 50);

      create table registration (
        id uuid not null,
        code text not null,
        event_id uuid not null,
        person_id uuid not null,
        city_id uuid not null,
        status text not null,
        arrival bigserial not null,
        blocked_by text,
        needs text,
        reason text,
        cancelled_from text,
        calendar_id uuid not null,
        calendar_sequence int not null default 0,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        constraint pk_registration primary key (id),
        constraint fk_registration_event foreign key (event_id) references event (id) on delete cascade,
        constraint fk_registration_person foreign key (person_id) references person (id) on delete cascade,
        constraint fk_registration_city foreign key (city_id) references city (id),
        constraint ck_registration_status check (status in ('requested', 'confirmed', 'waiting', 'declined', 'cancelled')),
        constraint ck_registration_blocked_by check (blocked_by in ('event', 'city'))
      );
      create unique index ux_registration_code on registration (code);
      create unique index ux_registration_active on registration (event_id, person_id) where status in ('requested', 'confirmed', 'waiting');
      create index ix_registration_waiting on registration (event_id, arrival) where status = 'waiting';
      create index ix_registration_guests on registration (event_id, status, arrival);
      create index ix_registration_person on registration (person_id, created_at);
      create index ix_registration_city_id on registration (city_id);

      create table registration_session (
        registration_id uuid not null,
        session_id uuid not null,
        seat text not null,
        arrival bigserial not null,
        constraint pk_registration_session primary key (registration_id, session_id),
        constraint fk_registration_session_registration foreign key (registration_id) references registration (id) on delete cascade,
        constraint fk_registration_session_session foreign key (session_id) references event_session (id) on delete cascade,
        constraint ck_registration_session_seat check (seat in ('wanted', 'confirmed', 'waiting'))
      );
      create index ix_registration_session_waiting on registration_session (session_id, arrival) where seat = 'waiting';
      create index ix_registration_session_session on registration_session (session_id);

      create table registration_history (
        id bigint generated always as identity,
        registration_id uuid not null,
        at timestamptz not null,
        happened text not null,
        reason text,
        session_id uuid,
        staff_id uuid,
        constraint pk_registration_history primary key (id),
        constraint fk_registration_history_registration foreign key (registration_id) references registration (id) on delete cascade,
        constraint ck_registration_history_happened check (happened in ('requested', 'confirmed', 'waiting', 'promoted', 'passedOver', 'declined', 'cancelled', 'restored', 'sessionConfirmed', 'sessionWaiting', 'sessionPromoted', 'sessionLeft'))
      );
      create index ix_registration_history_registration on registration_history (registration_id, id);
      create function registration_history_stays() returns trigger language plpgsql as
        $$ begin raise exception 'registration_history is only added to'; end $$;
      create trigger registration_history_stays before update on registration_history for each statement execute function registration_history_stays();

      create table event_invitation (
        id uuid not null,
        event_id uuid not null,
        person_id uuid not null,
        status text not null default 'open',
        created_at timestamptz not null,
        answered_at timestamptz,
        constraint pk_event_invitation primary key (id),
        constraint fk_event_invitation_event foreign key (event_id) references event (id) on delete cascade,
        constraint fk_event_invitation_person foreign key (person_id) references person (id) on delete cascade,
        constraint ck_event_invitation_status check (status in ('open', 'accepted', 'declined', 'withdrawn'))
      );
      create unique index ux_event_invitation_person on event_invitation (event_id, person_id);
      create index ix_event_invitation_person_id on event_invitation (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table event_invitation, registration_history, registration_session, registration, pool, event_session, event;
      drop function registration_history_stays();
    `);
  }
}

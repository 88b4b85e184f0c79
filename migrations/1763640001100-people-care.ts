import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Suspensions with an end, what staff did to an account, links to a new password. */
export class PeopleCare1763640001100 implements MigrationInterface {
  name = 'PeopleCare1763640001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person
        add column suspended_until timestamptz,
        add column care_version integer not null default 1,
        add constraint ck_person_suspended_until check (suspended_until is null or status = 'suspended');
      create index ix_person_suspended_until on person (suspended_until) where suspended_until is not null;

      create table member_act (
        id uuid not null,
        person_id uuid not null,
        actor_voice_id uuid,
        act text not null,
        reason text not null,
        words text not null default '',
        details jsonb not null,
        at timestamptz not null,
        constraint pk_member_act primary key (id),
        constraint fk_member_act_person foreign key (person_id) references person (id) on delete cascade,
        constraint fk_member_act_actor_voice foreign key (actor_voice_id) references voice (id),
        constraint ck_member_act_act check (act in ('role', 'coordination', 'city', 'suspend', 'reopen', 'endSessions')),
        constraint ck_member_act_reason check (reason in ('newTask', 'moved', 'ownWish', 'rules', 'safety', 'correction', 'other', 'timeUp'))
      );
      create index ix_member_act_person_id on member_act (person_id, at);

      create table password_reset (
        id uuid not null,
        email text not null,
        created_at timestamptz not null,
        constraint pk_password_reset primary key (id)
      );
      create index ix_password_reset_created_at on password_reset (created_at);

      create table password_link (
        secret_hash bytea not null,
        person_id uuid not null,
        expires_at timestamptz not null,
        constraint pk_password_link primary key (secret_hash),
        constraint fk_password_link_person foreign key (person_id) references person (id) on delete cascade
      );
      create index ix_password_link_person_id on password_link (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table password_link, password_reset, member_act;
      alter table person drop column suspended_until, drop column care_version;
    `);
  }
}

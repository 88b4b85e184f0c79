import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inbox, mail, and what people chose about mail. */
export class Notifications1763640000700 implements MigrationInterface {
  name = 'Notifications1763640000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table told_fact (
        id uuid not null,
        told_at timestamptz not null,
        constraint pk_told_fact primary key (id)
      );
      create index ix_told_fact_told_at on told_fact (told_at);

      create table notification (
        id uuid not null,
        person_id uuid not null,
        fact_id uuid not null,
        kind text not null,
        reason text not null,
        subject_kind text not null,
        subject_id text not null,
        group_key text not null,
        voice_id uuid,
        details jsonb not null,
        path text,
        created_at timestamptz not null,
        read_at timestamptz,
        constraint pk_notification primary key (id),
        constraint fk_notification_person foreign key (person_id) references person (id) on delete cascade,
        constraint fk_notification_voice foreign key (voice_id) references voice (id) on delete set null
      );
      create unique index ux_notification_person_id_fact_id on notification (person_id, fact_id);
      create index ix_notification_unread on notification (person_id, group_key, created_at) where read_at is null;
      create index ix_notification_group on notification (person_id, group_key, created_at);
      create index ix_notification_read_at on notification (read_at);

      create table mail (
        id uuid not null,
        fact_id uuid not null,
        person_id uuid,
        address text not null,
        name text not null,
        locale text not null,
        kind text not null,
        reason text not null,
        subject_kind text not null,
        subject_id text not null,
        details jsonb not null,
        path text,
        calendar jsonb,
        status text not null,
        tries integer not null default 0,
        created_at timestamptz not null,
        sent_at timestamptz,
        constraint pk_mail primary key (id),
        constraint fk_mail_person foreign key (person_id) references person (id) on delete cascade,
        constraint ck_mail_status check (status in ('waiting', 'sent', 'kept', 'failed'))
      );
      create unique index ux_mail_fact_id_address on mail (fact_id, address);
      create index ix_mail_person_id on mail (person_id);
      create index ix_mail_created_at on mail (created_at);

      create table mail_preference (
        person_id uuid not null,
        topic text not null,
        is_on boolean not null,
        constraint pk_mail_preference primary key (person_id, topic),
        constraint fk_mail_preference_person foreign key (person_id) references person (id) on delete cascade
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table mail_preference, mail, notification, told_fact`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports, cases, decisions, and a log of acts that can only grow. */
export class Moderation1763640000200 implements MigrationInterface {
  name = 'Moderation1763640000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table moderation_case (
        id uuid not null,
        target_kind text not null,
        target_id uuid not null,
        target_voice_id uuid not null,
        status text not null,
        priority smallint not null default 1,
        claimed_by uuid,
        claimed_at timestamptz,
        version integer not null default 1,
        opened_at timestamptz not null,
        decided_at timestamptz,
        constraint pk_moderation_case primary key (id),
        constraint fk_moderation_case_target_voice foreign key (target_voice_id) references voice (id),
        constraint fk_moderation_case_claimed_by foreign key (claimed_by) references voice (id),
        constraint ck_moderation_case_status check (status in ('open', 'decided'))
      );
      create unique index ux_moderation_case_open on moderation_case (target_kind, target_id) where status = 'open';
      create index ix_moderation_case_queue on moderation_case (priority, opened_at, id) where status = 'open';
      create index ix_moderation_case_decided on moderation_case (decided_at, id) where status = 'decided';
      create index ix_moderation_case_target_voice_id on moderation_case (target_voice_id);

      create table report (
        id uuid not null,
        case_id uuid not null,
        reporter_voice_id uuid not null,
        reason text not null,
        note text not null default '',
        created_at timestamptz not null,
        constraint pk_report primary key (id),
        constraint fk_report_case foreign key (case_id) references moderation_case (id) on delete cascade,
        constraint fk_report_reporter_voice foreign key (reporter_voice_id) references voice (id),
        constraint ck_report_reason check (reason in ('personalData', 'hateOrInsult', 'danger', 'wrongPlace', 'other'))
      );
      create unique index ux_report_case_id_reporter_voice_id on report (case_id, reporter_voice_id);

      create table decision (
        id uuid not null,
        case_id uuid not null,
        action text not null,
        rule text,
        words text not null default '',
        language text not null,
        decided_by uuid not null,
        decided_at timestamptz not null,
        taken_back_at timestamptz,
        constraint pk_decision primary key (id),
        constraint fk_decision_case foreign key (case_id) references moderation_case (id) on delete cascade,
        constraint fk_decision_decided_by foreign key (decided_by) references voice (id),
        constraint ck_decision_action check (action in ('none', 'hide', 'restore', 'askToEdit', 'warn')),
        constraint ck_decision_rule check (rule in ('personalData', 'hateOrInsult', 'danger', 'wrongPlace', 'other')),
        constraint ck_decision_says_why check (action = 'none' or (rule is not null and words <> ''))
      );
      create index ix_decision_case_id on decision (case_id, decided_at);

      create table audit_entry (
        seq bigint not null,
        at timestamptz not null,
        actor_voice_id uuid,
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        details jsonb not null,
        previous_hash bytea not null,
        hash bytea not null,
        constraint pk_audit_entry primary key (seq),
        constraint fk_audit_entry_actor_voice foreign key (actor_voice_id) references voice (id)
      );
      create index ix_audit_entry_subject on audit_entry (subject_kind, subject_id);
    `);
    // A JSON array is an unambiguous frame: no two different rows give the same bytes.
    await runner.query(`
      create function audit_hash(seq bigint, at timestamptz, actor_voice_id uuid, action text, subject_kind text, subject_id text, details jsonb, previous_hash bytea)
      returns bytea language sql stable as $$
        select sha256(convert_to(jsonb_build_array(seq, extract(epoch from at)::text, actor_voice_id, action, subject_kind, subject_id, details, encode(previous_hash, 'hex'))::text, 'UTF8'))
      $$;

      create function audit_append() returns trigger language plpgsql as $$
      declare last record;
      begin
        -- One writer at a time, until it commits: a chain has one end.
        perform pg_advisory_xact_lock(7263002);
        select e.seq, e.hash into last from audit_entry e order by e.seq desc limit 1;
        new.seq := coalesce(last.seq, 0) + 1;
        new.previous_hash := coalesce(last.hash, '\\x'::bytea);
        new.hash := audit_hash(new.seq, new.at, new.actor_voice_id, new.action, new.subject_kind, new.subject_id, new.details, new.previous_hash);
        return new;
      end $$;
      create trigger audit_append before insert on audit_entry for each row execute function audit_append();

      create function audit_refuse() returns trigger language plpgsql as $$
      begin
        raise exception 'The audit log only grows.' using errcode = 'insufficient_privilege';
      end $$;
      create trigger audit_refuse_change before update or delete on audit_entry for each row execute function audit_refuse();
      create trigger audit_refuse_truncate before truncate on audit_entry for each statement execute function audit_refuse();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table audit_entry, decision, report, moderation_case;
      drop function audit_append(), audit_refuse(), audit_hash(bigint, timestamptz, uuid, text, text, text, jsonb, bytea);
    `);
  }
}

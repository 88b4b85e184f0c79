import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A lesson may have grown from a trial of another one, may name an evaluation from outside, and says how sure one can be
 * of it. That label is a column, so that lists and facets count it; triggers keep it true in the transaction of whatever
 * changes it, whichever way the change comes. The rule is `evidence_of`, and in words in the forum's README.
 */
export class Chain1763640002200 implements MigrationInterface {
  name = 'Chain1763640002200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table thread
        add column parent_id uuid,
        add column grown_from uuid,
        add column evaluation_by text,
        add column evaluation_url text,
        add column evidence text not null default 'one',
        add constraint ck_thread_evidence check (evidence in ('one', 'repeated', 'reviewed', 'evaluated')),
        add constraint ck_thread_evaluation check ((evaluation_by is null) = (evaluation_url is null)),
        add constraint fk_thread_parent foreign key (parent_id) references thread (id) on delete set null,
        add constraint fk_thread_grown_from foreign key (grown_from) references trial (reply_id) on delete set null;
      create index ix_thread_parent on thread (parent_id) where parent_id is not null;
      create unique index ux_thread_grown_from on thread (grown_from) where grown_from is not null;

      create function evidence_of(lesson thread) returns text language plpgsql stable as $$
      declare
        is_reviewed boolean := false;
      begin
        if lesson.evaluation_url is not null then
          return 'evaluated';
        end if;
        -- Reviews have their own migration, which may come before or after this one. A review that went does not count.
        if to_regclass('lesson_review') is not null then
          execute $review$
            select exists (select from lesson_review r where r.thread_id = $1 and r.voice_id <> $2
              and coalesce(to_jsonb(r) ->> 'status', 'published') = 'published' and to_jsonb(r) ->> 'withdrawn_at' is null and to_jsonb(r) ->> 'gone_at' is null)
          $review$ into is_reviewed using lesson.id, lesson.voice_id;
        end if;
        if is_reviewed then
          return 'reviewed';
        end if;
        if exists (
          select from trial tr join reply r on r.id = tr.reply_id and r.status = 'published'
          where tr.thread_id = lesson.id and r.voice_id <> lesson.voice_id and tr.city_id is distinct from lesson.city_id
        ) then
          return 'repeated';
        end if;
        return 'one';
      end $$;

      create function weigh_thread() returns trigger language plpgsql as $$
      begin
        new.evidence := evidence_of(new);
        return new;
      end $$;
      create trigger weigh_thread before insert or update of voice_id, city_id, evaluation_url on thread for each row execute function weigh_thread();

      -- For tables with a thread_id. Writers hold the thread's lock already, so two trials at once are weighed one after the other.
      create function weigh_evidence() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'DELETE' then
          update thread t set evidence = evidence_of(t) where t.id = new.thread_id and t.evidence <> evidence_of(t);
        end if;
        if tg_op = 'DELETE' or (tg_op = 'UPDATE' and old.thread_id is distinct from new.thread_id) then
          update thread t set evidence = evidence_of(t) where t.id = old.thread_id and t.evidence <> evidence_of(t);
        end if;
        return null;
      end $$;
      create trigger weigh_evidence_trial after insert or update or delete on trial for each row execute function weigh_evidence();
      create trigger weigh_evidence_reply after update on reply for each row when (old.status <> new.status or old.voice_id <> new.voice_id) execute function weigh_evidence();

      do $$
      begin
        if to_regclass('lesson_review') is not null then
          create trigger weigh_evidence_review after insert or update or delete on lesson_review for each row execute function weigh_evidence();
        end if;
      end $$;

      update thread t set evidence = evidence_of(t) where evidence <> evidence_of(t);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function weigh_evidence, weigh_thread cascade;
      drop function evidence_of;
      alter table thread drop column parent_id, drop column grown_from, drop column evaluation_by, drop column evaluation_url, drop column evidence;
    `);
  }
}

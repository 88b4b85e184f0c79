import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A trial that staff move to another thread takes the lesson that it became along. Reviews are weighed also where their table came after the migration `chain`. */
export class ChainFollows1763640002210 implements MigrationInterface {
  name = 'ChainFollows1763640002210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function follow_trial() returns trigger language plpgsql as $$
      begin
        update thread set parent_id = new.thread_id where grown_from = new.reply_id and id <> new.thread_id;
        return null;
      end $$;
      create trigger follow_trial after update of thread_id on trial for each row when (old.thread_id <> new.thread_id) execute function follow_trial();

      do $$
      begin
        if to_regclass('lesson_review') is not null then
          create or replace trigger weigh_evidence_review after insert or update or delete on lesson_review for each row execute function weigh_evidence();
          update thread t set evidence = evidence_of(t) where evidence <> evidence_of(t);
        end if;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function follow_trial cascade');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A lesson can be taken back within minutes, as if it had never been there. */
export class Writing1763640002500 implements MigrationInterface {
  name = 'Writing1763640002500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table thread
        drop constraint ck_thread_status,
        add constraint ck_thread_status check (status in ('published', 'hidden', 'withdrawn', 'takenBack'));
      create index ix_thread_taken_back on thread (gone_at) where status = 'takenBack';
      create index ix_notification_subject on notification (subject_kind, subject_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_notification_subject;
      drop index ix_thread_taken_back;
      update thread set status = 'withdrawn' where status = 'takenBack';
      alter table thread
        drop constraint ck_thread_status,
        add constraint ck_thread_status check (status in ('published', 'hidden', 'withdrawn'));
    `);
  }
}

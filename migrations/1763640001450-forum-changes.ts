import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers the changes of replies in a thread, so that an open page asks for exactly what changed since it looked. */
export class ForumChanges1763640001450 implements MigrationInterface {
  name = 'ForumChanges1763640001450';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table thread add column last_change integer not null default 0;
      alter table reply add column change integer not null default 0;
      create index ix_reply_changed on reply (thread_id, change) where change > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_reply_changed;
      alter table reply drop column change;
      alter table thread drop column last_change;
    `);
  }
}

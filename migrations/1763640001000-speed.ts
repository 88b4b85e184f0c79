import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the busiest statements need. */
export class Speed1763640001000 implements MigrationInterface {
  name = 'Speed1763640001000';

  async up(runner: QueryRunner): Promise<void> {
    // Common words: a search walks the newest replies of each language until it has enough, instead of sorting them all.
    await runner.query(`create index ix_reply_language on reply (language, posted_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index ix_reply_language`);
  }
}

import { type Database, SYSTEM, type Work } from '@crosscity/platform/server';

const DAY = 24 * 60 * 60 * 1_000;

/** Moves texts of the demonstration to the days on which they are told to have been written. Services only write "now". */
export class SampleTimes {
  constructor(private readonly database: Database) {}

  async somethingWasReported(): Promise<boolean> {
    const row = await this.database.row<{ is: boolean }>(`select exists(select from report) "is"`);
    return row?.is ?? false;
  }

  async replyWas(work: Work, id: string, daysAgo: number): Promise<void> {
    await work.run(SYSTEM, async (tx) => {
      const [reply] = await tx.rows<{ thread_id: string }>(`with moved as (update reply set posted_at = $2 where id = $1 returning thread_id) select thread_id from moved`, [id, new Date(tx.now.getTime() - daysAgo * DAY)]);
      await tx.rows(`update thread t set last_activity_at = greatest(t.published_at, (select max(posted_at) from reply where thread_id = t.id)) where id = $1`, [reply!.thread_id]);
    });
  }

  async lessonWas(work: Work, id: string, daysAgo: number): Promise<void> {
    await work.run(SYSTEM, (tx) => tx.rows(`update thread set published_at = $2, last_activity_at = $2 where id = $1`, [id, new Date(tx.now.getTime() - daysAgo * DAY)]));
  }
}

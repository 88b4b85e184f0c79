import { Client } from 'pg';
import type { Log } from './log';

/** Any number that only this use of advisory locks takes. */
const LOCK_CLASS = 7_263_002;
const EVERY = 10_000;

/**
 * A job runner's sign of life: an advisory lock under its name, held as long as its connection is open. Every ten seconds
 * it hands back the jobs of runners that give none, so what a killed process had fetched is done by the next within
 * seconds, and not after the queue's own four hours. A living runner that lost its connection may see a job done twice, as
 * with every job.
 */
export class RunnerLife {
  private client?: Client;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly url: string,
    private readonly name: string,
    private readonly log: Log,
  ) {}

  async begin(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), EVERY).unref();
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  /** Shows that this runner lives, and hands back what dead ones hold. */
  async look(): Promise<void> {
    try {
      this.client ??= await this.hold();
      await this.client.query(
        `select graphile_worker.force_unlock_workers(array(
           select distinct j.locked_by from graphile_worker.jobs j
           where j.locked_by is not null and j.locked_at < now() - interval '5 seconds' and not exists (
             select from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid = ${LOCK_CLASS}
               and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid and l.database = (select oid from pg_database where datname = current_database()))))`,
      );
    } catch (error) {
      this.log.warn('a job runner cannot show that it lives', { error });
      const broken = this.client;
      this.client = undefined;
      await broken?.end().catch(() => undefined);
    }
  }

  private async hold(): Promise<Client> {
    const client = new Client({ connectionString: this.url });
    client.on('error', () => {
      if (this.client === client) this.client = undefined;
    });
    await client.connect();
    await client.query(`select pg_advisory_lock(${LOCK_CLASS}, hashtext($1))`, [this.name]);
    return client;
  }
}

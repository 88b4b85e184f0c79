import { EventEmitter } from 'node:events';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Logger as WorkerLogger, type Runner, type TaskList, type WorkerEvents, parseCronItems, run, runMigrations, runOnce } from 'graphile-worker';
import { Client, Pool } from 'pg';
import { Config } from './config';
import { Database } from './database';
import { FACT_TASK, FactBook, type FactJob } from './fact-book';
import { Log } from './log';
import { RunnerLife } from './runner-life';

/** Work to be done at a time, or again and again. Payloads carry ids, never content. */
export type JobHandler = (payload: unknown) => Promise<void>;

/** Runs jobs of the PostgreSQL queue (Graphile Worker): facts, and what capabilities register by name. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly schedule: { task: string; match: string; identifier: string }[] = [];
  private runner?: Runner;
  private pool?: Pool;
  private life?: RunnerLife;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly facts: FactBook,
    private readonly log: Log,
  ) {}

  /** Registers what to do for jobs of a name; `crontab` (five fields, UTC) also starts one by itself. */
  on(name: string, handle: JobHandler, crontab?: string): void {
    this.handlers.set(name, handle);
    if (crontab) this.schedule.push({ task: name, match: crontab, identifier: name });
  }

  async start(concurrency = 16): Promise<void> {
    const { DATABASE_URL } = this.config.settings;
    // Its own connections, which don't wait for the disk: a job that was fetched or done just before a crash runs again.
    this.pool = new Pool({ connectionString: DATABASE_URL, max: 4, options: '-c synchronous_commit=off -c jit=off' });
    this.pool.on('error', (error) => this.log.warn('a connection of the job runner broke', { error }));
    this.pool.on('connect', (client) => void client.on('error', () => undefined));
    const events: WorkerEvents = new EventEmitter();
    events.once('pool:create', ({ workerPool }) => {
      this.life = new RunnerLife(DATABASE_URL, workerPool.id, this.log);
    });
    this.runner = await run({
      events,
      pgPool: this.pool,
      taskList: this.tasks(),
      parsedCronItems: parseCronItems(this.schedule),
      noHandleSignals: true,
      preset: {
        worker: {
          concurrentJobs: concurrency,
          pollInterval: 2_000,
          // Fetched and put away in batches. Small ones: a hint to an open page waits behind those that are fetched already.
          localQueue: { size: 2 * concurrency },
          completeJobBatchDelay: 10,
          logger: this.logger(),
        },
      },
    });
    await this.life?.begin();
  }

  /** For tests: does everything that is due now, and returns when nothing is left. */
  async settle(): Promise<void> {
    await runOnce({ pgPool: this.database.pool, taskList: this.tasks(), noHandleSignals: true, logger: this.logger() });
  }

  /** Hands running jobs back or lets them end. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
    await this.life?.end();
    await this.pool?.end();
  }

  private tasks(): TaskList {
    const tasks: TaskList = { [FACT_TASK]: async (payload) => this.facts.handle(payload as FactJob) };
    for (const [name, handle] of this.handlers) tasks[name] = async (payload) => handle(payload);
    return tasks;
  }

  private logger(): WorkerLogger {
    return new WorkerLogger(() => (level, message, meta) => {
      if (level === 'error') this.log.error({ job: (meta as { job?: { id?: string; task_identifier?: string } } | undefined)?.job?.task_identifier, error: (meta as { error?: Error } | undefined)?.error }, message);
      else if (level === 'warning') this.log.warn(message);
      else this.log.trace(message);
    });
  }
}

/** Creates or updates the queue's own tables. Part of migrating. */
export async function migrateJobs(connectionString: string): Promise<void> {
  await runMigrations({ connectionString, logger: new WorkerLogger(() => () => undefined) });
  const client = new Client({ connectionString });
  await client.connect();
  try {
    // Facts are written straight into the queue, so it must know their name before its first runner starts.
    await client.query(`insert into graphile_worker._private_tasks (identifier) select $1 where not exists (select from graphile_worker._private_tasks where identifier = $1) on conflict do nothing`, [FACT_TASK]);
  } finally {
    await client.end();
  }
}

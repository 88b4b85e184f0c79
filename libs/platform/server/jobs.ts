import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Logger as WorkerLogger, type Runner, type TaskList, parseCronItems, run, runMigrations, runOnce } from 'graphile-worker';
import { Database } from './database';
import { FactBook, type FactJob } from './fact-book';
import { Log } from './log';

/** Work to be done at a time, or again and again. Payloads carry ids, never content. */
export type JobHandler = (payload: unknown) => Promise<void>;

/** Runs jobs of the PostgreSQL queue (Graphile Worker): facts, and what capabilities register by name. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly schedule: { task: string; match: string; identifier: string }[] = [];
  private runner?: Runner;

  constructor(
    private readonly database: Database,
    private readonly facts: FactBook,
    private readonly log: Log,
  ) {}

  /** Registers what to do for jobs of a name; `crontab` (five fields, UTC) also starts one by itself. */
  on(name: string, handle: JobHandler, crontab?: string): void {
    this.handlers.set(name, handle);
    if (crontab) this.schedule.push({ task: name, match: crontab, identifier: name });
  }

  async start(concurrency = 4): Promise<void> {
    this.runner = await run({
      pgPool: this.database.pool,
      taskList: this.tasks(),
      parsedCronItems: parseCronItems(this.schedule),
      concurrency,
      noHandleSignals: true,
      pollInterval: 2_000,
      logger: this.logger(),
    });
  }

  /** For tests: does everything that is due now, and returns when nothing is left. */
  async settle(): Promise<void> {
    await runOnce({ pgPool: this.database.pool, taskList: this.tasks(), noHandleSignals: true, logger: this.logger() });
  }

  /** Hands running jobs back or lets them end. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
  }

  private tasks(): TaskList {
    const tasks: TaskList = { fact: async (payload) => this.facts.handle(payload as FactJob) };
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
}

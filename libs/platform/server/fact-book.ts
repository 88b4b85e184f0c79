import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Fact, FactKind } from '@crosscity/platform/contract';
import type { EntityManager } from 'typeorm';
import { Database, statementCount } from './database';
import { Gathering } from './gathering';

/** Handles one fact. It may run twice and out of order: it reads the current state, and its effects are keyed by `fact.id`. */
export type FactHandler<K extends FactKind> = (fact: Fact<K>) => Promise<void>;

/** The same for several at once: those that wait in the queue together are handled together. */
export type FactsHandler<K extends FactKind> = (facts: readonly Fact<K>[]) => Promise<void>;

interface Listener {
  /** Stable name, `notifications.inbox`: jobs in the queue name it. */
  name: string;
  handle: FactHandler<FactKind>;
  priority: number;
}

/** In Graphile Worker a smaller number goes first. */
const PRIORITY = { soon: 0, atOnce: -10 } as const;

/** The queue's name for jobs of facts. */
export const FACT_TASK = 'fact';

/** Milliseconds. */
const BETWEEN_RINGS = 5;

/** One job of a fact: which handler it is for. */
export interface FactJob {
  fact: Fact;
  handler: string;
}

export interface FactJobs {
  count: number;
  columns: [payloads: string[], keys: string[], priorities: number[]];
}

/**
 * Writes jobs, given where their columns come from; `from` can make them hang on a part of the same statement. In a queue
 * that does not know facts (`migrateJobs`) the task is null, which its column refuses.
 */
export function insertJobs(payloads: string, keys: string, priorities: string, from = ''): string {
  return `insert into graphile_worker._private_jobs (task_id, payload, key, priority, max_attempts)
    select (select id from graphile_worker._private_tasks where identifier = '${FACT_TASK}'), job.payload::json, job.key, job.priority, 12
    from unnest(${payloads}::text[], ${keys}::text[], ${priorities}::int[]) job (payload, key, priority)${from}`;
}

/** Who hears which fact, and how a fact becomes jobs. A handler is registered in `onModuleInit`. */
@Injectable()
export class FactBook {
  private readonly listeners = new Map<FactKind, Listener[]>();
  private ringing = false;
  private ringAgain = false;

  constructor(private readonly database: Database) {}

  /**
   * Registers a handler under a name that is unique for this kind. `atOnce` is for hints to open pages: they overtake what
   * waits in the queue, since somebody is looking right now.
   */
  on<K extends FactKind>(kind: K, name: string, handle: FactHandler<K>, when: keyof typeof PRIORITY = 'soon'): void {
    this.listen(kind, { name, handle: handle as unknown as FactHandler<FactKind>, priority: PRIORITY[when] });
  }

  /** `on` for handlers whose cost is mostly per call. All kinds of one name are handled together. */
  onMany<K extends FactKind>(kinds: readonly K[], name: string, handle: FactsHandler<K>, when: keyof typeof PRIORITY = 'soon'): void {
    const gathering = new Gathering<Fact>(handle as unknown as FactsHandler<FactKind>);
    for (const kind of kinds) this.listen(kind, { name, handle: (fact) => gathering.add(fact), priority: PRIORITY[when] });
  }

  private listen(kind: FactKind, listener: Listener): void {
    const listeners = this.listeners.get(kind) ?? [];
    if (listeners.some(({ name }) => name === listener.name)) throw new Error(`Two handlers of ${kind} are called ${listener.name}.`);
    this.listeners.set(kind, [...listeners, listener]);
  }

  /**
   * One job row a handler, in the caller's transaction and in one statement; each is retried by itself. Written straight
   * into the queue's table: its own function rings (NOTIFY) inside the transaction, and PostgreSQL lets only one ringing
   * transaction commit at a time, each with a flush of its own. `announce` rings after the commit instead.
   */
  async record(manager: EntityManager, facts: readonly Fact[]): Promise<void> {
    const jobs = this.jobsOf(facts);
    if (jobs.count === 0) return;
    await manager.query(insertJobs('$1', '$2', '$3'), jobs.columns);
  }

  /** The jobs of facts as the columns that `insertJobs` takes. */
  jobsOf(facts: readonly Fact[]): FactJobs {
    const jobs = facts.flatMap((fact) => (this.listeners.get(fact.kind) ?? []).map(({ name, priority }) => ({ fact, name, priority })));
    return {
      count: jobs.length,
      columns: [
        jobs.map(({ fact, name }) => JSON.stringify({ fact, handler: name } satisfies FactJob)),
        jobs.map(({ fact, name }) => `${fact.id}:${name}`),
        jobs.map(({ priority }) => priority),
      ],
    };
  }

  /** After a commit: tells the runners of all nodes that there is something to do. One ring answers for all that commit meanwhile. */
  announce(): void {
    if (this.ringing) {
      this.ringAgain = true;
      return;
    }
    this.ringing = true;
    // Not a statement of the request that happened to be first.
    statementCount.exit(() => void this.ring());
  }

  private async ring(): Promise<void> {
    do {
      this.ringAgain = false;
      // Nothing is lost with a ring, so nobody waits for the disk; whoever does not hear it looks every two seconds.
      await this.database.rows(`select set_config('synchronous_commit', 'off', true), pg_notify('jobs:insert', $1)`, [JSON.stringify({ count: 1 })]).catch(() => undefined);
      await wait(BETWEEN_RINGS, undefined, { ref: false });
    } while (this.ringAgain);
    this.ringing = false;
  }

  async handle({ fact, handler }: FactJob): Promise<void> {
    const listener = this.listeners.get(fact.kind)?.find(({ name }) => name === handler);
    if (!listener) throw new Error(`Nobody handles ${fact.kind} as ${handler}.`);
    await listener.handle(fact);
  }
}

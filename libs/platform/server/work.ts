import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { FactData, FactKind } from '@crosscity/platform/contract';
import { type EntityManager, type EntityTarget, type ObjectLiteral, QueryFailedError, type Repository } from 'typeorm';
import type { Actor } from './actor';
import { Database } from './database';
import { FactBook, type FactJobs } from './fact-book';
import { newId } from './ids';
import { refuse } from './refusal';

/** What a service may do inside one transaction. */
export interface Tx {
  readonly actor: Actor;
  /** The transaction's one instant: every row that it writes carries the same time. */
  readonly now: Date;
  /** A TypeORM repository bound to this transaction. */
  repo<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E>;
  /** Rows of one statement inside this transaction. For `*.repository.ts` only. */
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Records a fact: its jobs are rows of this transaction, so they exist exactly if it commits. */
  record<K extends FactKind>(kind: K, data: FactData<K>): Promise<void>;
  /** Several facts of a kind, in one statement. */
  recordAll<K extends FactKind>(kind: K, all: readonly FactData<K>[]): Promise<void>;
}

/** What a service may do where its whole intention is one statement. */
export interface OneStatement {
  readonly now: Date;
  /** Jobs of a fact, for `insertJobs` inside the statement: they exist exactly if it does what it should. */
  jobsOf<K extends FactKind>(kind: K, data: FactData<K>): FactJobs;
  /** The statement. */
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/** serialization_failure, deadlock_detected, lock_not_available */
const TRY_AGAIN = new Set(['40001', '40P01', '55P03']);
const MOST_TRIES = 4;

function sqlState(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
}

/** Whether an error is a broken unique index, of that name if one is given. */
export function brokeUnique(error: unknown, index?: string): boolean {
  return sqlState(error) === '23505' && (index === undefined || (error as QueryFailedError & { driverError: { constraint?: string } }).driverError.constraint === index);
}

/** Opens transactions. One intention, one service method, one `work.run`. */
@Injectable()
export class Work {
  constructor(
    private readonly database: Database,
    private readonly facts: FactBook,
  ) {}

  /**
   * Runs `intention` in a READ COMMITTED transaction: lock first, count after, in a later statement; a snapshot that is
   * older than the lock would let both of two racers win. On a deadlock, a serialization failure or a lock that did not
   * come, the whole of it runs again in a fresh transaction, so nothing slow and nothing outside the database belongs in it.
   */
  run<Result>(actor: Actor, intention: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.again(async () => {
      let told = false;
      // READ COMMITTED is the connection's own level (see `dataSourceOptions`), so it costs no statement.
      const result = await this.database.source.transaction(async (manager) => {
        // Jobs run again after a crash, so what they write need not wait for the disk: the log keeps the order of commits,
        // and a job is only gone from the queue if everything that it wrote is there.
        if (actor.kind === 'system') await manager.query(`select set_config('synchronous_commit', 'off', true)`);
        return intention(this.open(actor, manager, () => (told = true)));
      });
      if (told) this.facts.announce();
      return result;
    });
  }

  /**
   * For the busiest intentions, written as one statement: PostgreSQL does that whole or not at all, so the trips that
   * open and close a transaction are saved, and its locks last as long as it does.
   */
  runOne<Result>(intention: (one: OneStatement) => Promise<Result>): Promise<Result> {
    return this.again(async () => {
      const now = new Date();
      let told = false;
      const result = await intention({
        now,
        rows: (sql, parameters) => this.database.rows(sql, parameters),
        jobsOf: (kind, data) => {
          told = true;
          return this.facts.jobsOf([{ id: newId(), kind, at: now.toISOString(), data }]);
        },
      });
      if (told) this.facts.announce();
      return result;
    });
  }

  private async again<Result>(act: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await act();
      } catch (error) {
        if (!TRY_AGAIN.has(sqlState(error) ?? '')) throw error;
        if (attempt >= MOST_TRIES) throw refuse('platform.busy');
        await wait(attempt * 20 + jitter(40));
      }
    }
  }

  private open(actor: Actor, manager: EntityManager, tell: () => void): Tx {
    const now = new Date();
    const recordAll: Tx['recordAll'] = async (kind, all) => {
      tell();
      await this.facts.record(manager, all.map((data) => ({ id: newId(), kind, at: now.toISOString(), data })));
    };
    return {
      actor,
      now,
      repo: (entity) => manager.getRepository(entity),
      rows: <Row>(sql: string, parameters: unknown[] = []) => manager.query<Row[]>(sql, parameters),
      record: (kind, data) => recordAll(kind, [data]),
      recordAll,
    };
  }
}

/** Milliseconds between 0 and `most`, so that racers don't meet again. Not a secret, so the clock's low bits do. */
function jitter(most: number): number {
  return Number(process.hrtime.bigint() % BigInt(most));
}

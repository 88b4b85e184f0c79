import { Injectable } from '@nestjs/common';
import type { Fact, FactKind } from '@crosscity/platform/contract';
import type { EntityManager } from 'typeorm';

/** Handles one fact. It may run twice and out of order: it reads the current state, and its effects are keyed by `fact.id`. */
export type FactHandler<K extends FactKind> = (fact: Fact<K>) => Promise<void>;

interface Listener {
  /** Stable name, `notifications.inbox`: jobs in the queue name it. */
  name: string;
  handle: FactHandler<FactKind>;
}

/** One job of a fact: which handler it is for. */
export interface FactJob {
  fact: Fact;
  handler: string;
}

/** Who hears which fact, and how a fact becomes jobs. A handler is registered in `onModuleInit`. */
@Injectable()
export class FactBook {
  private readonly listeners = new Map<FactKind, Listener[]>();

  /** Registers a handler under a name that is unique for this kind. */
  on<K extends FactKind>(kind: K, name: string, handle: FactHandler<K>): void {
    const listeners = this.listeners.get(kind) ?? [];
    if (listeners.some((listener) => listener.name === name)) throw new Error(`Two handlers of ${kind} are called ${name}.`);
    listeners.push({ name, handle: handle as unknown as FactHandler<FactKind> });
    this.listeners.set(kind, listeners);
  }

  /** One job row a handler, in the caller's transaction; each is retried by itself. */
  async record(manager: EntityManager, fact: Fact): Promise<void> {
    const listeners = this.listeners.get(fact.kind) ?? [];
    for (const { name } of listeners) {
      await manager.query(`select graphile_worker.add_job('fact', $1::json, job_key => $2, max_attempts => 12)`, [
        JSON.stringify({ fact, handler: name } satisfies FactJob),
        `${fact.id}:${name}`,
      ]);
    }
  }

  async handle({ fact, handler }: FactJob): Promise<void> {
    const listener = this.listeners.get(fact.kind)?.find(({ name }) => name === handler);
    if (!listener) throw new Error(`Nobody handles ${fact.kind} as ${handler}.`);
    await listener.handle(fact);
  }
}

import { Injectable } from '@nestjs/common';
import type { Fact, FactKind } from '@crosscity/platform/contract';
import type { EntityManager } from 'typeorm';

/** Handles one fact. It may run twice and out of order: it reads the current state, and its effects are keyed by `fact.id`. */
export type FactHandler<K extends FactKind> = (fact: Fact<K>) => Promise<void>;

interface Listener {
  /** Stable name, `notifications.inbox`: jobs in the queue name it. */
  name: string;
  handle: FactHandler<FactKind>;
  priority: number;
}

/** In Graphile Worker a smaller number goes first. */
const PRIORITY = { soon: 0, atOnce: -10 } as const;

/** One job of a fact: which handler it is for. */
export interface FactJob {
  fact: Fact;
  handler: string;
}

/** Who hears which fact, and how a fact becomes jobs. A handler is registered in `onModuleInit`. */
@Injectable()
export class FactBook {
  private readonly listeners = new Map<FactKind, Listener[]>();

  /**
   * Registers a handler under a name that is unique for this kind. `atOnce` is for hints to open pages: they overtake what
   * waits in the queue, since somebody is looking right now.
   */
  on<K extends FactKind>(kind: K, name: string, handle: FactHandler<K>, when: keyof typeof PRIORITY = 'soon'): void {
    const listeners = this.listeners.get(kind) ?? [];
    if (listeners.some((listener) => listener.name === name)) throw new Error(`Two handlers of ${kind} are called ${name}.`);
    listeners.push({ name, handle: handle as unknown as FactHandler<FactKind>, priority: PRIORITY[when] });
    this.listeners.set(kind, listeners);
  }

  /** One job row a handler, in the caller's transaction and in one statement; each is retried by itself. */
  async record(manager: EntityManager, fact: Fact): Promise<void> {
    const listeners = this.listeners.get(fact.kind) ?? [];
    if (listeners.length === 0) return;
    await manager.query(
      `select graphile_worker.add_job('fact', job.payload::json, job_key => job.key, priority => job.priority, max_attempts => 12)
       from unnest($1::text[], $2::text[], $3::int[]) job (payload, key, priority)`,
      [
        listeners.map(({ name }) => JSON.stringify({ fact, handler: name } satisfies FactJob)),
        listeners.map(({ name }) => `${fact.id}:${name}`),
        listeners.map(({ priority }) => priority),
      ],
    );
  }

  async handle({ fact, handler }: FactJob): Promise<void> {
    const listener = this.listeners.get(fact.kind)?.find(({ name }) => name === handler);
    if (!listener) throw new Error(`Nobody handles ${fact.kind} as ${handler}.`);
    await listener.handle(fact);
  }
}

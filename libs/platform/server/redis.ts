import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createClient } from 'redis';
import { Config } from './config';
import { Log } from './log';

type Client = ReturnType<typeof createClient>;

/** Milliseconds that a start waits for Redis. It goes on without: the connection comes when Redis does. */
const PATIENCE = 2_000;
/** Hints that wait while Redis is away; later ones are dropped, which pages survive. */
const MOST_WAITING = 5_000;

/** The connections to Redis, where one is configured: sockets across nodes and shared rate limits. Truth is never kept there. */
@Injectable()
export class RedisLink implements OnApplicationShutdown {
  /** For questions that can be answered without it: fails at once while Redis is away. */
  readonly client: Client | null;
  /** For what socket.io says and hears: waits while Redis is away. Its reader would spin on a client that fails at once. */
  readonly signals: Client | null;
  private ear: Client | null = null;

  constructor(config: Config, private readonly log: Log) {
    const url = config.settings.REDIS_URL;
    this.client = url ? this.open(createClient({ url, disableOfflineQueue: true })) : null;
    this.signals = url ? this.open(createClient({ url, commandsQueueMaxLength: MOST_WAITING })) : null;
  }

  async connect(): Promise<void> {
    // They reconnect by themselves; a start without Redis must neither fail nor wait for it.
    const connected = [this.client, this.signals].map(async (client) => void (await client?.connect()));
    await Promise.race([Promise.allSettled(connected), wait(PATIENCE, undefined, { ref: false })]);
  }

  /** Says a word to all other nodes. Nobody hears it while Redis is away. */
  say(word: string): void {
    this.client?.publish(`crosscity:${word}`, '').catch(() => undefined);
  }

  /** Hears a word that a node says, this one included. */
  hear(word: string, heard: () => void): void {
    if (!this.signals) return;
    this.ear ??= this.open(this.signals.duplicate());
    if (!this.ear.isOpen) this.ear.connect().catch(() => undefined);
    this.ear.subscribe(`crosscity:${word}`, heard).catch((error: unknown) => this.log.warn('redis does not tell', { error }));
  }

  async onApplicationShutdown(): Promise<void> {
    for (const client of [this.client, this.signals, this.ear]) if (client?.isOpen) client.destroy();
  }

  private open(client: Client): Client {
    return client.on('error', (error: Error) => this.log.warn('redis is away', { error })) as Client;
  }
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createClient } from 'redis';
import { Config } from './config';
import { Log } from './log';

type Client = ReturnType<typeof createClient>;

/** The connection to Redis, where one is configured: sockets across nodes and shared rate limits. Truth is never kept there. */
@Injectable()
export class RedisLink implements OnApplicationShutdown {
  readonly client: Client | null;

  constructor(config: Config, private readonly log: Log) {
    const url = config.settings.REDIS_URL;
    this.client = url ? createClient({ url, disableOfflineQueue: true }) : null;
    this.client?.on('error', (error: Error) => this.log.warn('redis is away', { error }));
  }

  async connect(): Promise<void> {
    // It reconnects by itself; a start without it must not fail.
    await this.client?.connect().catch(() => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.client?.isOpen) await this.client.close().catch(() => undefined);
  }
}

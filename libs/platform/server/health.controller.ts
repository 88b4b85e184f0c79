import { Controller, Get, Injectable, type OnApplicationShutdown, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Pool } from 'pg';
import { Anyone } from './access';
import { Config } from './config';

/** Whether this node should get requests. It has a connection of its own: a full pool must not look like a dead node. */
@Injectable()
export class Readiness implements OnApplicationShutdown {
  private draining = false;
  private readonly pool: Pool;

  constructor(config: Config) {
    this.pool = new Pool({ connectionString: config.settings.DATABASE_URL, max: 1, connectionTimeoutMillis: 2_000, idleTimeoutMillis: 10_000 });
    this.pool.on('error', () => undefined);
  }

  /** From now on the node says "not ready", so that the proxy sends nobody new. */
  drain(): void {
    this.draining = true;
  }

  async check(): Promise<'ready' | 'draining' | 'noDatabase'> {
    if (this.draining) return 'draining';
    return this.pool.query('select 1').then(() => 'ready' as const, () => 'noDatabase' as const);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs. */
  @Anyone() @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** The node can serve: its database answers, and it is not about to stop. */
  @Anyone() @Get('ready')
  async ready(@Res() response: Response): Promise<void> {
    const status = await this.readiness.check();
    response.status(status === 'ready' ? 200 : 503).setHeader('Cache-Control', 'no-store').json({ status });
  }
}

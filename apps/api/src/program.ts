import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Jobs, Log, Readiness, RedisLink, type Settings, Signals, publicUrl } from '@crosscity/platform/server';
import { AppModule } from './app.module';
import { configureHttp } from './http';
import { loadSample } from './sample';

export interface Program {
  app: NestExpressApplication;
  /** Lines for whoever started it: the address, the demo sign-ins. */
  welcome: string[];
  stop(): Promise<void>;
}

/** Milliseconds between "not ready" and closing, in which a proxy stops sending people here. */
const DRAIN = { production: 5_000, development: 0, test: 0 } as const;

/** Builds, connects and opens the whole program. The database is migrated already. */
export async function start(settings: Settings): Promise<Program> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings), { logger: ['error', 'fatal'], bodyParser: false, abortOnError: false });
  await configureHttp(app, settings);
  await app.get(RedisLink).connect();
  app.get(Signals).attach(settings.ROLE === 'worker' ? null : app.getHttpServer());
  await app.init();
  const welcome = settings.MODE === 'demo' ? await loadSample(app) : [];
  if (settings.ROLE !== 'api') await app.get(Jobs).start();
  await app.listen(settings.PORT, settings.HOST);
  app.get(Log).info({ role: settings.ROLE, port: settings.PORT }, 'open');
  return {
    app,
    welcome: [`Crosscity is open: ${publicUrl(settings)}`, ...welcome],
    async stop() {
      app.get(Readiness).drain();
      await new Promise((resolve) => setTimeout(resolve, DRAIN[settings.NODE_ENV]));
      await app.close();
    },
  };
}

import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type EntityClass, Jobs, KnownOperations, PlatformModule, type Settings, Signals, Work, graphqlLimits, readSettings, resolveOperation, statementCount } from '@crosscity/platform/server';
import { DataSource } from 'typeorm';
import express, { type RequestHandler } from 'express';
import { Client } from './client';
import { cloneDatabase } from './database';

type Capability = Type & { readonly entities?: readonly EntityClass[] };

/** A lib that puts something before the routes, such as sessions. */
export interface TestMiddleware {
  token: Type<{ middleware(): RequestHandler[] }>;
}

let middleware: TestMiddleware[] = [];

/** Called by a lib's testing door: its middleware is part of every app that has its module. */
export function useInApps(...added: TestMiddleware[]): void {
  middleware = [...middleware, ...added];
}

export interface TestApp {
  url: string;
  nest: NestExpressApplication;
  work: Work;
  /** Does all jobs that are due: facts, notices, mails. */
  settle(): Promise<void>;
  /** Somebody without a session. */
  guest(locale?: 'en' | 'ar'): Client;
  /** Runs `act` and lists the SQL statements that the server needed for it. */
  counting<Result>(act: () => Promise<Result>): Promise<{ result: Result; statements: string[] }>;
  close(): Promise<void>;
}

const opened: TestApp[] = [];

/** The program with the given capabilities, on a database and a port of its own. Closed after the test file by itself. */
export async function startApp(capabilities: readonly Capability[], change: Record<string, string> = {}): Promise<TestApp> {
  const database = await cloneDatabase();
  const settings: Settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: database.url, DATABASE_POOL: '12', LOG_LEVEL: 'error', RATE_LIMITS: 'false', PORT: '0', ...change });
  const entities = capabilities.flatMap((capability) => capability.entities ?? []);
  const testing = await Test.createTestingModule({ imports: [PlatformModule.with(settings, entities), ...capabilities] }).compile();
  const nest = testing.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: ['error', 'fatal'] });
  const counted: { current: { statements: string[] } | null } = { current: null };
  for (const { token } of middleware) {
    const source = nest.get(token, { strict: false });
    nest.use(...source.middleware());
  }
  // After the sessions: who asks is kept for two seconds, so whether it costs a statement depends on the clock.
  nest.use(((_request, _response, next) => (counted.current ? statementCount.run(counted.current, next) : next())) satisfies RequestHandler);
  nest.use(express.json({ limit: graphqlLimits.bodyBytes }), resolveOperationOnGraphql(nest));
  nest.get(Signals).attach(nest.getHttpServer());
  await nest.listen(0, '127.0.0.1').catch(async (trouble: unknown) => {
    // A program that refuses to open must not keep the test run open either.
    await nest.close().catch(() => undefined);
    await database.drop();
    throw trouble;
  });
  await cutReferencesUpwards(nest.get(DataSource));
  const url = `http://127.0.0.1:${(nest.getHttpServer().address() as AddressInfo).port}`;
  const app: TestApp = {
    url,
    nest,
    work: nest.get(Work),
    settle: () => nest.get(Jobs).settle(),
    guest: (locale = 'en') => new Client(url, locale),
    async counting(act) {
      counted.current = { statements: [] };
      const { statements } = counted.current;
      try {
        return { result: await act(), statements };
      } finally {
        counted.current = null;
      }
    },
    async close() {
      await nest.close();
      await database.drop();
    },
  };
  opened.push(app);
  return app;
}

/**
 * Higher libs tie lower tables to theirs: a person's city must exist once there are cities. A program without the higher lib
 * has no such rows, and its tests invent the ids: in its copy of the database those ties are cut.
 */
async function cutReferencesUpwards(source: DataSource): Promise<void> {
  const own = source.entityMetadatas.map(({ tableName }) => tableName);
  const ties: { table: string; name: string }[] = await source.query(
    `select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace
        and conrelid::regclass::text = any($1) and not confrelid::regclass::text = any($1)`,
    [own],
  );
  for (const { table, name } of ties) await source.query(`alter table ${table} drop constraint ${name}`);
}

function resolveOperationOnGraphql(nest: NestExpressApplication): RequestHandler {
  const resolve = resolveOperation(nest.get(KnownOperations), false);
  return (request, response, next) => (request.path === '/graphql' ? resolve(request, response, next) : next());
}

afterAll(async () => {
  await Promise.all(opened.splice(0).map((app) => app.close()));
});

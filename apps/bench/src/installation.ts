import { argon2Sync, createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ensureDatabase, startPostgres } from '../../../tools/postgres.mjs';
import { PASSWORD } from './api.ts';
import { type Child, startChild } from './children.ts';
import { seed } from './seed.ts';

const root = join(import.meta.dirname, '../../..');

export interface Installation {
  databaseUrl: string;
  client: pg.Client;
  /** One process of the api in production mode, on this database. */
  startApi(): Promise<Child & { url: string }>;
  startLimit(): Promise<Child & { url: string }>;
  close(): Promise<void>;
}

/** A PostgreSQL with the big installation in it. The seeded database is kept as a template until its seed or schema changes. */
export async function install(say: (line: string) => void): Promise<Installation> {
  const server = await startPostgres({ home: join(root, '.data/bench/postgres'), say });
  const owner = new pg.Client({ connectionString: server.url('postgres') });
  await owner.connect();
  const digest = createHash('sha256');
  for (const file of ['apps/bench/src/seed.ts', 'migrations/index.ts', 'package-lock.json', ...migrationFiles()]) digest.update(readFileSync(join(root, file)));
  const template = `bench_seed_${digest.digest('hex').slice(0, 12)}`;
  const { rowCount } = await owner.query('select 1 from pg_database where datname = $1', [template]);
  if (!rowCount) {
    say('Seeding the big installation (once).');
    const { rows } = await owner.query<{ datname: string }>(`select datname from pg_database where datname like 'bench\\_%'`);
    for (const { datname } of rows) await owner.query(`drop database if exists ${owner.escapeIdentifier(datname)} with (force)`);
    const unfinished = `${template}_unfinished`;
    const url = await ensureDatabase(server, unfinished);
    await (await startChild(join(root, 'dist/api/migrate.js'), { DATABASE_URL: url })).stop();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await seed(client, hash(PASSWORD));
    await client.end();
    await owner.query(`alter database ${owner.escapeIdentifier(unfinished)} rename to ${owner.escapeIdentifier(template)}`);
  }
  const name = `bench_run_${process.pid}`;
  await owner.query(`create database ${owner.escapeIdentifier(name)} template ${owner.escapeIdentifier(template)}`);
  const databaseUrl = server.url(name);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('create sequence bench_seq');

  const children: Child[] = [];
  const keep = <C extends Child>(child: C): C => {
    children.push(child);
    return child;
  };
  return {
    databaseUrl,
    client,
    async startApi() {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const child = await startChild(join(root, 'dist/api/main.js'), {
        NODE_ENV: 'production', MODE: 'live', DATABASE_URL: databaseUrl, PORT: String(port), PUBLIC_URL: url, SESSION_SECRET: randomBytes(24).toString('hex'), RATE_LIMITS: 'false', LOG_LEVEL: 'error', WEB_DIR: join(root, 'dist/web'), REDIS_URL: '', SMTP_URL: '',
      });
      return keep({ ...child, url });
    },
    async startLimit() {
      const child = await startChild(join(import.meta.dirname, 'limit-server.ts'), { DATABASE_URL: databaseUrl });
      return keep({ ...child, url: `http://127.0.0.1:${child.said}` });
    },
    async close() {
      await Promise.all(children.map((child) => child.stop()));
      await client.end();
      await owner.query(`drop database if exists ${owner.escapeIdentifier(name)} with (force)`);
      await owner.end();
      await server.stop();
    },
  };
}

function migrationFiles(): string[] {
  return [...readFileSync(join(root, 'migrations/index.ts'), 'utf8').matchAll(/'\.\/(1\d+-[a-z]+)'/g)].map(([, name]) => `migrations/${name}.ts`);
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Argon2id as the product stores it, so that a thousand people need only one hash. */
function hash(password: string): string {
  const nonce = randomBytes(16);
  const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=19456,t=2,p=1$${bare(nonce)}$${bare(argon2Sync('argon2id', { message: password, nonce, parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 }))}`;
}

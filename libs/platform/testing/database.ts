import { createHash, randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  /** Ends every connection that is still open and removes the database. */
  drop(): Promise<void>;
}

const migrationsFolder = resolve(import.meta.dirname, '../../../migrations');

// Any number, the same in every test run of this server.
const templateLock = 7_204_001;

let ready: Promise<string> | undefined;

/** A database of one's own with every migration in it: a copy of the template, made in some 40 ms. */
export async function cloneDatabase(): Promise<TestDatabase> {
  ready ??= prepareTemplate();
  return createDatabase(`template ${pg.escapeIdentifier(await ready)}`);
}

/** An empty database, for tests of the migrations themselves. */
export const emptyDatabase = (): Promise<TestDatabase> => createDatabase('');

async function createDatabase(from: string): Promise<TestDatabase> {
  const name = `test_${setting('TEST_RUN')}_${randomBytes(5).toString('hex')}`;
  await asOwner((client) => client.query(`create database ${pg.escapeIdentifier(name)} ${from}`));
  return {
    url: urlOf(name),
    drop: () => asOwner(async (client) => {
      await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    }),
  };
}

/** Built once per content of the migrations; whoever comes first builds it, the others wait. */
async function prepareTemplate(): Promise<string> {
  const template = `template_${await migrationsDigest()}`;
  await asOwner(async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    try {
      const { rows } = await client.query<{ datname: string }>(`select datname from pg_database where datname like 'template\\_%'`);
      if (rows.some(({ datname }) => datname === template)) return;
      for (const { datname } of rows) await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);

      const unfinished = `${template}_unfinished`;
      await client.query(`create database ${pg.escapeIdentifier(unfinished)}`);
      await migrate(urlOf(unfinished));
      await client.query(`alter database ${pg.escapeIdentifier(unfinished)} rename to ${pg.escapeIdentifier(template)}`);
      await client.query(`alter database ${pg.escapeIdentifier(template)} allow_connections false`);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [templateLock]);
    }
  });
  return template;
}

async function migrate(url: string): Promise<void> {
  const migrations: { migrate?: (url: string) => Promise<unknown> } = await import('@crosscity/migrations');
  await migrations.migrate?.(url);
}

async function migrationsDigest(): Promise<string> {
  const digest = createHash('sha256');
  // The job queue makes its own tables: another version of it is another template.
  for (const file of ['../package-lock.json', ...(await readdir(migrationsFolder)).sort()]) {
    digest.update(`${file}\0`).update(await readFile(join(migrationsFolder, file)).catch(() => ''));
  }
  return digest.digest('hex').slice(0, 16);
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: setting('TEST_POSTGRES_URL') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(setting('TEST_POSTGRES_URL'));
  url.pathname = database;
  return url.href;
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run tests with "npm run jest", which starts their PostgreSQL.`);
  return value;
}

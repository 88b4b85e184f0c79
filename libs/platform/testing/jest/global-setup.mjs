// Starts the test PostgreSQL of this checkout, or joins the one of a test run next door.
import { join } from 'node:path';
import { startPostgres } from '../../../../tools/postgres.mjs';
import { nameOfThisRun, sweepDatabases } from './databases.mjs';

export default async function globalSetup({ rootDir }) {
  const server = await startPostgres({ home: join(rootDir, '.data', 'tests', 'postgres'), tests: true, say: console.log });
  globalThis.crosscityTestPostgres = server;
  process.env.TEST_POSTGRES_URL = server.url('postgres');
  process.env.TEST_RUN = nameOfThisRun();
  await sweepDatabases(process.env.TEST_POSTGRES_URL);
}

import { sweepDatabases } from './databases.mjs';

export default async function globalTeardown() {
  await sweepDatabases(process.env.TEST_POSTGRES_URL, { of: process.env.TEST_RUN });
  await globalThis.crosscityTestPostgres.stop();
}

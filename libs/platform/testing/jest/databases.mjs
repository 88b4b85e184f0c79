// Names of test databases tell whose they are: test_<run>_<random>, the run being its process and when that started.
import pg from 'pg';
import { isSame, markOf } from '../../../../tools/processes.mjs';

const separator = 'x'; // "@" would have to be escaped in addresses

export const nameOfThisRun = () => markOf().replace('@', separator);

/** Drops what dead test runs left, and what the run `of` made. */
export async function sweepDatabases(url, { of } = {}) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`select datname from pg_database where datname like 'test\\_%'`);
    for (const { datname } of rows) {
      const run = datname.split('_')[1];
      if (run !== of && isSame(run.replace(separator, '@'))) continue;
      await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`);
    }
  } finally {
    await client.end();
  }
}

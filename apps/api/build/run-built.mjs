import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundle } from './bundle.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/**
 * Bundles the server afresh and runs one of its programs; returns what it printed.
 * The database is DATABASE_URL, or an empty one on the embedded PostgreSQL.
 */
export async function runBuilt(program) {
  // A folder of its own: another check, or a running product, may use dist/api.
  const folder = await bundle(join(root, 'dist', `check-${process.pid}`));
  const { url, close } = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL, close: async () => undefined } : await emptyDatabase();
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, program)], { cwd: root, maxBuffer: 20_000_000, env: { ...process.env, DATABASE_URL: url, NODE_ENV: 'test', LOG_LEVEL: 'silent' } });
    return stdout;
  } catch (failure) {
    throw new Error(failure.stderr || failure.message, { cause: failure.code });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await close();
  }
}

async function emptyDatabase() {
  const { ensureDatabase, startPostgres } = await import('../../../tools/postgres.mjs');
  const server = await startPostgres({ home: join(root, '.data/tests/postgres'), tests: true, say: () => undefined });
  const name = `checks_${process.pid}`;
  const url = await ensureDatabase(server, name);
  const { default: pg } = await import('pg');
  return {
    url,
    async close() {
      const client = new pg.Client({ connectionString: server.url('postgres') });
      await client.connect();
      await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
      await client.end();
      await server.stop();
    },
  };
}

import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Playwright's global set-up: the real product, as `npm start` gives it, on a free port with a folder of its own. E2E_URL uses one that runs already. */
export default async function startProduct(): Promise<(() => Promise<void>) | void> {
  if (process.env['E2E_URL']) return;
  const folder = mkdtempSync(join(tmpdir(), 'crosscity-e2e-'));
  chmodSync(folder, 0o755); // as root, PostgreSQL runs as nobody and must get in
  const port = await freePort();
  const product = spawn(process.execPath, [join(root, 'tools/start.mjs')], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, MODE: 'demo', DATABASE_URL: '', RATE_LIMITS: process.env['RATE_LIMITS'] ?? 'false' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => product.once('exit', () => done()));
  let output = '';
  const ready = new Promise<void>((done) => {
    for (const stream of [product.stdout, product.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-20_000);
        if (/^ready\b/m.test(output)) done();
      });
    }
  });
  const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error('The product was not ready within two minutes.')), 120_000).unref());
  const stop = async (): Promise<void> => {
    product.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.race([ready, late, ended.then(() => Promise.reject(new Error('The product ended at once.')))]);
  } catch (trouble) {
    await stop();
    throw new Error(`${(trouble as Error).message} Its last words:\n${output}`, { cause: trouble });
  }
  process.env['E2E_URL'] = `http://localhost:${port}`;
  return stop;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

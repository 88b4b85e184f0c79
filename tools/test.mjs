// `npm test`: everything that must hold before a change lands, from a clean clone, in one table.
//   npm test                     all parts
//   npm test -- lint types       only these
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, projectEnvironment, projectNode, root } from './install.mjs';
import { ensureDatabase, startPostgres } from './postgres.mjs';
import { endProcess, readNames } from './processes.mjs';

const began = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const results = join(root, '.data', 'tests', 'results');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const running = new Set();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await Promise.all([...running].map((child) => endProcess(child.pid, { patience: 20_000 })));
    process.exit(130);
  });
}

/** Each part: what it is called, what runs it, what must have gone well before, and whether its output is shown as it comes. */
const bin = (name) => join(root, 'node_modules', '.bin', name);
const parts = [
  { name: 'codegen', run: () => hasTarget('web', 'codegen') ? command(bin('nx'), ['run', 'web:codegen', '--outputStyle=static']) : skipped('no codegen yet') },
  [
    { name: 'lint', run: () => command(bin('oxlint'), ['--format', 'default']) },
    { name: 'styles', run: () => command(projectNode(), ['libs/platform/lint/styles.ts']) },
    // All projects in one pass: each alone would read the libs below it again (`nx run-many -t typecheck` does that, cached).
    { name: 'types', needs: 'codegen', run: () => command(projectNode(), ['node_modules/typescript-7/bin/tsc', '-p', 'libs/platform/testing/tsconfig.all.json']) },
    { name: 'build', needs: 'codegen', run: () => build(() => {}).then((built) => ({ ok: true, note: built ? '' : 'was up to date' })) },
  ],
  { name: 'checks', needs: 'build', run: runChecks },
  { name: 'jest', live: true, run: runJest },
  { name: 'browser', needs: 'build', live: true, run: runPlaywright },
];

const rows = [];
const totals = { passed: 0, failed: 0, skipped: 0 };

async function test() {
  const unknown = wanted.filter((name) => !parts.flat().some((part) => part.name === name));
  if (unknown.length > 0) throw new Error(`There is no part "${unknown[0]}". Parts: ${parts.flat().map(({ name }) => name).join(', ')}.`);
  await install(console.log);
  mkdirSync(results, { recursive: true });
  for (const step of parts) await twoAtATime([step].flat().filter(({ name }) => wanted.length === 0 || wanted.includes(name)), runPart);

  console.log('');
  for (const { name, state, time, note } of rows) console.log(`  ${name.padEnd(10)}${state.padEnd(9)}${time.padStart(8)}  ${note}`);
  console.log(`  ${'all'.padEnd(19)}${seconds(began).padStart(8)}\n`);
  const broken = rows.filter(({ state }) => state === 'FAILED').map(({ name }) => name);
  if (broken.length > 0) console.log(`Failed: ${broken.join(', ')}. The words of each are above.`);
  console.log(`${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

async function runPart(part) {
  const start = performance.now();
  let outcome;
  try {
    const missing = rows.some(({ name, state }) => name === part.needs && state === 'FAILED');
    outcome = missing ? { ok: false, output: `Not tried: ${part.needs} failed.` } : await part.run();
  } catch (trouble) {
    outcome = { ok: false, output: trouble.message };
  }
  const state = outcome.skipped ? 'skipped' : outcome.ok ? 'ok' : 'FAILED';
  rows.push({ name: part.name, state, time: seconds(start), note: outcome.note ?? '' });
  if (!part.live || outcome.skipped) console.log(`${state.padEnd(8)} ${part.name} (${seconds(start)})`);
  if (!outcome.ok && outcome.output) console.log(`\n${outcome.output.trim()}\n`);
}

/** Two cores, two at a time. */
async function twoAtATime(items, run) {
  const queue = [...items];
  const lane = async () => {
    for (let item; (item = queue.shift()); ) await run(item);
  };
  await Promise.all([lane(), lane()]);
}

/** Runs to the end; the output comes back, or goes straight through. */
function command(file, args, { env = {}, live = false } = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, {
      cwd: root,
      env: projectEnvironment({ NX_DAEMON: 'false', NX_TUI: 'false', NX_NATIVE_FILE_CACHE_DIRECTORY: join(root, '.nx', 'native'), ...(live ? {} : { NO_COLOR: '1' }), ...env }),
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', (trouble) => done({ ok: false, output: trouble.message }));
    child.once('close', (code) => {
      running.delete(child);
      done({ ok: code === 0, output });
    });
  });
}

const skipped = (note) => ({ ok: true, skipped: true, note });

function hasTarget(app, target) {
  return JSON.parse(readFileSync(join(root, 'apps', app, 'project.json'), 'utf8')).targets?.[target] !== undefined;
}

/** Every script in apps/<app>/checks: drift of schema and migrations, words, budgets. Each gets an empty database of its own. */
async function runChecks() {
  const scripts = readdirSync(join(root, 'apps')).flatMap((app) => readNames(join(root, 'apps', app, 'checks')).filter((name) => name.endsWith('.mjs')).map((name) => `apps/${app}/checks/${name}`));
  if (scripts.length === 0) return skipped('no checks yet');
  const server = await startPostgres({ home: join(root, '.data', 'tests', 'postgres'), tests: true, say: console.log });
  try {
    const failed = [];
    await twoAtATime(scripts.map((script, index) => ({ script, index })), async ({ script, index }) => {
      const database = `checks_${process.pid}_${index}`;
      const outcome = await command(projectNode(), [script], { env: { DATABASE_URL: await ensureDatabase(server, database), MODE: 'live' } });
      await dropDatabase(server, database);
      if (!outcome.ok) failed.push(`${script}\n${outcome.output.trim()}`);
    });
    return { ok: failed.length === 0, output: failed.join('\n\n'), note: `${scripts.length} scripts` };
  } finally {
    await server.stop();
  }
}

async function dropDatabase(server, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  await client.end();
}

async function runJest() {
  const file = join(results, 'jest.json');
  rmSync(file, { force: true });
  const outcome = await command(projectNode(), [
    '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js',
    '-c', 'libs/platform/testing/jest.config.mjs', '--json', `--outputFile=${file}`,
  ], { live: true });
  if (!existsSync(file)) return { ok: false, output: 'Jest left no results.' };
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, numTotalTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
  count(numPassedTests, numFailedTests + numRuntimeErrorTestSuites, numPendingTests);
  return { ok: outcome.ok, note: `${numPassedTests} tests in ${numTotalTestSuites} files` };
}

async function runPlaywright() {
  const file = join(results, 'browser.json');
  rmSync(file, { force: true });
  if (!hasSpecs(join(root, 'apps', 'e2e'))) return skipped('no browser tests yet');
  const outcome = await command(bin('playwright'), ['test', '-c', 'apps/e2e/playwright.config.ts'], { live: true, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } });
  if (!existsSync(file)) return { ok: false, output: 'Playwright left no results.' };
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  // A test that passed at the second try is a failure that nobody has understood yet.
  count(stats.expected, stats.unexpected + stats.flaky + (errors?.length ?? 0), stats.skipped);
  return { ok: outcome.ok && stats.flaky === 0, note: `${stats.expected} tests` };
}

function count(passed, failed, left) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += left;
}

function hasSpecs(folder) {
  return readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.spec.ts'));
}

test().catch((trouble) => {
  console.error(trouble.message);
  process.exitCode = 1;
});

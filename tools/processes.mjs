// Which process is which, and one-at-a-time sections between processes. Only Node built-ins, Node 18 or newer.
import { spawnSync } from 'node:child_process';
import { closeSync, linkSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Zombies excluded: they answer to signals but hold nothing any more. */
export const isAlive = (pid) => isListed(pid) && !/^\d+ \(.*\) Z/s.test(readOr(`/proc/${pid}/stat`, ''));

/** Zombies included. */
export function isListed(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (refusal) {
    return refusal.code === 'EPERM';
  }
}

/** The command line of a running process, '' when it can't be known. */
export function commandOf(pid) {
  const command = readOr(`/proc/${pid}/cmdline`, null);
  if (command !== null) return command.replaceAll('\0', ' ').trim();
  if (process.platform === 'linux' || process.platform === 'win32') return '';
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** Tells a process from a later one with the same number: its number and its start time. */
export function markOf(pid = process.pid) {
  const stat = readOr(`/proc/${pid}/stat`, '');
  if (stat) return `${pid}@${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  if (process.platform === 'win32') return `${pid}@`;
  const started = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  return `${pid}@${started.replaceAll(' ', '_')}`;
}

export function isSame(mark) {
  const pid = Number.parseInt(mark, 10);
  return isAlive(pid) && markOf(pid) === mark;
}

/** Waits until `test` is true; false when it did not come true in time. */
export async function until(test, milliseconds, step = 25) {
  const end = Date.now() + milliseconds;
  while (!(await test())) {
    if (Date.now() > end) return false;
    await pause(step);
  }
  return true;
}

/** SIGTERM (or another), time to finish, then SIGKILL. */
export async function endProcess(pid, { signal = 'SIGTERM', patience = 10_000 } = {}) {
  for (const [name, wait] of [[signal, patience], ['SIGKILL', 5_000]]) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, name);
    } catch (refusal) {
      if (refusal.code === 'ESRCH') return;
      throw refusal;
    }
    if (await until(() => !isAlive(pid), wait)) return;
  }
}

/** One process at a time. The lock of a process that died is broken by the next one. */
export async function alone(file, work, { patience = 600_000, waiting = () => {} } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const end = Date.now() + patience;
  for (let told = false; ; ) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, markOf());
      closeSync(handle);
      break;
    } catch (refusal) {
      if (refusal.code !== 'EEXIST') throw refusal;
    }
    const holder = readOr(file, '');
    // Empty: its maker is between open and write, or died there.
    const left = holder ? !isSame(holder) : ageOf(file) > 5_000;
    if (left) {
      breakLock(file, holder);
      continue;
    }
    if (Date.now() > end) throw new Error(`${file} is held by process ${Number.parseInt(holder, 10)} for too long.`);
    if (!told) waiting(Number.parseInt(holder, 10));
    told = true;
    await pause(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Takes the dead holder's lock away, and no other: somebody quicker may have broken it and hold a new one. */
function breakLock(file, holder) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readOr(aside, '') !== holder) linkSync(aside, file);
  } catch (refusal) {
    if (refusal.code !== 'ENOENT' && refusal.code !== 'EEXIST') throw refusal;
  }
  rmSync(aside, { force: true });
}

/** Notes kept per living process in a folder; those of dead processes are swept. Returns the marks still alive. */
export function livingNotes(folder) {
  const living = [];
  for (const { file, note } of notesIn(folder)) {
    if (note && isSame(note.mark)) living.push(note);
    else if (note || ageOf(file) > 5_000) rmSync(file, { force: true });
  }
  return living;
}

/** All notes, also of processes that died. */
export const allNotes = (folder) => notesIn(folder).flatMap(({ note }) => note ?? []);

function notesIn(folder) {
  return readNames(folder).map((name) => {
    const file = join(folder, name);
    return { file, note: parseOr(readOr(file, '')) };
  });
}

export function leaveNote(folder, content = {}) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${Math.round(performance.now())}.json`);
  writeFileSync(file, JSON.stringify({ mark: markOf(), ...content }));
  return { file, remove: () => rmSync(file, { force: true }) };
}

export function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

export function readNames(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function ageOf(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function parseOr(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// Builds the program when its sources changed since the last build: `node tools/build.mjs`, and the first half of `npm start`.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, projectEnvironment, projectNode, root } from './install.mjs';
import { alone, readOr } from './processes.mjs';

const stamp = join(root, 'dist', '.sources');
const builders = ['apps/api/build.mjs', 'apps/web/build.mjs'];
const sources = ['apps/api', 'apps/web', 'libs', 'migrations', 'package-lock.json', 'tsconfig.base.json', 'tools/build.mjs'];
const notSources = /^(node_modules|dist|testing|\..*|.*\.spec\.tsx?|.*\.md|.*\.generated\.ts)$/;

/** Returns whether there was something to build. */
export async function build(say, { always = false } = {}) {
  const wanted = fingerprint();
  if (!always && readOr(stamp, '') === wanted) return false;
  await alone(join(root, '.data', 'locks', 'build'), async () => {
    if (!always && readOr(stamp, '') === wanted) return;
    say('Building.');
    rmSync(stamp, { force: true });
    // The web first reads the schema that is committed, so neither waits for the other.
    const failed = (await Promise.all(builders.filter((file) => existsSync(join(root, file))).map(runBuilder))).filter(Boolean);
    if (failed.length > 0) throw new Error(failed.map(({ file, output }) => `${output.trim()}\n${file} failed.`).join('\n\n'));
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp, wanted);
  }, { waiting: () => say('Another start is building: waiting for it.') });
  return true;
}

function runBuilder(file) {
  return new Promise((done) => {
    const child = spawn(projectNode(), [join(root, file)], { cwd: root, env: projectEnvironment(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', (trouble) => done({ file, output: trouble.message }));
    child.once('close', (code) => done(code === 0 ? null : { file, output }));
  });
}

/** A digest of every file that the build reads, names included. */
function fingerprint() {
  const digest = createHash('sha256');
  const read = (path, name) => {
    const full = join(root, path);
    let entries;
    try {
      entries = readdirSync(full, { withFileTypes: true });
    } catch (refusal) {
      if (refusal.code === 'ENOTDIR') digest.update(`${name}\0`).update(readFileSync(full)).update('\0');
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (!notSources.test(entry.name)) read(join(path, entry.name), `${name}/${entry.name}`);
    }
  };
  for (const path of sources) read(path, path);
  return digest.digest('hex');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await install(console.log);
    await build(console.log, { always: true });
  } catch (trouble) {
    console.error(trouble.message);
    process.exitCode = 1;
  }
}

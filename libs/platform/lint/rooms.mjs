// The rooms of the house and who may enter which. Pure: a file's path in, a verdict out.
import { posix } from 'node:path';

const order = ['platform', 'case-data', 'identity', 'moderation', 'cities', 'files', 'forum', 'events', 'notifications'];
const rooms = ['contract', 'server', 'web', 'testing'];

const rank = { platform: 0, 'case-data': 1, identity: 2, moderation: 3, cities: 4, files: 5, forum: 6, events: 6, notifications: 7 };
const isBelow = (lib, other) => rank[other] < rank[lib];

/**
 * Where a file lives.
 * @param {string} path from the root of the repository, with slashes
 * @returns {{ path: string, top: string, lib?: string, app?: string, room: string, isSpec: boolean }}
 */
export function placeOf(path) {
  const [top, name, third] = path.split('/');
  const isSpec = /\.spec\.tsx?$/.test(path);
  if (top === 'libs') return { path, top, lib: name, room: rooms.includes(third) ? third : 'tooling', isSpec };
  if (top === 'apps') {
    const program = { api: 'server', web: 'web' }[name];
    // Scripts that build or check an app are no part of it.
    const isTooling = /\.mjs$|\.config\.[cm]?ts$/.test(path) || third === 'checks' || third === 'build';
    return { path, top, app: name, room: program && !isTooling ? program : 'tooling', isSpec };
  }
  return { path, top, room: top === 'migrations' ? 'migrations' : 'tooling', isSpec };
}

/** Why this import is refused, or null. Imports of npm packages are no business of this function. */
export function refusalOfImport(from, specifier) {
  if (specifier.startsWith('.')) return refusalOfRelative(from, specifier);
  if (specifier.startsWith('@crosscity/')) return refusalOfDoor(from, specifier);
  return null;
}

function refusalOfRelative(from, specifier) {
  const target = placeOf(posix.normalize(posix.join(posix.dirname(from.path), specifier)));
  const same = target.top === from.top && target.lib === from.lib && target.app === from.app;
  if (same && (from.top !== 'libs' || folderRoom(target) === folderRoom(from))) return null;
  if (target.top === 'tools' && (from.room === 'testing' || from.room === 'tooling')) return null;
  // The harness starts the whole program: it stands below everything and still has to name the top.
  if (from.lib === 'platform' && from.room === 'testing' && target.app === 'api') return null;
  if (from.room === 'tooling' && from.top === 'apps') return null;
  if (same) return `This leaves ${from.lib}/${folderRoom(from)}: use the door @crosscity/${from.lib}/${folderRoom(target)}.`;
  return `This leaves ${from.lib ?? from.app ?? from.top}: import through a door (@crosscity/<lib>/<room>).`;
}

const folderRoom = (place) => place.path.split('/')[2];

function refusalOfDoor(from, specifier) {
  if (specifier === '@crosscity/migrations') {
    const may = from.app === 'api' || from.app === 'bench' || from.room === 'testing' || from.isSpec || from.room === 'tooling' || from.top === 'migrations';
    return may ? null : 'Only the api, the bench and tests know the migrations.';
  }
  const [, lib, room, ...rest] = specifier.split('/');
  if (!order.includes(lib) || !rooms.includes(room) || rest.length > 0) return `"${specifier}" is no door: a lib opens ${rooms.join(', ')}, and nothing behind them.`;
  if (from.room === 'tooling') return null;
  if (from.lib === lib && from.room === room && !from.isSpec) return 'A room does not enter through its own door: import the file.';
  return refusalOfRoom(from, room) ?? (from.lib ? refusalOfOrder(from, lib, room) : null);
}

/** Which kinds of room a room may look into, whoever's they are. */
function refusalOfRoom(from, room) {
  if (from.isSpec && room === 'testing') return null;
  const may = {
    contract: ['contract'],
    server: ['contract', 'server'],
    web: ['contract', 'web'],
    testing: ['contract', 'server', 'testing'],
    migrations: ['contract', 'server'],
  }[from.room];
  return may.includes(room) ? null : `${from.room} does not import ${room}.`;
}

function refusalOfOrder(from, lib, room) {
  if (from.lib === lib) return null;
  if (from.room === 'contract') return lib === 'platform' ? null : 'A contract knows platform/contract and nothing else.';
  if (!isBelow(from.lib, lib)) {
    return rank[from.lib] === rank[lib]
      ? `${from.lib} and ${lib} stand side by side and do not know each other: compose them in apps.`
      : `${lib} stands above ${from.lib}: a lib imports below itself (platform ← case-data ← identity ← moderation ← cities ← files ← { forum, events } ← notifications ← apps).`;
  }
  if (from.lib === 'notifications' && !['platform', 'identity'].includes(lib) && room !== 'contract' && !(room === 'testing' && (from.isSpec || from.room === 'testing'))) {
    return `notifications sees only the contract of ${lib}.`;
  }
  return null;
}

// What each module of ours, and each package, weighs in the scripts that the build made: told by their source maps.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const workspace = fileURLToPath(new URL('../../../', import.meta.url));
const digits = new Map([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((letter, value) => [letter, value]));

/** `Map<module, kilobytes>` of one script: its compressed size, shared out by how many characters came from where. */
export function weightsOf(path) {
  const code = readFileSync(path);
  const kilobytes = gzipSync(code, { level: 9 }).length / 1000;
  if (!existsSync(`${path}.map`)) return new Map([[basename(path).replace(/-[\w-]{8}\.js$/, ''), kilobytes]]);
  const map = JSON.parse(readFileSync(`${path}.map`, 'utf8'));
  const names = map.sources.map((source) => nameOf(resolve(dirname(path), source)));
  const characters = new Map();
  const lines = code.toString().split('\n');
  let source = 0;
  map.mappings.split(';').forEach((line, number) => {
    let column = 0;
    let open = null;
    const close = (end) => {
      if (open) characters.set(open.name, (characters.get(open.name) ?? 0) + end - open.from);
    };
    for (const segment of line.split(',').filter(Boolean)) {
      const [forward, sourceStep] = numbersIn(segment);
      column += forward;
      close(column);
      if (sourceStep !== undefined) source += sourceStep;
      open = { from: column, name: sourceStep === undefined ? '(glue)' : names[source] };
    }
    close(lines[number]?.length ?? column);
  });
  const total = characters.values().reduce((sum, count) => sum + count, 0) || 1;
  return new Map([...characters].map(([name, count]) => [name, (kilobytes * count) / total]));
}

function nameOf(path) {
  const inPackage = /.*node_modules\/((@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  return inPackage ?? relative(workspace, path);
}

function numbersIn(segment) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (const letter of segment) {
    const digit = digits.get(letter);
    value |= (digit & 31) << shift;
    if (digit & 32) shift += 5;
    else {
      numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
      value = shift = 0;
    }
  }
  return numbers;
}

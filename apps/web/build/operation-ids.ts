import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** `virtual:operation-ids`: the id of each operation by name. `virtual:operation-texts`: its text, for the renderer only. */
export function operationIds(manifestFile: string): Plugin {
  return {
    name: 'crosscity:operation-ids',
    resolveId: (source) => (/^virtual:operation-(ids|texts)$/.test(source) ? `\0${source}` : null),
    load(id) {
      if (!/^\0virtual:operation-(ids|texts)$/.test(id)) return null;
      const operations = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, { name: string; text: string }>;
      const entries = Object.entries(operations).map(([hash, { name, text }]) => [name, id.endsWith('texts') ? text : hash]);
      return `export default ${JSON.stringify(Object.fromEntries(entries))};`;
    },
  };
}

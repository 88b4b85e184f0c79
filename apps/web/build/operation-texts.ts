import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** `virtual:operation-texts`: the text of each operation by name, for the renderer only. */
export function operationTexts(manifestFile: string): Plugin {
  return {
    name: 'crosscity:operation-texts',
    resolveId: (source) => (source === 'virtual:operation-texts' ? `\0${source}` : null),
    load(id) {
      if (id !== '\0virtual:operation-texts') return null;
      const operations = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, { name: string; text: string }>;
      return `export default ${JSON.stringify(Object.fromEntries(Object.values(operations).map(({ name, text }) => [name, text])))};`;
    },
  };
}

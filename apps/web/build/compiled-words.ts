import { createRequire } from 'node:module';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
// The copy of the parser that the formatter itself uses; react-intl carries its own.
const noParser = createRequire(require.resolve('intl-messageformat')).resolve('@formatjs/icu-messageformat-parser/no-parser.js');

/** Catalogues by their path, each message as the formatter takes it. */
export type Catalogues = Map<string, Record<string, unknown>>;

/** Catalogues (`locales/<language>.json`) become parsed messages at build time; the parser stays out of the bundles. */
export function compiledWords(catalogues: Catalogues): Plugin {
  return {
    name: 'crosscity:compiled-words',
    enforce: 'pre',
    resolveId(source) {
      return source === '@formatjs/icu-messageformat-parser' ? noParser : null;
    },
    transform: {
      filter: { id: /\/locales\/[\w-]+\.json$/ },
      handler(code, id) {
        const messages = JSON.parse(code) as Record<string, string>;
        const parsed = Object.entries(messages).map(([key, message]) => {
          try {
            return [key, parse(message)] as const;
          } catch (error) {
            throw new Error(`${id}: "${key}" is not a well-formed message: ${(error as Error).message}`);
          }
        });
        const catalogue = Object.fromEntries(parsed);
        catalogues.set(id, catalogue);
        return { code: `export default ${JSON.stringify(catalogue)};`, map: null, moduleType: 'js', moduleSideEffects: false };
      },
    },
  };
}

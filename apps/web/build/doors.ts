import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const workspace = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * `@crosscity/<lib>/<door>` as the type checker sees it. Modules of the house do nothing when they are merely imported
 * (style sheets, entries and workers aside): saying so lets a page take from a door only what it uses.
 */
export function doors(): Plugin {
  const { compilerOptions } = JSON.parse(readFileSync(`${workspace}tsconfig.base.json`, 'utf8')) as {
    compilerOptions: { paths: Record<string, [string]> };
  };
  const paths = compilerOptions.paths;
  return {
    name: 'crosscity:doors',
    enforce: 'pre',
    resolveId(source) {
      if (!source.startsWith('@crosscity/')) return null;
      const target = paths[source]?.[0];
      if (!target) throw new Error(`There is no door ${source}: see "paths" in tsconfig.base.json`);
      return { id: workspace + target.replace(/^\.\//, ''), moduleSideEffects: false };
    },
    transform(_code, id) {
      return /\/(libs\/[^/]+\/(web|contract)|apps\/web\/src)\/.+\.tsx?$/.test(id) && !/entry-\w+\.tsx$|\.worker\.ts$/.test(id) ? { moduleSideEffects: false } : null;
    },
  };
}

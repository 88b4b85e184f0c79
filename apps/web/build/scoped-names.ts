import { globSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('../../../', import.meta.url));
const scopeOf = (file: string) => basename(file, '.module.css');

/**
 * `Menu_item`: a style sheet's name is its scope; two of the same name get their folders too. Letters that make every
 * class unique would travel hundreds of times with each page.
 */
export function scopedNames(): (local: string, file: string) => string {
  const scopes = Map.groupBy(globSync(['libs/*/web/**/*.module.css', 'apps/web/src/**/*.module.css'], { cwd: workspace }), scopeOf);
  return (local, file) => {
    const path = file.replace(/\?.*$/, '');
    const scope = scopes.get(scopeOf(path))?.length === 1 ? scopeOf(path) : relative(workspace, path).replace(/\.module\.css$/, '').replace(/\W+/g, '-');
    return `${scope}_${local}`;
  };
}

import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface Route {
  readonly path: string;
  readonly access: 'anyone' | 'signedIn' | 'staff';
}

/** Every page of the product, read from the route tables, so that a new page is looked at without anybody thinking of it. */
export function allRoutes(): Route[] {
  const tables = ['apps/web/src/routes.tsx', ...readdirSync(join(root, 'libs')).map((lib) => `libs/${lib}/web/routes.tsx`)];
  const found = tables.flatMap((table) => {
    const text = readOrNothing(join(root, table));
    return [...text.matchAll(/\bpath:\s*'(\/[^']*)'([^{}]*)/g)].map(([, path = '', rest = '']) => ({
      path,
      access: (/\baccess:\s*'(\w+)'/.exec(rest)?.[1] ?? 'anyone') as Route['access'],
    }));
  });
  // A path may have a page for guests and another for members; it is one route.
  const routes = found.filter((route, at) => found.findIndex(({ path }) => path === route.path) === at);
  // Fixed paths first: they are where examples of the others are found.
  return routes.sort((one, other) => Number(one.path.includes(':')) - Number(other.path.includes(':')));
}

/** Whether an address belongs to a route: `/lessons/:id/:slug?` and `/lessons/5/street-work`. */
export function matches(route: Route, address: string): boolean {
  const pattern = route.path.split('/').filter(Boolean)
    .map((part) => (part.startsWith(':') ? (part.endsWith('?') ? '(?:/[^/]+)?' : '/[^/]+') : `/${part}`)).join('');
  return new RegExp(`^${pattern || '/'}$`).test(address);
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

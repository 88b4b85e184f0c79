// Bundles the server with rolldown: our own TypeScript into dist/api, packages stay in node_modules. Half a second.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Bare names are packages; relative paths and our own doors are bundled. */
const isPackage = (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@crosscity/');

rmSync(join(root, 'dist/api'), { recursive: true, force: true });
await build({
  cwd: root,
  input: { main: 'apps/api/src/main.ts', schema: 'apps/api/src/print-schema.ts', drift: 'apps/api/src/find-drift.ts' },
  platform: 'node',
  tsconfig: join(root, 'tsconfig.base.json'),
  external: isPackage,
  moduleTypes: { '.json': 'json' },
  output: { dir: 'dist/api', format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', sourcemap: true, keepNames: true, minify: false },
  logLevel: 'warn',
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Bare names are packages; relative paths and our own doors are bundled. */
const isPackage = (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@crosscity/');

/** The same compiler and options as in the tests: decorators and their metadata must not differ between the two. */
const typescript = {
  name: 'typescript',
  transform: {
    filter: { id: /\.ts$/ },
    handler: async (code, id) => {
      const { code: javascript, map } = await transform(code, {
        filename: id,
        jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2023', keepClassNames: true, transform: { legacyDecorator: true, decoratorMetadata: true } },
        module: { type: 'es6' },
        sourceMaps: true,
        swcrc: false,
      });
      return { code: javascript, map, moduleType: 'js' };
    },
  },
};

/** Bundles the server with rolldown: our own TypeScript into one folder, packages stay in node_modules. Returns the folder. */
export async function bundle(folder = join(root, 'dist/api')) {
  rmSync(folder, { recursive: true, force: true });
  await build({
    cwd: root,
    input: { main: 'apps/api/src/main.ts', migrate: 'apps/api/src/migrate.ts', schema: 'apps/api/src/print-schema.ts', drift: 'apps/api/src/find-drift.ts' },
    platform: 'node',
    tsconfig: join(root, 'tsconfig.base.json'),
    external: isPackage,
    plugins: [typescript],
    output: { dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', sourcemap: true, keepNames: true, minify: false },
    logLevel: 'warn',
  });
  return folder;
}

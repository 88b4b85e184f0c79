// Builds everything the browser and the page renderer need, into dist/web: `node apps/web/build.mjs`.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { generateTypedDocuments } from './codegen.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const started = performance.now();
const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;

process.env.NODE_ENV = 'production';
await generateTypedDocuments();
console.log(`web: documents typed (${seconds()})`);

const configFile = `${root}vite.config.ts`;
const common = { root, configFile, logLevel: 'warn', mode: 'production' };
// The client first: the renderer needs its manifest to name the files of each page.
await build({ ...common, build: { outDir: `${dist}client` } });
console.log(`web: client built (${seconds()})`);
await build({ ...common, build: { outDir: `${dist}server`, ssr: 'src/entry-server.tsx' } });
await writeFile(`${dist}server/package.json`, '{ "type": "module" }\n');
console.log(`web: renderer built (${seconds()})`);

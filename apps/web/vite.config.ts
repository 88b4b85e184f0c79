import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { doors } from './build/doors.ts';
import { operationIds } from './build/operation-ids.ts';
import { clientFiles, pageSources } from './build/page-sources.ts';
import { cascadeLayers } from './build/cascade-layers.ts';
import { compiledWords } from './build/compiled-words.ts';

const dist = fileURLToPath(new URL('../../dist/web/', import.meta.url));

export default defineConfig(({ isSsrBuild }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: isSsrBuild ? false : 'public',
  appType: 'custom',
  plugins: [doors(), cascadeLayers(), compiledWords(), pageSources(), operationIds(`${dist}operations.json`), clientFiles(`${dist}client/manifest.json`), react()],
  // Workers are programs of their own: a house door leads to the same place there.
  worker: { format: 'es', plugins: () => [doors()], rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } } },
  // Everything is bundled into the renderer: it must behave the same wherever the api is started.
  ssr: { noExternal: true },
  // The renderer must not carry React's development half, whatever NODE_ENV the api is started with.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  css: { modules: { localsConvention: 'camelCase', generateScopedName: '[name]_[local]_[hash:base64:4]' } },
  build: {
    target: isSsrBuild ? 'node26' : ['chrome109', 'firefox115', 'safari16'],
    manifest: isSsrBuild ? false : 'manifest.json',
    sourcemap: true,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: isSsrBuild
      ? { output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' } }
      : {
          input: 'src/entry-client.tsx',
          output: {
            entryFileNames: 'assets/[name]-[hash].js',
            chunkFileNames: 'assets/[name]-[hash].js',
            // One long-lived file for what seldom changes; the pages and the kit change with every release.
            codeSplitting: {
              groups: [
                { name: 'vendor', test: /node_modules\/(react|react-dom|scheduler|react-router|@apollo|@wry|optimism|rxjs|graphql|tslib|react-intl|intl-messageformat|@formatjs)\// },
                // The kit as one file with one style sheet: every page uses most of it, and each file more delays the first view.
                { name: 'kit', test: /libs\/platform\/(web|contract)\/(?!locales)|node_modules\/lucide-react\// },
              ],
            },
          },
        },
  },
}));

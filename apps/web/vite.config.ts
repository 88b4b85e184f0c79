import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';
import { doors } from './build/doors.ts';
import { compactDocuments } from './build/compact-documents.ts';
import { operationTexts } from './build/operation-texts.ts';
import { clientFiles, pageSources } from './build/page-sources.ts';
import { leanPackages } from './build/lean-packages.ts';
import { cascadeLayers } from './build/cascade-layers.ts';
import { scopedNames } from './build/scoped-names.ts';
import { compiledWords, type Catalogues } from './build/compiled-words.ts';
import { pageWords } from './build/page-words.ts';

const dist = fileURLToPath(new URL('../../dist/web/', import.meta.url));

const kit = /libs\/platform\/(web|contract)\/(?!locales)|node_modules\/lucide-react\//;
const catalogues: Catalogues = new Map();

export default defineConfig(({ isSsrBuild }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: isSsrBuild ? false : 'public',
  appType: 'custom',
  plugins: [doors(), cascadeLayers(), compiledWords(catalogues), pageWords(catalogues), pageSources(), leanPackages(), compactDocuments(`${dist}operations.json`), operationTexts(`${dist}operations.json`), clientFiles(`${dist}client/manifest.json`), react()],
  // Workers are programs of their own: a house door leads to the same place there.
  worker: { format: 'es', plugins: () => [doors()], rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } } },
  // Everything is bundled into the renderer: it must behave the same wherever the api is started.
  ssr: { noExternal: true },
  resolve: { conditions: ['es2015', ...(isSsrBuild ? defaultServerConditions : defaultClientConditions)] },
  // The renderer must not carry React's development half, whatever NODE_ENV the api is started with.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  css: { modules: { localsConvention: 'camelCase', generateScopedName: scopedNames() } },
  build: {
    target: isSsrBuild ? 'node26' : ['chrome109', 'firefox115', 'safari16'],
    manifest: isSsrBuild ? false : 'manifest.json',
    sourcemap: true,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What each page has anyway needs no naming again; styles are waited for, so they stay.
      resolveDependencies: (_file, files) => files.filter((file) => !/(^|\/)(rolldown-runtime|vendor|kit|kit-reading|entry-client)-[\w-]{8}\.js$/.test(file)),
    },
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
                // What every page has, then what one reads with, what one finds with, what one writes with: a page that is
                // read fetches the first two, and each file more delays the first view.
                { name: 'kit', tags: ['$initial'], test: kit },
                { name: 'kit-reading', test: /platform\/web\/(ui\/(Surfaces|People|Times|Banner|Disclosure|Labels)|page)\W/ },
                { name: 'kit-finding', test: /platform\/web\/ui\/(Finding|Field|TextInput|Select)\W/ },
                // Lessons in lists stand on many pages.
                { name: 'lesson-card', test: /libs\/forum\/(contract\/forum\.terms|web\/(LessonCard|words|Trials\/Trial(Tally|s\.module)))/ },
                { name: 'kit-writing', test: /platform\/web\/(ui\/(ErrorSummary|TextArea)|drafts)\W|node_modules\/idb\// },
              ],
            },
          },
        },
  },
}));

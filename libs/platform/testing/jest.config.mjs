// One Jest run for the whole repository. Run a single file with: npm run jest -- libs/forum/server/forum.spec.ts
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
const { compilerOptions } = JSON.parse(readFileSync(`${root}/tsconfig.base.json`, 'utf8'));
const doors = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([door, [file]]) => [`^${door.replaceAll('/', '\\/')}$`, file.replace(/^\./, '<rootDir>')]),
);

const swc = (extra) => ['@swc/jest', {
  jsc: {
    parser: { syntax: 'typescript', decorators: true, ...extra },
    target: 'es2023',
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
}];

export default {
  rootDir: root,
  roots: ['apps', 'libs', 'migrations', 'tools'].map((folder) => `<rootDir>/${folder}`),
  testRegex: String.raw`\.spec\.tsx?$`,
  testPathIgnorePatterns: ['<rootDir>/apps/e2e/'], // Playwright's
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // js before mjs, as Node: packages like graphql carry both behind one "main", and two copies of it do not get along.
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { ...doors, '\\.css$': '<rootDir>/libs/platform/testing/jest/style-names.mjs' },
  transform: {
    '\\.ts$': swc({}),
    '\\.tsx$': swc({ tsx: true }),
    '\\.graphql$': '<rootDir>/libs/platform/testing/jest/graphql-text.mjs',
  },
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/libs/platform/testing/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/platform/testing/jest/global-teardown.mjs',
  cacheDirectory: '<rootDir>/.data/tests/jest',
  maxWorkers: 2,
  testTimeout: 20_000,
};

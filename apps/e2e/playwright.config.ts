import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './chromium';

const results = resolve(import.meta.dirname, '../../.data/tests');

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: join(results, 'browser'),
  globalSetup: './start-product.ts',
  workers: 2,
  // One story at a time: they share the demo's people and what these hear of. The looks only read, and go beside them.
  projects: [
    { name: 'stories', testIgnore: '**/every-route.spec.ts', workers: 1 },
    { name: 'looks', testMatch: '**/every-route.spec.ts', fullyParallel: true },
  ],
  timeout: 30_000,
  expect: { timeout: 7_500 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: [['list'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? join(results, 'results', 'browser.json') }]],
  use: {
    ...(process.env['E2E_URL'] ? { baseURL: process.env['E2E_URL'] } : {}),
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    viewport: { width: 390, height: 844 }, // phone first; a test that means a desk says so
    trace: 'off', // costs half the time; add --trace on to look closer
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
  },
});

// Measures what the first view costs and fails above the "stop" column of the interface plan, 5.2:
// `node apps/web/checks/budgets.mjs`, after the build.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
const { pageFiles, renderPage } = await import(`${dist}server/entry-server.js`);

const sizes = new Map();
function gz(file) {
  const path = join(dist, 'client', file);
  if (!sizes.has(path)) sizes.set(path, gzipSync(readFileSync(path), { level: 9 }).length / 1000);
  return sizes.get(path);
}
const sum = (files) => files.reduce((total, file) => total + gz(file), 0);
const assets = readdirSync(join(dist, 'client/assets'));
const named = (pattern) => assets.filter((file) => pattern.test(file)).map((file) => `assets/${file}`);
const raw = (files) => files.reduce((total, file) => total + readFileSync(join(dist, 'client', file)).length / 1000, 0);

const lines = [];
function measure(what, kilobytes, goal, stop) {
  lines.push({ what, kilobytes, goal, stop });
}

/** The routes that a guest lands on from a link. */
const readingRoutes = /^\/$|^\/(lessons|cities|events|library)(\/:\w+\??)*$/;
const pages = pageFiles('en');
const shared = new Set(pageFiles('en').map(({ scripts }) => new Set(scripts)).reduce((common, scripts) => common.intersection(scripts)));

for (const { path, scripts } of pages.filter(({ path }) => readingRoutes.test(path))) measure(`P1 script, first view of ${path}`, sum(scripts), 180, 200);
measure('P2 shared vendor', sum(named(/^vendor-.*\.js$/)), 145, 155);
for (const { path, scripts } of pages.filter(({ path }) => !readingRoutes.test(path))) measure(`P3 script, only for ${path}`, sum(scripts.filter((file) => !shared.has(file))), 60, 90);
const heaviest = pages.reduce((heavy, page) => (sum(page.styles) > sum(heavy.styles) ? page : heavy));
measure(`P4 styles, heaviest first view (${heaviest.path})`, sum(heaviest.styles), 18, 25);
const latin = raw(named(/vazirmatn-latin-wght.*woff2$/));
measure('P5 fonts, left to right', latin, 35, 60);
measure('P5 fonts, right to left', latin + raw(named(/vazirmatn-arabic-wght.*woff2$/)), 81, 105);
const { html } = await renderPage({ url: '/', locale: 'en', theme: 'system', nonce: 'n', origin: 'https://crosscity.test', execute: async () => ({ data: { viewer: null, lessons: { items: [] }, cities: { totalCount: 0 }, upcomingEvents: { items: [] } } }) });
measure('P6 html of the home page, without its data', gzipSync(html).length / 1000, 25, 40);
for (const catalogue of named(/^(en|ar)-.*\.js$/)) if (gz(catalogue) > 1) measure(`P8 catalogue ${basename(catalogue)}`, gz(catalogue), 8, 12);

let failed = false;
for (const { what, kilobytes, goal, stop } of lines) {
  const verdict = kilobytes > stop ? 'STOP' : kilobytes > goal ? 'over the goal' : 'ok';
  failed ||= kilobytes > stop;
  console.log(`${what.padEnd(58)} ${kilobytes.toFixed(1).padStart(7)} kB gz   goal ${goal}, stop ${stop}   ${verdict}`);
}
if (failed) process.exit(1);

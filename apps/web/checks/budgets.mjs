// Measures what the first view costs and fails above the "stop" column of the interface plan, 5.2:
// `node apps/web/checks/budgets.mjs`, after the build. `--write` writes down what each first view is made of: a page that
// grows too much is then told what is new in it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { weightsOf } from '../build/script-weights.mjs';

const dist = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
const { locales, pageFiles, renderPage } = await import(`${dist}server/entry-server.js`);

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
function measure(what, kilobytes, goal, stop, page) {
  lines.push({ what, kilobytes, goal, stop, page });
}

/** Where one reads: what a guest lands on from a link, and where one looks for more. In each language, because its words count too. */
const readingRoutes = /^\/$|^\/(search|lessons|cities|events|members|library|questions)(\/:\w+\??)*$/;
const readingPages = locales.flatMap((locale) => pageFiles(locale).filter(({ path }) => readingRoutes.test(path)));
const pages = pageFiles('en');
const shared = new Set(pages.map(({ scripts }) => new Set(scripts)).reduce((common, scripts) => common.intersection(scripts)));

const heaviestOf = Map.groupBy(readingPages, ({ source }) => source).values().map((inLanguages) => inLanguages.reduce((heavy, page) => (sum(page.scripts) > sum(heavy.scripts) ? page : heavy)));
const firstViews = [...heaviestOf];
for (const page of firstViews) measure(`P1 script, first view of ${nameOf(page)}`, sum(page.scripts), 180, 190, page);
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

const listFile = fileURLToPath(new URL('./first-views.json', import.meta.url));
if (process.argv.includes('--write')) {
  const list = Object.fromEntries(firstViews.map((page) => [nameOf(page), [...weightsOfPage(page).keys()].sort()]));
  const common = Object.values(list).reduce((modules, others) => modules.filter((module) => others.includes(module)));
  for (const [name, modules] of Object.entries(list)) list[name] = modules.filter((module) => !common.includes(module));
  writeFileSync(listFile, `${JSON.stringify({ 'every page': common, ...list }, null, 2)}\n`);
}

let failed = false;
for (const { what, kilobytes, goal, stop, page } of lines) {
  const verdict = kilobytes > stop ? 'STOP' : kilobytes > goal ? 'over the goal' : 'ok';
  failed ||= kilobytes > stop;
  console.log(`${what.padEnd(58)} ${kilobytes.toFixed(1).padStart(7)} kB gz   goal ${goal}, stop ${stop}   ${verdict}`);
  if (page && kilobytes > stop) explain(page);
}
if (failed) process.exit(1);

/** Two pages may share an address: one for guests. */
function nameOf({ path, source }) {
  return path === '/' ? `/ (${basename(source, '.tsx')})` : path;
}

function weightsOfPage({ scripts }) {
  const weights = new Map();
  for (const file of scripts) for (const [module, kilobytes] of weightsOf(join(dist, 'client', file))) weights.set(module, (weights.get(module) ?? 0) + kilobytes);
  return weights;
}

/** What came to this first view since its list was written, the biggest first; then what is big anyway. */
function explain(page) {
  const list = JSON.parse(readFileSync(listFile, 'utf8'));
  const known = new Set([...list['every page'], ...(list[nameOf(page)] ?? [])]);
  const modules = [...weightsOfPage(page)].sort(([, one], [, other]) => other - one);
  const say = ([module, kilobytes]) => console.log(`     ${kilobytes.toFixed(1).padStart(6)} kB  ${module}`);
  const fresh = modules.filter(([module]) => !known.has(module)).slice(0, 8);
  console.log(fresh.length > 0 ? '   new in this first view:' : '   nothing is new in this first view: something in it grew.');
  fresh.forEach(say);
  console.log('   biggest of our own:');
  modules.filter(([module]) => /^(libs|apps)\//.test(module)).slice(0, 8).forEach(say);
  console.log('   What nobody needs to read the page comes by `later`: see "How a page stays small" in libs/platform/README.md.');
}

// Asks the built renderer what pages are made of: `node apps/web/checks/render.mjs`, after the build. No server, no database.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const { renderPage, pageFiles } = await import(fileURLToPath(new URL('../../../dist/web/server/entry-server.js', import.meta.url)));

const member = { __typename: 'Viewer', id: 'v1', name: '</script><b>Eve & "Co"', handle: 'eve', locale: 'en', timeZone: 'Europe/Oslo', role: 'member', coordinates: [], unreadCount: 7 };
const answering = (viewer) => async ({ operationName }) => (operationName === 'Viewer' ? { data: { viewer } } : { data: null, errors: [{ message: 'x', extensions: { code: 'platform.unexpected', data: {}, reference: 'abc123' } }] });
const render = (url, { viewer = null, ...rest } = {}) => renderPage({ url, locale: 'en', theme: 'system', nonce: 'n0nce', origin: 'https://crosscity.test', execute: answering(viewer), ...rest });

test('a page names its language, direction, theme, title and description', async () => {
  const { status, html } = await render('/about', { locale: 'ar', theme: 'dark' });
  assert.equal(status, 200);
  assert.match(html, /^<!doctype html><html lang="ar" dir="rtl" data-theme="dark">/);
  assert.match(html, /<title>[^<]+ – Crosscity<\/title>/);
  assert.match(html, /<meta name="description" content="[^"]{20,}">/);
  assert.match(html, /<link rel="canonical" href="https:\/\/crosscity\.test\/about">/);
});

test('every script carries the nonce, and no element a style or a handler of its own', async () => {
  const { html } = await render('/gallery');
  for (const [tag] of html.matchAll(/<script[^>]*>/g)) assert.match(tag, /nonce="n0nce"/);
  assert.doesNotMatch(html, /<[^>]+ (style|on\w+)="/i);
});

test('what people typed cannot leave its place in the page', async () => {
  const { html } = await render('/', { viewer: member });
  assert.equal(html.match(/<\/script>/g).length, html.match(/<script/g).length);
  assert.ok(!html.includes('<b>Eve'));
  const state = JSON.parse(/id="state"[^>]*>([^]*?)<\/script>/.exec(html)[1]);
  assert.equal(state.viewer.name, member.name);
});

test('an unknown address is a page with status 404 that search engines leave out', async () => {
  const { status, html } = await render('/no/such/page');
  assert.equal(status, 404);
  assert.match(html, /<meta name="robots" content="noindex">/);
  assert.equal(html.match(/<h1/g).length, 1);
});

test('an address of another host in the path stays a page of ours', async () => {
  assert.equal((await render('//evil.test/x')).status, 404);
});

test('without an answer about who asks, the page says that it failed', async () => {
  const { status, html } = await render('/', { execute: async () => { throw new Error('the database is away'); } });
  assert.equal(status, 500);
  assert.ok(!html.includes('the database is away'));
});

test('pages for members ask guests to sign in, and lead back', async () => {
  const closed = pageFiles('en').filter(({ access, path }) => (access ?? 'anyone') !== 'anyone' && !path.includes(':'));
  for (const { path } of closed) {
    const { redirect, status } = await render(`${path}?a=1`);
    assert.equal(redirect, `/signin?next=${encodeURIComponent(`${path}?a=1`)}`);
    assert.equal(status, 302);
  }
});

test('pages for staff are closed to members', async () => {
  for (const { path } of pageFiles('en').filter(({ access, path }) => access === 'staff' && !path.includes(':'))) {
    assert.equal((await render(path, { viewer: { ...member, role: 'member' } })).status, 403);
  }
});

test('every page has its files, its language and at most one address', async () => {
  const pages = pageFiles('ar');
  const times = Map.groupBy(pages, ({ path }) => path);
  // The first page is one for members and another for guests.
  for (const [path, same] of times) assert.equal(same.length, path === '/' ? 2 : 1, `${path} stands in the route tables ${same.length} times`);
  for (const { path, source, scripts } of pages) assert.ok(source && scripts.length > 3, `${path} names no files: write load as () => import('…')`);
});

test('two languages at once do not mix', async () => {
  const [english, arabic] = await Promise.all([render('/about'), render('/about', { locale: 'ar' })]);
  assert.match(english.html, /Crosscity<\/bdi>[^]*Home/);
  assert.match(arabic.html, /الرئيسية/);
  assert.doesNotMatch(english.html.replace(/العربية/g, ''), /[\u0600-\u06ff]/);
});

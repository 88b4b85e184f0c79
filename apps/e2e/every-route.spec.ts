import type { Page } from '@playwright/test';
import { allRoutes, matches, type Route } from './route-table';
import { expect, expectNoBarriers, expectNoSidewaysScroll, readIn, signIn, test, type Language, type Theme } from './test';

interface Look {
  language: Language;
  theme: Theme;
  width: number;
}

/** Both languages and directions, both themes, a phone and a desk; from the phone the page is then squeezed to 320 px. */
const looks: Look[] = [
  { language: 'en', theme: 'light', width: 390 },
  { language: 'ar', theme: 'dark', width: 1280 },
];
/** The other way round, for the pages whose parts all others are made of. */
const otherLooks: Look[] = [
  { language: 'ar', theme: 'dark', width: 390 },
  { language: 'en', theme: 'dark', width: 1280 },
];
const lookedAtTwice = new Set(['/', '/lessons', '/lessons/:id/:slug?', '/write', '/events/:slug', '/cities/:slug', '/gallery']);

const routes = allRoutes();
const fixed = routes.filter(({ path }) => !path.includes(':'));

/** Addresses that the product itself links to: the examples for routes with parameters. A guest's and an administrator's. */
const linked = new Map<boolean, string[]>();

async function linksOf(page: Page, asGuest: boolean): Promise<string[]> {
  const known = linked.get(asGuest);
  if (known) return known;
  const addresses = new Set<string>();
  // The demo's outbox leads to what belongs to others.
  for (const { path } of fixed.filter((route) => route.path !== '/outbox' && (!asGuest || route.access === 'anyone'))) {
    const html = await (await page.request.get(path)).text();
    for (const [, address] of html.matchAll(/<a [^>]*href="(\/[^"?#]*)/g)) addresses.add(address!);
  }
  linked.set(asGuest, [...addresses]);
  return linked.get(asGuest)!;
}

async function addressOf(route: Route, page: Page): Promise<string | undefined> {
  if (!route.path.includes(':')) return route.path;
  const addresses = await linksOf(page, route.access === 'anyone');
  // `/lessons/:id` must not take `/lessons/new`, which is a page of its own.
  return addresses.find((address) => matches(route, address) && !fixed.some(({ path }) => path === address));
}

for (const route of routes) {
  test(`${route.path} keeps nobody out`, async ({ page }) => {
    test.setTimeout(60_000);
    if (route.access !== 'anyone') await signIn(page, 'administrator');
    const address = await addressOf(route, page);
    test.skip(!address, 'nothing in the sample leads there');
    for (const { language, theme, width } of lookedAtTwice.has(route.path) ? [...looks, ...otherLooks] : looks) {
      await test.step(`${language}, ${theme}, ${width} px`, async () => {
        await readIn(page, language, theme);
        await page.setViewportSize({ width, height: 844 });
        const answer = await page.goto(address!);
        expect(answer?.status(), 'status').toBe(200);
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
        await expect(page.locator('h1')).toHaveCount(1);
        await expect(page).toHaveTitle(/\S/);
        await expectNoBarriers(page);
        if (width > 400) return;
        await page.setViewportSize({ width: 320, height: 640 });
        await expectNoSidewaysScroll(page);
      });
    }
  });
}

test('an address that leads nowhere is a page that helps', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: process.env['E2E_URL']! }); // its 404 is meant, and the console mentions it
  const answer = await page.goto('/no-such-place');
  expect(answer?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveCount(1);
  await page.close();
});

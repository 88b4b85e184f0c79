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

/** Addresses that the product itself links to, seen by an administrator: the examples for routes with parameters. */
let linked: string[] | undefined;

async function collectLinks(page: Page): Promise<string[]> {
  const addresses = new Set<string>();
  for (const { path } of fixed) {
    await page.goto(path);
    for (const address of await page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))) addresses.add(address);
  }
  return [...addresses];
}

async function addressOf(route: Route, page: Page): Promise<string | undefined> {
  if (!route.path.includes(':')) return route.path;
  linked ??= await collectLinks(page);
  // `/lessons/:id` must not take `/lessons/new`, which is a page of its own.
  return linked.find((address) => matches(route, address) && !fixed.some(({ path }) => path === address));
}

for (const route of routes) {
  test(`${route.path} keeps nobody out`, async ({ page, complaints }) => {
    test.setTimeout(60_000);
    if (route.access !== 'anyone' || route.path.includes(':')) await signIn(page, 'administrator');
    const address = await addressOf(route, page);
    test.skip(!address, 'nothing in the sample leads there');
    if (route.access === 'anyone') await page.context().clearCookies();
    complaints.length = 0; // of other pages, met on the way

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

import type { Page } from '@playwright/test';
import { allRoutes, matches, type Route } from './route-table';
import { ask, expect, expectNoBarriers, expectNoSidewaysScroll, readIn, signIn, test, uniqueWord, type Language, type Theme, type Visit } from './test';

/**
 * Every page in its eight looks: two languages and directions, two themes, a phone and a desk; and squeezed to 320 px. A page is
 * loaded once a language and width. Its other theme is put on in place, as the menu does it: only colours change with it, so only
 * the rules about colours are asked again. Which theme comes first alternates, so that both are also loaded as the server sends them.
 *
 * All eight in `.ci/run` (CI=true); at one's desk the four of the English phone and the Arabic desk, in half the time.
 */
const isThorough = process.env['CI'] === 'true';
const languages: Language[] = ['en', 'ar'];
const widths = [390, 1280];
const firstTheme = (language: Language, width: number): Theme => ((language === 'en') === (width === 390) ? 'light' : 'dark');

// A colour that is still on its way to the other theme's is neither.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const routes = allRoutes();
const fixed = routes.filter(({ path }) => !path.includes(':'));

/** Who looks at which pages. */
const readers = { anyone: null, signedIn: 'worker', staff: 'administrator' } as const;

/** Addresses that the product itself links to: the examples for routes with parameters, as each kind of reader finds them. */
const linked = new Map<Route['access'], string[]>();

async function linksOf(page: Page, access: Route['access'], visit: Visit): Promise<string[]> {
  const known = linked.get(access);
  if (known) return known;
  const addresses = new Set<string>(access === 'signedIn' ? await ownAddresses(page, visit) : []);
  // The gallery's links are invented, and the demo's outbox leads to what belongs to others.
  for (const { path } of fixed.filter((route) => !['/gallery', '/outbox'].includes(route.path) && (route.access === 'anyone' || route.access === access))) {
    const html = await (await page.request.get(path)).text();
    for (const [, address] of html.matchAll(/<a [^>]*href="(\/[^"?#]*)/g)) addresses.add(address!);
  }
  linked.set(access, [...addresses]);
  return linked.get(access)!;
}

/** A lesson and a draft of the reader's own, and a decision about that lesson. */
async function ownAddresses(page: Page, visit: Visit): Promise<string[]> {
  const words = { title: `A page to look at, ${uniqueWord()}`, short: 'Short.', did: 'We looked.', happened: 'We saw.', level: 'primary', language: 'en', audience: 'members', themes: ['multi-agency-work'] };
  const { publishLesson } = await ask<{ publishLesson: { id: string } }>(page, 'mutation ($input: PublishLessonInput!) { publishLesson(input: $input) { id } }', { input: { key: crypto.randomUUID(), context: '', differently: '', elsewhere: '', ...words } });
  const { saveDraft } = await ask<{ saveDraft: { id: string } }>(page, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', { input: { id: crypto.randomUUID(), kind: 'lesson', version: 0, content: { title: words.title }, device: 'test' } });
  const { askQuestion } = await ask<{ askQuestion: { id: string } }>(page, 'mutation ($input: AskQuestionInput!) { askQuestion(input: $input) { id } }', { input: { key: crypto.randomUUID(), title: `Who knows it, ${uniqueWord()}?`, text: 'We look.', themes: [], audience: 'members', language: 'en' } });
  return [`/lessons/${publishLesson.id}`, `/questions/${askQuestion.id}`, `/drafts/${saveDraft.id}`, `/me/decisions/${await decisionAbout(publishLesson.id, visit)}`];
}

/** Somebody reports the lesson; a moderator has words for its author. */
async function decisionAbout(lesson: string, visit: Visit): Promise<string> {
  const [reader, moderator] = [await visit('officerOfHelsinki'), await visit('moderator')];
  await ask(reader, 'mutation ($input: ReportContentInput!) { reportContent(input: $input) { id } }', { input: { key: crypto.randomUUID(), kind: 'lesson', id: lesson, reason: 'wrongPlace', note: 'Look.' } });
  const { moderationQueue } = await ask<{ moderationQueue: { items: { id: string; version: number; content: { id: string } | null }[] } }>(moderator, '{ moderationQueue(view: open, first: 50) { items { id version content { id } } } }');
  const { id, version } = moderationQueue.items.find(({ content }) => content?.id === lesson)!;
  const { claimCase } = await ask<{ claimCase: { version: number } }>(moderator, 'mutation ($input: CaseInput!) { claimCase(input: $input) { version } }', { input: { id, version } });
  const { decideCase } = await ask<{ decideCase: { decisions: { id: string }[] } }>(moderator, 'mutation ($input: DecideCaseInput!) { decideCase(input: $input) { decisions { id } } }', {
    input: { key: crypto.randomUUID(), id, version: claimCase.version, action: 'warn', rule: 'wrongPlace', words: 'Please think of who reads this.', language: 'en' },
  });
  return decideCase.decisions[0]!.id;
}

async function addressOf(route: Route, page: Page, visit: Visit): Promise<string | undefined> {
  if (!route.path.includes(':')) return route.path;
  if (route.path === '/cities/:slug/edit') return '/cities/oslo/edit';
  const addresses = await linksOf(page, route.access, visit);
  // `/lessons/:id` must not take `/lessons/new`, which is a page of its own.
  const exampleOf = (path: string) => addresses.find((address) => matches({ ...route, path }, address) && !fixed.some((other) => other.path === address));
  // A page that nothing links to by itself, such as the edit page of one's own: one step beyond the page that it belongs to.
  const [, base, last] = /^(.*:\w+)(\/[a-z]+)$/.exec(route.path) ?? [];
  const found = exampleOf(route.path) ?? (base && exampleOf(base));
  return found && base && last && !found.endsWith(last) ? found + last : found;
}

for (const found of routes) {
  // Members are found by members: guests see few of them.
  const route: Route = found.path === '/members/:handle' ? { ...found, access: 'signedIn' } : found;
  test(`${route.path} keeps nobody out`, async ({ page, visit }) => {
    test.setTimeout(90_000);
    const reader = route.path === '/cities/:slug/edit' ? 'coordinator' : readers[route.access];
    if (reader) await signIn(page, reader);
    const address = await addressOf(route, page, visit);
    test.skip(!address, 'nothing in the sample leads there');
    for (const language of languages) {
      for (const width of widths) if (isThorough || (language === 'en') === (width === 390)) await lookAt(page, address!, { language, width, theme: firstTheme(language, width) });
      await test.step(`${language}, 320 px`, async () => {
        await page.setViewportSize({ width: 320, height: 640 });
        await expectNoSidewaysScroll(page);
      });
    }
  });
}

/** Two looks: the page as it is loaded, and with its other theme. */
async function lookAt(page: Page, address: string, { language, width, theme }: { language: Language; width: number; theme: Theme }): Promise<void> {
  await test.step(`${language}, ${width} px, ${theme}`, async () => {
    await readIn(page, language, theme);
    await page.setViewportSize({ width, height: 844 });
    const answer = await page.goto(address);
    expect(answer?.status(), 'status').toBe(200);
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page).toHaveTitle(/\S/);
    await expectNoBarriers(page);
  });
  const other = theme === 'light' ? 'dark' : 'light';
  await test.step(`${language}, ${width} px, ${other}`, async () => {
    await putOn(page, other);
    await expectNoBarriers(page, 'colours');
  });
}

/** What the menu does, without the menu. */
async function putOn(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((chosen) => void (document.documentElement.dataset['theme'] = chosen), theme);
}

test('an address that leads nowhere is a page that helps', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: process.env['E2E_URL']! }); // its 404 is meant, and the console mentions it
  const answer = await page.goto('/no-such-place');
  expect(answer?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveCount(1);
  await page.close();
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { expect, test as base, type BrowserContextOptions, type Cookie, type Locator, type Page } from '@playwright/test';

export type Visit = (who: Person | 'guest', how?: BrowserContextOptions) => Promise<Page>;

/** A page that complains in its console fails its test: script errors, refused styles, missing files, words that do not match. */
export const test = base.extend<{ complaints: string[]; visit: Visit }>({
  complaints: [async ({ page }, use) => {
    const complaints: string[] = [];
    listen(page, complaints);
    await use(complaints);
    expect(complaints, 'what the browser complained about').toEqual([]);
  }, { auto: true }],

  /** Another person at another device, for stories of several people. Each page that complains fails the test as well. */
  visit: async ({ browser, complaints }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (who, how) => {
      const context = await browser.newContext({ baseURL: process.env['E2E_URL']!, ...how });
      opened.push(context);
      context.on('page', (page) => listen(page, complaints));
      const page = await context.newPage();
      if (who !== 'guest') await signIn(page, who);
      return page;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Without network is how some stories want it.
    if (message.text().includes('ERR_INTERNET_DISCONNECTED')) return;
    // The same, said by the worker of the writing pages about a file that is not needed for writing.
    if (message.text().includes('net::ERR_FAILED') && message.location().url.includes('/assets/')) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`);
  });
}

export { expect };
export type { Page };

export type Theme = 'light' | 'dark';
export type Language = 'en' | 'ar';

/** What the menus set: the reader's language and colours, for the pages that follow. */
export async function readIn(page: Page, language: Language, theme: Theme = 'light'): Promise<void> {
  const url = process.env['E2E_URL']!;
  await page.context().addCookies([{ name: 'lang', value: language, url }, { name: 'theme', value: theme, url }]);
}

/** The demo accounts, by who they are in a story. */
const accounts = {
  worker: 'ingrid',
  arabicReader: 'samira',
  coordinator: 'aksel',
  coordinatorOfHelsinki: 'aino',
  officerOfHelsinki: 'tuomas',
  moderator: 'lea',
  administrator: 'daniel',
} as const;

export type Person = keyof typeof accounts;

export const PASSWORD = 'crosscity-demo';
export const addressOf = (who: Person): string => `${accounts[who]}@demo.crosscity.invalid`;

/** A password is checked slowly on purpose: each account signs in once, and its other pages get the same session. */
const sessions = new Map<Person, Cookie[]>();

/** Signs in as the page's reader, the short way; the sign-in page has a story of its own. */
export async function signIn(page: Page, who: Person): Promise<void> {
  const known = sessions.get(who);
  if (known) return page.context().addCookies(known);
  const answer = await page.request.post('/auth/sign-in', { headers: { 'x-crosscity': 'web' }, data: { email: addressOf(who), password: PASSWORD } });
  expect(answer.status(), `${who} signs in: ${await answer.text()}`).toBeLessThan(300);
  sessions.set(who, await page.context().cookies());
}

/** Asks what no page is for: a story's beginnings, and what must be true behind the screen. */
export async function ask<Answer>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const response = await page.request.post('/graphql', { headers: { 'x-crosscity': 'web' }, data: { query, variables } });
  const { data, errors } = (await response.json()) as { data: Answer; errors?: { message: string }[] };
  expect(errors ?? [], query).toEqual([]);
  return data;
}

/** A word that nothing else on the platform has, so that a story finds its own things again, however often it was told. */
export function uniqueWord(): string {
  const letters = 'bcdfghjklmnprstvz';
  return Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte, at) => (at % 2 ? 'aeiou'[byte % 5] : letters[byte % letters.length])).join('');
}

const catalogues = new Map<string, Record<string, string>>();

/** What a button says in another language; English words stand in the stories as they are read. */
export function sayIn(language: Language, lib: string, word: string): string {
  const file = lib === 'web' ? `apps/web/locales/${language}.json` : `libs/${lib}/web/locales/${language}.json`;
  if (!catalogues.has(file)) catalogues.set(file, JSON.parse(readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8')) as Record<string, string>);
  const said = catalogues.get(file)![word];
  if (!said) throw new Error(`${file} has no "${word}".`);
  return said;
}

/** Presses Tab until the wanted control has the focus, as somebody without a mouse does; all that can be reached must be reachable. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${wanted.toString()}`);
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose answer depends on the theme, and on nothing that the first look at the page did not see. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface Barrier {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}
/** axe, as the page has it once it was brought there. */
interface WithAxe {
  axe?: { run(where: object, how: object): Promise<{ violations: Barrier[] }> };
}

/** The axe that belongs to its Playwright package. Without the package's wrapper, which brings it anew for each look: a third of the time. */
const axeSource = readFileSync(createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

/** Nothing that axe knows of keeps somebody out. */
export async function expectNoBarriers(page: Page, rules: 'all' | 'colours' = 'all'): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const runOnly = rules === 'all' ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOUR_RULES };
  const violations = await page.evaluate(async (only) => (await (globalThis as WithAxe).axe!.run(document, { runOnly: only, resultTypes: ['violations'] })).violations, runOnly);
  const said = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`));
  expect(said, 'barriers').toEqual([]);
}

/** Nothing sticks out at the side: one scrolls down and never across. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, at } = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const beyond = [...document.body.querySelectorAll('*')].find((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1) && getComputedStyle(element).position !== 'fixed';
    });
    return { wide: document.documentElement.scrollWidth > width, at: beyond?.outerHTML.slice(0, 200) };
  });
  expect(wide ? at ?? 'the page itself' : null, 'sticks out').toBeNull();
}

import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

/** A page that complains in its console fails its test: script errors, refused styles, missing files, words that do not match. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.type()}: ${message.text()}`);
    });
    await use(complaints);
    expect(complaints, 'what the browser complained about').toEqual([]);
  }, { auto: true }],
});

export { expect };

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
  moderator: 'lea',
  administrator: 'daniel',
} as const;

export type Person = keyof typeof accounts;

/** Signs in as the page's reader, the short way; the sign-in page has a story of its own. */
export async function signIn(page: Page, who: Person): Promise<void> {
  const answer = await page.request.post('/auth/sign-in', {
    headers: { 'x-crosscity': 'web' },
    data: { email: `${accounts[who]}@demo.crosscity.invalid`, password: 'crosscity-demo' },
  });
  expect(answer.status(), `${who} signs in: ${await answer.text()}`).toBeLessThan(300);
}

/** Nothing that axe knows of keeps somebody out. */
export async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
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

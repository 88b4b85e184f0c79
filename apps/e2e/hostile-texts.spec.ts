import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ask, expect, signIn, test, uniqueWord, type Page } from './test';

/** Known ways of making a text run, load, leave or cover something; they call `hit()` or name `outside.invalid`. */
const HOSTILE = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../libs/platform/testing/hostile-texts.json'), 'utf8')) as string[];
const PART = 7_500;
const WORDS = ['context', 'did', 'happened', 'differently', 'elsewhere'] as const;

interface Found {
  searchForum: { items: { snippet: string }[]; nextCursor: string | null };
}

interface Watched {
  hits: string[];
  reports: string[];
}

/** Everything that a text must not do, noted from the page's first moment. */
async function watch(page: Page): Promise<{ outside: string[]; noted(): Promise<Watched> }> {
  const outside: string[] = [];
  const origin = new URL(process.env['E2E_URL']!).origin;
  page.on('request', (request) => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && new URL(url).origin.replace(/^ws/, 'http') !== origin) outside.push(url);
  });
  page.on('dialog', (dialog) => (outside.push(`dialog: ${dialog.message()}`), void dialog.dismiss()));
  await page.addInitScript(() => {
    const noted = { hits: [] as string[], reports: [] as string[] };
    Object.assign(globalThis, { noted, hit: () => noted.hits.push(String(new Error('hit').stack)) });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => noted.reports.push(`${violatedDirective} ${blockedURI}`));
  });
  return { outside, noted: () => page.evaluate(() => (globalThis as unknown as { noted: Watched }).noted) };
}

/** The page as it stands: nothing ran, nothing was reported, and no element but those of the Markdown subset is inside the texts. */
async function expectHarmless(page: Page, { outside, noted }: Awaited<ReturnType<typeof watch>>, texts: string): Promise<void> {
  // Handlers of pictures, focus and animations come a moment later.
  await page.waitForTimeout(300);
  expect(await noted()).toEqual({ hits: [], reports: [] });
  expect(outside).toEqual([]);
  expect(await page.locator(texts).count()).toBeGreaterThan(0);
  const odd = await page.locator(texts).evaluateAll((roots) => roots.flatMap((root) => [...root.querySelectorAll('*')].flatMap((element) => {
    const handlers = [...element.attributes].filter(({ name }) => name.startsWith('on') || name === 'style' || name === 'id');
    const href = element.getAttribute('href');
    const isFine = /^(P|H3|H4|STRONG|EM|DEL|UL|OL|LI|BLOCKQUOTE|A|CODE|PRE|BR|HR|MARK|SECTION|SUP)$/.test(element.tagName) && handlers.length === 0 && (href === null || /^(https?:|mailto:|\/\/|#|[^:]*$)/i.test(href));
    return isFine ? [] : [element.outerHTML.slice(0, 160)];
  })));
  expect(odd).toEqual([]);
}

/** The texts in pieces of at most so many characters, in order. */
function pieces(longest: number): string[] {
  const made: string[] = [];
  for (const text of HOSTILE) {
    const last = made.at(-1);
    if (last !== undefined && last.length + text.length + 2 <= longest) made[made.length - 1] = `${last}\n\n${text}`;
    else made.push(text);
  }
  return made;
}

test(`${HOSTILE.length} hostile texts run, load and report nothing: in the page, the preview and the search snippet`, async ({ page }) => {
  test.setTimeout(60_000);
  expect(HOSTILE.length).toBeGreaterThanOrEqual(300);
  const word = uniqueWord();
  await signIn(page, 'coordinatorOfHelsinki');
  const watched = await watch(page);
  const parts = pieces(PART);
  expect(parts.length).toBeLessThanOrEqual(WORDS.length);
  const words = Object.fromEntries(WORDS.map((part, at) => [part, parts[at] ?? 'Nothing.']));
  const lesson = { title: `${word} <script>hit()</script>`, short: '<img src=x onerror=hit()> & </title><script>hit()</script>', ...words, themes: ['multi-agency-work'], level: 'primary', language: 'en', audience: 'members' };
  const { publishLesson } = await ask<{ publishLesson: { id: string } }>(page, 'mutation ($input: PublishLessonInput!) { publishLesson(input: $input) { id } }', { input: { key: crypto.randomUUID(), ...lesson } });

  await test.step('the page, with replies', async () => {
    const replies = pieces(PART);
    for (const text of replies) await ask(page, 'mutation ($input: PostReplyInput!) { postReply(input: $input) { id } }', { input: { key: crypto.randomUUID(), threadId: publishLesson.id, text } });
    await page.goto(`/lessons/${publishLesson.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${word} <script>hit()</script>`);
    await expectHarmless(page, watched, 'main [class*="userText"]');
  });

  await test.step('the preview, as the writer sees it', async () => {
    const html = await ask<Record<string, string>>(page, `query (${WORDS.map((part) => `$${part}: String!`).join(', ')}) { ${WORDS.map((part) => `${part}: previewText(text: $${part})`).join(' ')} }`, words);
    await put(page, Object.values(html));
    await expectHarmless(page, watched, '#put');
  });

  await test.step('the search page and every snippet', async () => {
    const said = pieces(180);
    for (let at = 0; at < said.length; at += 10) {
      await Promise.all(said.slice(at, at + 10).map((text) => ask(page, 'mutation ($input: PostReplyInput!) { postReply(input: $input) { id } }', { input: { key: crypto.randomUUID(), threadId: publishLesson.id, text: `${word} ${text}` } })));
    }
    await page.goto(`/search?q=${word}`);
    await expect(page.getByRole('main').locator('mark').first()).toBeVisible();
    const snippets: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { searchForum }: Found = await ask<Found>(page, 'query ($query: String!, $after: String) { searchForum(query: $query, first: 100, after: $after) { items { snippet } nextCursor } }', { query: word, after });
      snippets.push(...searchForum.items.map(({ snippet }) => snippet));
      after = searchForum.nextCursor;
      more = after !== null;
    }
    expect(snippets.length).toBeGreaterThan(said.length);
    await put(page, snippets);
    await expectHarmless(page, watched, '#put');
    for (const snippet of snippets) expect(snippet.replace(/<\/?mark>/g, '')).not.toMatch(/[<>]/);
  });
  await test.step('mails, as HTML and without any policy', async () => {
    // The longest that fit a name; a unit test does the whole table.
    const names = HOSTILE.filter((text) => text.length <= 60 && /^<[a-z].*hit/i.test(text) && !/\p{C}|\n/u.test(text)).slice(0, 8);
    expect(names.length).toBe(8);
    await Promise.all(names.map((name, at) => ask(page, 'mutation ($input: ApplyInput!) { applyToJoin(input: $input) { id } }', {
      input: { key: crypto.randomUUID(), name, email: `${word}${at}@example.org`, password: `${word}-${word}`, locale: 'en', timeZone: 'Europe/Oslo', languages: ['en'], listed: false, organisation: 'Youth house', place: 'Tampere', why: 'To learn how others do it, and to tell what we tried.', title: 'Youth worker', work: 'other' },
    })));
    let mails: { to: string; html: string }[] = [];
    await expect(async () => {
      const { outbox } = await ask<{ outbox: { items: typeof mails } }>(page, '{ outbox(first: 50) { items { to html } } }');
      mails = outbox.items.filter(({ to }) => to.includes(word));
      expect(mails.length).toBe(names.length);
    }).toPass();
    const mail = await page.context().newPage();
    const reading = await watch(mail);
    for (const { html } of mails) {
      await mail.goto('about:blank');
      await mail.setContent(html);
      await mail.waitForTimeout(50);
      expect((await reading.noted()).hits).toEqual([]);
    }
    expect(reading.outside).toEqual([]);
    await mail.close();
  });

  await test.step('and the watch would have seen it', async () => {
    // A page that nobody listens to for complaints: this one is meant to complain.
    const other = await page.context().newPage();
    const watching = await watch(other);
    await other.goto('/about');
    await put(other, ['<img src="https://outside.invalid/t.png" onerror="hit()"><a href="javascript:hit()">x</a>']);
    await other.waitForTimeout(300);
    expect((await watching.noted()).reports.length).toBeGreaterThan(0);
    await other.close();
  });
  await ask(page, 'mutation ($input: WithdrawLessonInput!) { withdrawLesson(input: $input) { id } }', { input: { id: publishLesson.id } });
});

/** Puts HTML where the page itself would put it, under the page's own policy. */
async function put(page: Page, html: readonly string[]): Promise<void> {
  await page.evaluate((texts) => {
    const root = document.createElement('div');
    root.id = 'put';
    document.querySelector('main')!.append(root);
    for (const text of texts) {
      const holder = root.appendChild(document.createElement('section'));
      holder.innerHTML = text;
    }
  }, html);
}

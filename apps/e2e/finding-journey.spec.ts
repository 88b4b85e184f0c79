import { ask, expect, expectNoBarriers, expectNoSidewaysScroll, readIn, sayIn, signIn, test, uniqueWord, type Page } from './test';

async function publish(page: Page, title: string, themes: string[], more: Record<string, unknown> = {}): Promise<string> {
  const { publishLesson } = await ask<{ publishLesson: { id: string } }>(page, 'mutation ($input: PublishLessonInput!) { publishLesson(input: $input) { id } }', {
    input: { key: crypto.randomUUID(), title, short: 'Begin small.', did: 'We began with two people.', happened: 'More came.', context: '', differently: '', elsewhere: '', themes, level: 'primary', language: 'en', audience: 'public', ...more },
  });
  return publishLesson.id;
}
const withdraw = (page: Page, id: string) => ask(page, 'mutation ($input: WithdrawLessonInput!) { withdrawLesson(input: $input) { id } }', { input: { id } });

test('one field finds everything: mistyped, in another language, kind by kind, with the keyboard', async ({ page }) => {
  await signIn(page, 'worker');
  await page.goto('/search');
  const field = page.getByRole('main').getByRole('combobox');

  await test.step('suggestions: arrows choose, Escape closes, Enter opens', async () => {
    await field.fill('one off');
    const options = page.getByRole('listbox').getByRole('option');
    await expect(options.first()).toContainText('One office, 25 agencies');
    await field.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expectNoBarriers(page);
    await field.press('Escape');
    await expect(options.first()).toBeHidden();
    await field.press('ArrowDown');
    await field.press('Enter');
    await expect(page).toHaveURL(/\/lessons\//);
  });

  await test.step('a mistyped word is read as the nearest, and the page says so', async () => {
    await page.goto('/search');
    await field.fill('basketbal');
    await field.press('Enter');
    await expect(page.getByText('Nothing holds “basketbal”. These hold “basketball”.')).toBeVisible();
    await expect(page.locator('mark', { hasText: 'basketball' })).toBeVisible();
  });

  await test.step('a German word finds English lessons, and the page says what they call it', async () => {
    await page.goto(`/search?q=${encodeURIComponent('Hasskriminalität')}`);
    await expect(page.getByRole('link', { name: 'Hate crime data that partners help to collect' })).toBeVisible();
    await expect(page.getByText('Also in English: hate crime')).toBeVisible();
    await expectNoBarriers(page);
    await expectNoSidewaysScroll(page);
  });

  await test.step('the words stay when the kind changes', async () => {
    await page.goto('/search?q=oslo');
    await expect(page.getByRole('heading', { name: 'Best match' })).toBeVisible();
    await page.getByRole('navigation', { name: 'Kinds of results' }).getByRole('link', { name: /^Cities/ }).click();
    await expect(page).toHaveURL('/search?q=oslo&kind=cities');
    await expect(field).toHaveValue('oslo');
    await expect(page.getByRole('main').getByRole('link', { name: 'Oslo', exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Best match' })).toBeHidden();
  });

  await test.step('what was searched for stays on the device until one clears it', async () => {
    await page.goto('/search');
    await field.focus();
    await expect(page.getByRole('option', { name: /^basketbal / })).toBeVisible();
    await page.getByRole('button', { name: 'Clear these searches' }).click();
    await expect(page.getByRole('option')).toHaveCount(0);
  });

  await test.step('right to left', async () => {
    await readIn(page, 'ar', 'dark');
    await page.goto(`/search?q=${encodeURIComponent('الشرطه')}`);
    await expect(page.getByRole('heading', { name: sayIn('ar', 'web', 'search.lessons') })).toBeVisible();
    await expectNoBarriers(page);
    await expectNoSidewaysScroll(page);
  });
});

test('a view that one keeps tells of a new lesson once, and can be stopped', async ({ page, visit }) => {
  const word = uniqueWord();
  const aino = await visit('coordinatorOfHelsinki');
  await signIn(page, 'officerOfHelsinki');
  await page.goto(`/lessons?q=${word}&theme=rehabilitation`);
  await page.getByRole('button', { name: 'Save this view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this view' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`What is new about ${word}`);
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved. You will hear of new lessons in it.')).toBeVisible();

  const lessons = [await publish(aino, `First ${word}`, ['rehabilitation']), await publish(aino, `Second ${word}`, ['rehabilitation']), await publish(aino, `Other ${word}`, ['communication'])];
  await expect(async () => {
    await page.goto('/inbox');
    const line = page.getByRole('article').filter({ hasText: word });
    await expect(line).toHaveCount(1, { timeout: 1_000 });
    await expect(line).toContainText('2 new lessons are in a view that you saved', { timeout: 1_000 });
  }).toPass();
  await page.getByRole('link', { name: `What is new about ${word}` }).click();
  await expect(page).toHaveURL(`/lessons?q=${word}&theme=rehabilitation`);
  await expect(page.getByText('2 lessons', { exact: true })).toBeVisible();

  await page.goto('/me/views');
  await page.getByRole('button', { name: `Stop telling me about new lessons in “What is new about ${word}”` }).click();
  await expect(page.getByText('You will hear no more of it.')).toBeVisible();
  await page.getByRole('button', { name: `Remove “What is new about ${word}”` }).click();
  await expect(page.getByText('Removed.')).toBeVisible();
  for (const id of lessons) await withdraw(aino, id);
});

test('staff say what things are called, and search finds them by it', async ({ page, visit }) => {
  const [here, there] = [uniqueWord(), uniqueWord()];
  const aino = await visit('coordinatorOfHelsinki');
  const lesson = await publish(aino, `A house for ${here}`, ['rehabilitation']);
  await signIn(page, 'moderator');
  await page.goto('/staff/topics');
  await page.getByRole('button', { name: 'Add a meaning to Rehabilitation and reintegration' }).click();
  await page.getByRole('textbox', { name: 'English' }).fill(here);
  await page.getByRole('textbox', { name: 'Finnish' }).fill(there);
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(there)).toBeVisible();
  await aino.goto(`/search?q=${there}`);
  await expect(aino.getByRole('link', { name: `A house for ${here}` })).toBeVisible();
  await page.getByRole('button', { name: `Remove “${here}”` }).click();
  await expect(page.getByText('Removed. Search does not use it any more.')).toBeVisible();
  await withdraw(aino, lesson);
});

test('five filters, a lesson, and back: the same list at the same place', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/lessons?theme=trust-and-information-sharing&theme=inclusive-communities&theme=multi-agency-work&language=en&audience=public');
  const link = page.getByRole('main').getByRole('article').getByRole('link').last();
  const last = (await link.count()) > 0 ? link : page.getByRole('main').getByRole('link', { name: /One office/ });
  await last.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(300);
  const address = page.url();
  await last.click();
  await expect(page).toHaveURL(/\/lessons\/[0-9a-f]/);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(async () => expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThanOrEqual(50)).toPass();
});

test('an address with thousands of values, half letters and control characters is a harmless page', async ({ page }) => {
  await page.goto(`/lessons?${Array.from({ length: 400 }, (_, at) => `theme=t${at}`).join('&')}&q=%00%07%ED%A0%80`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`/search?q=${'%F0%9F%98%80'.repeat(150)}%00%07%ED%A0%80`);
  await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible();
});

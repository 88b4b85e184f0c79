import { ask, expect, readIn, sayIn, test, uniqueWord, type Page } from './test';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const arabic = (word: string) => sayIn('ar', 'forum', word);

test('a worker writes on a phone, a reader in another city answers in Arabic, and the author hears it at once', async ({ visit }) => {
  test.setTimeout(60_000);
  const word = uniqueWord();
  const title = `Tea at the ${word} gate lowered the noise`;
  const ingrid = await visit('worker', PHONE);

  const draft = await test.step('one sentence begins a draft', async () => {
    await ingrid.goto('/write');
    await ingrid.getByRole('textbox', { name: 'What did you learn? One sentence' }).fill(title);
    await ingrid.getByRole('button', { name: 'Start' }).click();
    await ingrid.waitForURL('**/drafts/*');
    await expect(ingrid.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(ingrid.getByText('1 of 8 parts done')).toBeVisible();
    return new URL(ingrid.url()).pathname;
  });

  await test.step('the tab is closed in the middle of a word: the server has the first part, the device the last', async () => {
    const part = (name: string) => ingrid.getByRole('list', { name: 'Parts of your lesson' }).getByRole('link', { name }).click();
    await part('Title and short version');
    await expect(ingrid.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
    await ingrid.getByRole('textbox', { name: 'In short' }).fill('Warm tea, the same two adults, every Tuesday.');
    // On to the next part that is not done; that one can be skipped, and it goes on with the next.
    await ingrid.getByRole('button', { name: 'Save and continue' }).click();
    await expect(ingrid.getByRole('heading', { level: 1 })).toBeFocused();
    await ingrid.getByRole('link', { name: 'Skip for now' }).click();
    await ingrid.getByRole('textbox', { name: 'What did you do, step by step?' }).fill('We brought a table and two flasks.');
    await expect(ingrid.getByText(/^Saved \d/).filter({ visible: true }).first()).toBeVisible();
    await ingrid.context().setOffline(true);
    await ingrid.getByRole('button', { name: 'Save and continue' }).click();
    await ingrid.getByRole('textbox', { name: 'What happened then?' }).fill('After five weeks people knew our names.');
    await expect(ingrid.getByText(/Saved on this device/).filter({ visible: true }).first()).toBeVisible();
    await ingrid.close();
  });

  const again = await ingrid.context().newPage();
  await test.step('a new tab has every word, and sends what the server did not get', async () => {
    await again.context().setOffline(false);
    await again.goto(draft);
    await again.getByRole('link', { name: 'What we did' }).click();
    await expect(again.getByRole('textbox', { name: 'What did you do, step by step?' })).toHaveValue('We brought a table and two flasks.');
    await again.goto(`${draft}/happened`);
    await expect(again.getByRole('textbox', { name: 'What happened then?' })).toHaveValue('After five weeks people knew our names.');
    await expect(again.getByText(/^Saved \d/).filter({ visible: true }).first()).toBeVisible();
  });

  await test.step('another device has it too', async () => {
    const desk = await visit('worker', { viewport: { width: 1280, height: 844 } });
    await desk.goto('/drafts');
    await desk.getByRole('link', { name: title }).click();
    await desk.getByRole('link', { name: 'What happened', exact: true }).click();
    await expect(desk.getByRole('textbox', { name: 'What happened then?' })).toHaveValue('After five weeks people knew our names.');
    await desk.close();
  });

  const address = await test.step('what is missing is said, then it is checked and published', async () => {
    await again.getByRole('link', { name: 'Parts of your lesson' }).click();
    await again.getByRole('button', { name: 'Check before publishing' }).click();
    await again.getByRole('link', { name: 'Choose a theme.' }).click();
    await again.getByRole('group', { name: 'Theme' }).getByRole('checkbox').first().check();
    await again.getByRole('radio', { name: /For everyone/ }).check();
    await again.goto(`${draft}/readers`);
    await again.getByRole('radio', { name: /^Everyone/ }).check();
    await again.getByRole('link', { name: 'Parts of your lesson' }).click();
    await again.getByRole('button', { name: 'Check before publishing' }).click();
    await expect(again.getByRole('heading', { level: 1 })).toHaveText('Check before publishing');
    await expect(again.getByText('We brought a table and two flasks.')).toBeVisible();
    await again.getByRole('button', { name: 'Publish' }).click();
    await expect(again.getByRole('heading', { level: 1 })).toHaveText('Your lesson is published');
    await again.getByRole('link', { name: 'Read it' }).click();
    await expect(again.getByRole('heading', { level: 1 })).toHaveText(title);
    return new URL(again.url()).pathname;
  });

  const samira = await visit('arabicReader', PHONE);
  await test.step('an Arabic reader finds it, and reads right to left; the text keeps its own language', async () => {
    await readIn(samira, 'ar', 'dark');
    await samira.goto('/lessons');
    await expect(samira.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(samira.locator('html')).toHaveAttribute('lang', 'ar');
    await samira.getByRole('searchbox', { name: arabic('forum.list.search') }).fill(word);
    await samira.keyboard.press('Enter');
    await samira.getByRole('link', { name: title }).click();
    await expect(samira.getByRole('heading', { level: 1 })).toHaveText(title);
    const told = samira.getByText('We brought a table and two flasks.');
    expect(await told.evaluate((element) => [element.closest('[lang]')?.getAttribute('lang'), getComputedStyle(element).direction])).toEqual(['en', 'ltr']);
    expect(await samira.getByRole('main').evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });

  await again.goto('/');
  const before = await unreadOf(again);
  const badge = again.getByRole('link', { name: /^Inbox|Inbox$/ }).filter({ visible: true });

  await test.step('she tried it: mixed; the number at the author’s inbox counts up within a second, without a reload', async () => {
    await again.evaluate(() => ((window as unknown as { stays: boolean }).stays = true));
    await samira.getByRole('button', { name: arabic('forum.trials.weTried') }).click();
    await expect(samira.getByLabel(arabic('forum.trial.city')).locator('option:checked')).toHaveText(/\S/);
    await samira.getByRole('radio', { name: arabic('forum.adaptation.same') }).or(samira.getByRole('radio', { name: arabic('forum.trial.adaptation.same') })).check();
    await samira.getByRole('radio', { name: arabic('forum.result.mixed') }).check();
    await samira.getByLabel(arabic('forum.trial.advice')).fill('ابدؤوا قبل الشتاء');
    const heard = countsUp(again, before);
    await samira.getByRole('button', { name: arabic('forum.trial.send') }).click();
    await expect(samira.locator('#tried')).toContainText('ابدؤوا قبل الشتاء');
    const posted = Date.now();
    await heard;
    expect(Date.now() - posted, 'milliseconds until the author hears it').toBeLessThan(1_000);
    await expect(badge).toContainText(String(before + 1));
    expect(await again.evaluate(() => (window as unknown as { stays?: boolean }).stays), 'no reload').toBe(true);
  });

  await test.step('her reply in Arabic arrives in the open page as a bar, and moves nothing', async () => {
    await again.goto(address);
    await expect(again.locator('#tried')).toContainText('ابدؤوا قبل الشتاء');
    await samira.getByRole('button', { name: arabic('forum.reply.write') }).click();
    await samira.getByLabel(arabic('forum.reply.label')).fill('شكرًا لكم، من أحضر الشاي؟');
    await samira.getByRole('button', { name: arabic('forum.reply.send') }).click();
    await expect(samira.getByText('شكرًا لكم، من أحضر الشاي؟')).toBeVisible();
    await again.getByRole('button', { name: '1 new reply, show' }).click();
    const reply = again.getByText('شكرًا لكم، من أحضر الشاي؟');
    await expect(reply).toBeVisible();
    expect(await reply.evaluate((element) => [element.closest('[lang]')?.getAttribute('lang'), getComputedStyle(element).direction])).toEqual(['ar', 'rtl']);
  });

  await test.step('the inbox says who, what and why', async () => {
    // She has read the thread meanwhile, so its line is one of the earlier ones.
    await again.goto('/inbox?view=earlier');
    const line = again.getByRole('main').getByRole('listitem').filter({ hasText: title }).first();
    await expect(line).toContainText('because you wrote it');
    await expect(line).toContainText('Samira');
  });
});

async function unreadOf(page: Page): Promise<number> {
  const { viewer } = await ask<{ viewer: { unreadCount: number } }>(page, '{ viewer { unreadCount } }');
  return viewer.unreadCount;
}

/** Waits in the page itself: asking from here would be slower than what is measured. */
async function countsUp(page: Page, before: number): Promise<void> {
  await page.waitForFunction((number) => [...document.querySelectorAll('nav a[href="/inbox"]')].some((link) => link.textContent!.includes(String(number))), before + 1, { polling: 50, timeout: 10_000 });
}

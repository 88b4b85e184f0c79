import { ask, expect, test, uniqueWord, type Page } from './test';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

test.describe('writing without a network', () => {
  test.setTimeout(90_000);

  test('from the first word to "Publish" in flight mode, through a killed tab: one lesson, sent once, and taken back', async ({ visit }) => {
    const word = uniqueWord();
    const title = `Keys to the ${word} room for those who open it`;
    const page = await visit('worker', PHONE);
    await test.step('the writing pages are kept on the device', () => keepOnDevice(page));

    await page.context().setOffline(true);
    const draft = await test.step('a lesson begins without a network, also after a reload', async () => {
      await page.goto('/write');
      await page.getByRole('textbox', { name: 'What did you learn? One sentence' }).fill(title);
      await page.getByRole('button', { name: 'Start' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      return new URL(page.url()).pathname;
    });
    await test.step('each part is written, and the tab is killed in between', async () => {
      await page.getByRole('link', { name: 'Title and short version' }).click();
      await page.getByRole('textbox', { name: 'In short' }).fill('Give the keys away.');
      await page.getByRole('button', { name: 'Save and continue' }).click();
      await page.getByRole('link', { name: 'Skip for now' }).click();
      await page.getByRole('textbox', { name: 'What did you do, step by step?' }).fill('Three young people got a key.');
      await expect(page.getByText(/Saved on this device/).filter({ visible: true })).toBeVisible();
      await page.close();
    });

    const again = await page.context().newPage();
    await test.step('it opens again without a network, with every word', async () => {
      await again.goto(`${draft}/did`);
      await expect(again.getByRole('textbox', { name: 'What did you do, step by step?' })).toHaveValue('Three young people got a key.');
      await again.getByRole('button', { name: 'Save and continue' }).click();
      await again.getByRole('textbox', { name: 'What happened then?' }).fill('Nothing was broken.');
      await again.getByRole('button', { name: 'Save and continue' }).click();
      for (let skipped = 0; skipped < 2; skipped++) await again.getByRole('link', { name: 'Skip for now' }).click();
      await again.getByRole('group', { name: 'Theme' }).getByRole('checkbox').first().check();
      await again.getByRole('radio', { name: /For everyone/ }).check();
      await again.getByRole('link', { name: 'Parts of your lesson' }).click();
      await again.getByRole('button', { name: 'Check before publishing' }).click();
      await expect(again.getByRole('heading', { level: 1 })).toHaveText('Check before publishing');
    });
    await test.step('publishing waits, and says so', async () => {
      await again.getByRole('button', { name: 'Publish' }).click();
      await expect(again.getByRole('heading', { level: 1 })).toHaveText('Drafts');
      await expect(again.getByRole('list', { name: 'Waiting to be published' })).toContainText('Will be sent when you are online');
      await again.close();
    });

    const [one, two] = [await page.context().newPage(), await page.context().newPage()];
    await test.step('two tabs are open when the network comes back: one lesson', async () => {
      await Promise.all([one.goto('/drafts'), two.goto('/drafts')]);
      await expect(one.getByText('Will be sent when you are online')).toBeVisible();
      await page.context().setOffline(false);
      await expect(one.getByRole('list', { name: 'Waiting to be published' })).toContainText('Published');
      await expect(two.getByRole('list', { name: 'Waiting to be published' })).toContainText('Published');
      expect(await lessonsWith(one, word)).toHaveLength(1);
      const { drafts } = await ask<{ drafts: { content: { title: string } }[] }>(one, '{ drafts { content { title } } }');
      expect(drafts.filter(({ content }) => content.title === title), 'no draft is left behind').toEqual([]);
    });

    await test.step('published by mistake: taken back, it never was', async () => {
      await one.getByRole('link', { name: title }).click();
      await expect(one.getByText(/minutes left/)).toBeVisible();
      const [{ id }] = await lessonsWith(one, word) as [{ id: string }];
      await one.getByRole('button', { name: 'Take it back' }).click();
      await expect(one.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(one).toHaveURL(/\/drafts\//);
      const other = await visit('guest');
      expect((await other.request.get(`/lessons/${id}`)).status(), 'not gone: never there').toBe(404);
    });
  });

  test('what waits can be changed back into a draft', async ({ visit }) => {
    const title = `A lesson about ${uniqueWord()} that nobody gets`;
    const page = await visit('worker', PHONE);
    const { saveDraft } = await ask<{ saveDraft: { id: string } }>(page, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', {
      input: { kind: 'lesson', version: 0, device: '', content: { title, short: 'Short.', did: 'We did.', happened: 'It happened.', themes: [await someTheme(page)], level: 'primary', audience: 'members', language: 'en' } },
    });
    await keepOnDevice(page, `/drafts/${saveDraft.id}?step=check`);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('button', { name: 'Do not publish' }).click();
    await expect(page.getByText('Not published. It is in your drafts.')).toBeVisible();
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await page.context().setOffline(false);
    await page.reload();
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    expect(await lessonsWith(page, title.split(' ')[3]!)).toEqual([]);
  });

  test('two devices write one draft without a network: both texts are shown, and neither is lost', async ({ visit }) => {
    const title = `Two devices and ${uniqueWord()}`;
    const [phone, desk] = [await visit('worker', PHONE), await visit('worker', { viewport: { width: 1280, height: 900 } })];
    const { saveDraft } = await ask<{ saveDraft: { id: string } }>(phone, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', {
      input: { kind: 'lesson', version: 0, device: '', content: { title, did: 'We met on Monday.' } },
    });
    const address = `/drafts/${saveDraft.id}/did`;
    const field = (page: Page) => page.getByRole('textbox', { name: 'What did you do, step by step?' });
    for (const page of [phone, desk]) {
      await page.goto(address);
      await expect(field(page)).toHaveValue('We met on Monday.');
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
    }
    await field(phone).fill('We met on Tuesday, from the phone.');
    await field(desk).fill('We met on Friday, from the desk.');
    for (const page of [phone, desk]) await expect(page.getByText(/Saved on this device/).filter({ visible: true }).first()).toBeVisible();
    await phone.context().setOffline(false);
    await expect(phone.getByText(/^Saved \d/).filter({ visible: true }).first()).toBeVisible();
    await desk.context().setOffline(false);
    const conflict = desk.getByRole('status').filter({ hasText: 'You wrote this on two devices' });
    await expect(conflict).toContainText('We met on Friday, from the desk.');
    await expect(conflict).toContainText('We met on Tuesday, from the phone.');
    await expect(conflict.locator('ins').filter({ hasText: 'Tuesday' })).toBeVisible();
    await conflict.getByRole('button', { name: 'Go on with the other text' }).click();
    await expect(field(desk)).toHaveValue('We met on Tuesday, from the phone.');
    const { draft } = await ask<{ draft: { content: { did: string }; copies: { content: { did: string } }[] } }>(desk, 'query ($id: ID!) { draft(id: $id) { content { did } copies { content { did } } } }', { id: saveDraft.id });
    expect([draft.content.did, ...draft.copies.map(({ content }) => content.did)].sort()).toEqual(['We met on Friday, from the desk.', 'We met on Tuesday, from the phone.']);
  });
});

/** Until the worker has everything that writing needs. */
async function keepOnDevice(page: Page, address = '/write'): Promise<void> {
  await page.goto(address);
  const kept = () => page.evaluate(async () => navigator.serviceWorker.controller !== null && (await caches.has('crosscity-pages-1')) && (await (await caches.open('crosscity-pages-1')).keys()).length === 2);
  await expect.poll(kept, { timeout: 20_000 }).toBe(true);
  await page.waitForLoadState('networkidle');
}

async function lessonsWith(page: Page, word: string): Promise<{ id: string }[]> {
  const { lessons } = await ask<{ lessons: { items: { id: string }[] } }>(page, 'query ($text: String!) { lessons(first: 20, filter: { text: $text }) { items { id } } }', { text: word });
  return lessons.items;
}

async function someTheme(page: Page): Promise<string> {
  const { themes } = await ask<{ themes: { slug: string }[] }>(page, '{ themes { slug } }');
  return themes[0]!.slug;
}

import { ask, expect, expectNoBarriers, expectNoSidewaysScroll, readIn, sayIn, signIn, test, uniqueWord, type Page } from './test';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

async function aLesson(page: Page): Promise<string> {
  const { themes } = await ask<{ themes: { slug: string }[] }>(page, '{ themes { slug } }');
  const input = { key: crypto.randomUUID(), title: `A lesson about ${uniqueWord()}`, short: 'Meet weekly.', context: '', did: 'We met.', happened: 'It helped.', differently: '', elsewhere: '', themes: [themes[0]!.slug], level: 'primary', audience: 'members', language: 'en' };
  const { publishLesson } = await ask<{ publishLesson: { id: string } }>(page, 'mutation P($input: PublishLessonInput!) { publishLesson(input: $input) { id } }', { input });
  return publishLesson.id;
}

const boxes = (page: Page) => page.getByText(/places? may tell who somebody is/).last();

test('a lesson: marked while one types, stopped before publishing, replaced, taken back, replaced again, published', async ({ visit }) => {
  const word = uniqueWord();
  const ingrid = await visit('worker', PHONE);
  await ingrid.goto('/write');
  await ingrid.getByRole('textbox', { name: 'What did you learn? One sentence' }).fill(`The ${word} evenings`);
  await ingrid.getByRole('button', { name: 'Start' }).click();
  await ingrid.waitForURL('**/drafts/*');
  await ingrid.getByRole('link', { name: 'Title and short version' }).click();
  await ingrid.getByRole('textbox', { name: 'In short' }).fill('Meet weekly.');
  await ingrid.getByRole('button', { name: 'Save and continue' }).click();
  await ingrid.getByRole('link', { name: 'Skip for now' }).click();
  const did = ingrid.getByRole('textbox', { name: 'What did you do, step by step?' });
  await did.fill('We met Ahmed, 14, at 12 Harbour Street 😀 and called 040 123 4567.');
  await expect(boxes(ingrid)).toHaveText('3 places may tell who somebody is');
  await expectNoBarriers(ingrid);
  await expectNoSidewaysScroll(ingrid);

  await ingrid.getByRole('button', { name: 'Replace with “a young person of about 14”' }).click();
  await expect(did).toHaveValue('We met a young person of about 14, at 12 Harbour Street 😀 and called 040 123 4567.');
  await ingrid.getByRole('button', { name: 'Undo' }).click();
  await expect(did).toHaveValue('We met Ahmed, 14, at 12 Harbour Street 😀 and called 040 123 4567.');

  await ingrid.getByRole('button', { name: 'Save and continue' }).click();
  await ingrid.getByRole('textbox', { name: 'What happened then?' }).fill('After five weeks it was calmer.');
  for (let parts = 0; parts < 3; parts++) await ingrid.getByRole('link', { name: 'Skip for now' }).click();
  await ingrid.getByRole('group', { name: 'Theme' }).getByRole('checkbox').first().check();
  await ingrid.getByRole('radio', { name: /For everyone/ }).check();
  await ingrid.getByRole('link', { name: 'Parts of your lesson' }).click();
  await ingrid.getByRole('button', { name: 'Check before publishing' }).click();
  await expect(ingrid.getByRole('heading', { level: 1 })).toHaveText('Check before publishing');
  await ingrid.getByRole('button', { name: 'Publish' }).click();
  const found = ingrid.getByText('What we did: 3 places may tell who somebody is');
  await expect(found).toBeInViewport();
  await expect(ingrid.getByRole('heading', { level: 1 })).toHaveText('Check before publishing');

  // "Edit" leads to the words in the form, selected; "Keep" is offered only for what may be something else.
  await ingrid.getByRole('button', { name: 'Edit 040 123 4567' }).click();
  await expect(did).toBeFocused();
  expect(await did.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toBe('040 123 4567');
  await ingrid.keyboard.press('Delete');
  await ingrid.getByRole('button', { name: 'Check before publishing' }).click();
  await expect(ingrid.getByRole('button', { name: /^Keep/ })).toHaveCount(1);
  await ingrid.getByRole('button', { name: /^Keep/ }).click();
  await ingrid.getByRole('button', { name: 'Replace with “a young person of about 14”' }).click();
  await ingrid.getByRole('button', { name: 'Publish' }).click();
  await expect(ingrid.getByRole('heading', { level: 1 })).toHaveText('Your lesson is published');
});

test('a reply: nothing but its own draft leaves the browser; only what is clean is posted', async ({ page }) => {
  await signIn(page, 'worker');
  await page.goto(`/lessons/${await aLesson(page)}`);
  await page.getByRole('button', { name: /Reply|reply/ }).first().click();
  const box = page.locator('#reply-text');
  await box.fill('Call 040 123 4567.');
  await expect(boxes(page)).toHaveText('1 place may tell who somebody is');

  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`));
  await box.fill('Call 040 123 4567, she is sofia@inbox.se.');
  await expect(boxes(page)).toHaveText('2 places may tell who somebody is');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Others could call this person.')).toBeVisible();
  // The draft goes to its author's own drafts, whatever the check says.
  expect(sent.filter((request) => !/"operationName":"(SaveDraft|MarkSeen)"|^\/signals/.test(request)), 'requests while it was checked').toEqual([]);

  await page.getByRole('button', { name: 'Replace with “[phone number]”' }).click();
  await page.getByRole('button', { name: 'Replace with “[e-mail address]”' }).click();
  await box.press('Control+Enter');
  await expect(page.locator('#discussion').getByText('Call [phone number], she is [e-mail address].')).toBeVisible();
  await expect(box).toHaveCount(0);
});

test('without workers the page checks by itself', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class { constructor() { throw new Error('no workers here'); } } as unknown as typeof Worker;
  });
  await signIn(page, 'worker');
  await page.goto(`/lessons/${await aLesson(page)}`);
  await page.getByRole('button', { name: /Reply|reply/ }).first().click();
  await page.locator('#reply-text').fill('Call 040 123 4567.');
  await page.locator('#reply-text').press('Control+Enter');
  await expect(boxes(page)).toHaveText('1 place may tell who somebody is');
});

test('what only the server finds is shown at its place, and the text is kept', async ({ page, complaints }) => {
  // A page that is older than the server: its rules find nothing.
  await page.addInitScript(() => {
    window.Worker = class extends EventTarget {
      postMessage({ id, texts }: { id: number; texts: string[] }) { setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: { id, found: texts.map(() => []) } }))); }
      terminate() {}
    } as unknown as typeof Worker;
  });
  await signIn(page, 'worker');
  await page.goto(`/lessons/${await aLesson(page)}`);
  await page.getByRole('button', { name: 'We tried this' }).first().click();
  await expect(page.getByLabel('Which city?').or(page.locator('#trial-city')).first().locator('option:checked')).toHaveText(/\S/);
  await page.locator('input[name=adaptation]').first().check();
  await page.locator('input[name=result]').first().check();
  await page.locator('#trial-advice').fill('  Ask sofia@inbox.se how to begin.');
  await page.locator('#trial-advice').press('Tab');
  await page.getByRole('button', { name: sayIn('en', 'forum', 'forum.trial.send') }).click();
  await expect(page.getByText('Something here surely leads to a person.', { exact: false })).toBeVisible();
  await expect(page.locator('mark').getByText('sofia@inbox.se')).toBeVisible();
  await page.getByRole('button', { name: 'Replace with “[e-mail address]”' }).click();
  await expect(page.locator('#trial-advice')).toHaveValue('  Ask [e-mail address] how to begin.');
  await page.getByRole('button', { name: sayIn('en', 'forum', 'forum.trial.send') }).click();
  await expect(page.locator('#tried')).toContainText('Ask [e-mail address] how to begin.');
  complaints.length = 0;
});

test('in Arabic, from right to left, in the dark, with the keyboard', async ({ visit }) => {
  const samira = await visit('arabicReader', PHONE);
  await readIn(samira, 'ar', 'dark');
  await samira.goto(`/lessons/${await aLesson(samira)}`);
  await samira.getByRole('button', { name: sayIn('ar', 'forum', 'forum.reply.write') }).click();
  const box = samira.locator('#reply-text');
  await box.fill('جاء أحمد، ١٤ سنة، واتصلنا به على ٠٥٠ ١٢٣ ٤٥٦٧ مساء.');
  await expect(samira.getByText('موضعان قد يدلان على هوية شخص').last()).toBeVisible();
  await expectNoBarriers(samira);
  await expectNoSidewaysScroll(samira);
  const replace = samira.getByRole('button', { name: 'استبدله بـ «شخص في نحو الـ14 من العمر»' });
  await replace.focus();
  await samira.keyboard.press('Enter');
  await expect(box).toHaveValue('جاء شخص في نحو الـ14 من العمر، واتصلنا به على ٠٥٠ ١٢٣ ٤٥٦٧ مساء.');
});

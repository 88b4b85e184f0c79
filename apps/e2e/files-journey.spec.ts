import { makeJpegWithPlace } from './photo';
import { ask, expect, expectNoBarriers, expectNoSidewaysScroll, readIn, test, uniqueWord } from './test';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

test('a picture from a phone: described, a face blurred, published, and seen by somebody else', async ({ visit }) => {
  test.setTimeout(90_000);
  const word = uniqueWord();
  const title = `A bench at the ${word} square`;
  const ingrid = await visit('worker', PHONE);
  const { saveDraft } = await ask<{ saveDraft: { id: string } }>(ingrid, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', {
    input: { id: crypto.randomUUID(), kind: 'lesson', version: 0, device: 'Phone', content: { title, short: 'Sit down first.', did: 'We brought a bench.', happened: 'People stayed.', themes: [(await ask<{ themes: { slug: string }[] }>(ingrid, '{ themes { slug } }')).themes[0]!.slug], level: 'primary', audience: 'members', language: 'en' } },
  });

  await test.step('it is added at its part, and says how far it is', async () => {
    await ingrid.goto(`/drafts/${saveDraft.id}/did`);
    await ingrid.locator('input[type=file][data-part=did]').setInputFiles({ name: 'kari.jpg', mimeType: 'image/jpeg', buffer: await makeJpegWithPlace() });
    await expect(ingrid.getByText('Are faces visible?')).toBeVisible({ timeout: 20_000 });
  });

  await test.step('a page that only calls itself a picture is refused in words', async () => {
    await ingrid.locator('input[type=file][data-part=did]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html><script>alert(1)</script></html>') });
    await expect(ingrid.getByText('We can’t take this kind of file.')).toBeVisible({ timeout: 20_000 });
    await ingrid.getByRole('listitem').filter({ hasText: 'We can’t take this kind' }).getByRole('button', { name: 'Remove: Picture' }).click();
    await expect(ingrid.getByText('We can’t take this kind of file.')).toBeHidden();
  });

  await test.step('publishing asks once what it shows', async () => {
    await ingrid.goto(`/drafts/${saveDraft.id}`);
    await ingrid.getByRole('button', { name: 'Check before publishing' }).click();
    await expect(ingrid.getByText(/1 file still needs an answer/)).toBeVisible();
    await ingrid.getByRole('button', { name: 'Publish' }).click();
    await expect(ingrid.getByText(/1 picture or video needs a description/)).toBeVisible();
    await ingrid.getByRole('textbox', { name: 'What does the picture show?' }).fill('A red bench under a tree.');
    await ingrid.getByRole('button', { name: 'Blur faces' }).click();
    const board = ingrid.locator('dialog img');
    await expect(board).toBeVisible();
    await ingrid.getByRole('button', { name: 'Add a box' }).click();
    await ingrid.getByRole('button', { name: 'Blur for good' }).click();
    await expect(ingrid.getByRole('radio', { name: 'They are blurred' })).toBeChecked();
    await expect(ingrid.getByText('All pictures and videos are described.')).toBeVisible();
    await expectNoBarriers(ingrid);
    await expectNoSidewaysScroll(ingrid);
    await ingrid.getByRole('button', { name: 'Publish' }).click();
    await expect(ingrid.getByRole('heading', { level: 1 })).toHaveText('Your lesson is published');
    await ingrid.getByRole('link', { name: 'Read it' }).click();
    await expect(ingrid.getByRole('heading', { level: 1 })).toHaveText(title);
  });
  const address = new URL(ingrid.url()).pathname;

  await test.step('another member sees it with its description, and nothing of where it was made', async () => {
    const samira = await visit('arabicReader', PHONE);
    await readIn(samira, 'ar', 'dark');
    await samira.goto(address);
    const picture = samira.getByRole('img', { name: 'A red bench under a tree.' });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
    const bytes = await (await samira.request.get(await picture.evaluate((image: HTMLImageElement) => image.currentSrc))).body();
    expect(bytes.includes('Kari Nordmann')).toBe(false);
    await expectNoBarriers(samira);
    await expectNoSidewaysScroll(samira);
    const guest = await visit('guest');
    expect((await guest.request.get(await picture.evaluate((image: HTMLImageElement) => image.currentSrc))).status()).toBe(404);
  });
});

test('an upload without network waits, survives a reload, and is one file', async ({ visit }) => {
  test.setTimeout(60_000);
  const page = await visit('worker', PHONE);
  const { saveDraft } = await ask<{ saveDraft: { id: string } }>(page, 'mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', {
    input: { id: crypto.randomUUID(), kind: 'lesson', version: 0, device: 'Phone', content: { title: `A film of ${uniqueWord()}` } },
  });
  await page.goto(`/drafts/${saveDraft.id}/did`);
  // Bytes stop at the door: as a tunnel does.
  await page.route('**/files/uploads/**', (route) => (route.request().method() === 'PATCH' ? route.abort('internetdisconnected') : route.continue()));
  await page.locator('input[type=file][data-part=did]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await makeJpegWithPlace() });
  await expect(page.getByText(/Sending: 0 %|No network/)).toBeVisible();
  await page.unroute('**/files/uploads/**');
  await page.reload();
  await expect(page.getByText('Are faces visible?')).toBeVisible({ timeout: 20_000 });
  const { attachedFiles } = await ask<{ attachedFiles: { state: string }[] }>(page, 'query ($id: ID!) { attachedFiles(subjectKind: "draft", subjectId: $id) { state } }', { id: saveDraft.id });
  expect(attachedFiles).toEqual([{ state: 'ready' }]);
});

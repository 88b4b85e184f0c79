import { ask, expect, test, uniqueWord, type Page } from './test';

/** A lesson of one's own for this story, in its three needed parts. */
async function publish(page: Page, title: string): Promise<string> {
  await page.goto('/');
  const input = {
    key: title, title, short: 'Meet weekly.', context: 'A station in the evening.', did: 'We brought a table and two flasks.', happened: 'People knew our names.', differently: '', elsewhere: '',
    themes: ['trust-and-information-sharing'], level: 'primary', audience: 'public', language: 'en',
  };
  const { publishLesson } = await ask<{ publishLesson: { id: string } }>(page, 'mutation P($input: PublishLessonInput!) { publishLesson(input: $input) { id } }', { input });
  return publishLesson.id;
}

/** Marks an element's words as a finger would. */
async function mark(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
  });
}

test('marked words go into the reply behind what is there, and lead back to their part', async ({ visit }) => {
  const worker = await visit('worker');
  const id = await publish(worker, `Tea at ${uniqueWord()}`);
  await worker.goto(`/lessons/${id}`);
  await mark(worker, '#did [data-quote] p');
  await worker.getByRole('button', { name: 'Quote in reply' }).click();
  const reply = worker.getByRole('textbox', { name: 'Your reply' });
  await expect(reply).toHaveValue(/^> We brought a table and two flasks\./);
  await reply.press('ControlOrMeta+End');
  await reply.pressSequentially('We do that too.');
  await mark(worker, '#happened [data-quote] p');
  await worker.getByRole('button', { name: 'Quote in reply' }).click();
  await expect(reply).toHaveValue(/We do that too\.\n\n> People knew our names\./);
  await worker.getByRole('button', { name: 'Send reply' }).click();
  await worker.locator('article blockquote').first().getByRole('link', { name: 'What we did' }).click();
  await expect(worker).toHaveURL(/#did$/);
});

test('a curator fills a collection, orders it by keyboard, takes a lesson out and back', async ({ visit }) => {
  const word = uniqueWord();
  const worker = await visit('worker');
  const first = await publish(worker, `First ${word}`);
  const second = await publish(worker, `Second ${word}`);
  await worker.goto(`/lessons/${first}`);
  await worker.getByRole('button', { name: 'More', exact: true }).click();
  await worker.getByRole('button', { name: 'Add to a collection' }).click();
  await worker.getByRole('button', { name: 'New collection' }).click();
  await worker.getByRole('textbox', { name: 'Title' }).fill(`Steps ${word}`);
  await worker.getByRole('button', { name: 'Make collection' }).click();
  await worker.getByRole('button', { name: 'Done' }).click();
  await worker.goto(`/lessons/${second}`);
  await worker.getByRole('button', { name: 'More', exact: true }).click();
  await worker.getByRole('button', { name: 'Add to a collection' }).click();
  await worker.getByRole('checkbox', { name: `Steps ${word}` }).click();
  await expect(worker.getByText(`Added to “Steps ${word}”.`)).toBeVisible();
  await worker.getByRole('button', { name: 'Done' }).click();
  await worker.locator('#about').getByRole('link', { name: `Steps ${word}` }).click();
  await worker.getByRole('button', { name: 'Edit', exact: true }).click();
  await worker.getByRole('button', { name: `Move up: Second ${word}` }).press('Enter');
  const rows = worker.locator('ol > li');
  await expect(rows.first()).toContainText(`Second ${word}`);
  await worker.getByRole('button', { name: `More for: Second ${word}` }).click();
  await worker.getByRole('button', { name: 'Take out of the collection' }).click();
  await expect(rows).toHaveCount(1);
  await worker.getByRole('button', { name: 'Undo' }).last().click();
  await expect(rows.first()).toContainText(`Second ${word}`);
  const guest = await visit('guest', { viewport: { width: 390, height: 844 } });
  await guest.goto(new URL(worker.url()).pathname);
  await expect(guest.getByRole('heading', { level: 2 }).first()).toHaveText(`Second ${word}`);
});

test('a lesson past its review date says so until its author says that it still holds; a withdrawn one says why', async ({ visit }) => {
  const worker = await visit('worker');
  const id = await publish(worker, `Old ${uniqueWord()}`);
  const until = new Date(Date.now() + 1500).toISOString();
  await ask(worker, 'mutation R($input: RenewLessonInput!) { renewLesson(input: $input) { id } }', { input: { id, until } });
  await expect(async () => {
    await worker.goto(`/lessons/${id}`);
    await expect(worker.getByText(/May be out of date/)).toBeVisible({ timeout: 500 });
  }).toPass();
  await worker.getByRole('button', { name: 'Still true' }).click();
  await expect(worker.getByText(/May be out of date/)).toHaveCount(0);
  await worker.getByRole('button', { name: 'More', exact: true }).click();
  await worker.getByRole('button', { name: 'Take back this lesson' }).click();
  await worker.getByRole('textbox', { name: /^Why/ }).fill('The law changed.');
  await worker.getByRole('checkbox', { name: /Show these words/ }).check();
  await worker.getByRole('dialog').getByRole('button', { name: 'Take back this lesson' }).click();
  await worker.waitForURL('**/lessons');
  const guest = await visit('guest');
  const answer = await guest.request.get(`/lessons/${id}`);
  expect(answer.status()).toBe(410);
  expect(await answer.text()).toContain('The law changed.');
});

import { ask, expect, test, uniqueWord, type Page } from './test';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

interface Told {
  path: string;
  id: string;
  replies: string[];
}

/** A lesson of this story alone, with long replies of Ingrid's, so that there is something to scroll past. */
async function tell(author: Page, replier: Page, word: string, count: number): Promise<Told> {
  const { publishLesson } = await ask<{ publishLesson: { id: string; slug: string } }>(author, `mutation ($input: PublishLessonInput!) { publishLesson(input: $input) { id slug } }`, {
    input: { key: crypto.randomUUID(), title: `A bench that moved to ${word}`, short: 'We moved a bench.', did: 'We moved the bench.', happened: 'People sat.', context: '', differently: '', elsewhere: '', themes: ['multi-agency-work'], level: 'primary', language: 'en', audience: 'public' },
  });
  const replies: string[] = [];
  for (let index = 0; index < count; index += 1) replies.push(await reply(replier, publishLesson.id, `Number ${index} about ${word}. ${'It took us a long time. '.repeat(12)}`));
  return { id: publishLesson.id, path: `/lessons/${publishLesson.id}/${publishLesson.slug}`, replies };
}

async function reply(page: Page, threadId: string, text: string): Promise<string> {
  const { postReply } = await ask<{ postReply: { id: string } }>(page, `mutation ($input: PostReplyInput!) { postReply(input: $input) { id } }`, { input: { key: crypto.randomUUID(), threadId, text } });
  return postReply.id;
}

const edit = (page: Page, id: string, text: string) => ask(page, `mutation ($input: EditReplyInput!) { editReply(input: $input) { id } }`, { input: { id, text } });
const withdraw = (page: Page, id: string) => ask(page, `mutation ($input: WithdrawReplyInput!) { withdrawReply(input: $input) { id } }`, { input: { id } });
const restore = (page: Page, id: string) => ask(page, `mutation ($input: RestoreReplyInput!) { restoreReply(input: $input) { id } }`, { input: { id } });

/** The page has its socket, and is in the room of what it shows. */
async function listens(page: Page, path: string): Promise<void> {
  const joined = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived', ({ payload }) => String(payload).includes('"version"')));
  await page.goto(path);
  await joined;
}

test('what is edited, taken back, brought back or hidden changes in the open page, and what one reads stays where it is', async ({ visit }) => {
  test.setTimeout(60_000);
  const word = uniqueWord();
  const [aino, ingrid, tuomas, lea] = [await visit('coordinatorOfHelsinki'), await visit('worker'), await visit('officerOfHelsinki', PHONE), await visit('moderator')];
  const { path, replies } = await tell(aino, ingrid, word, 6);
  await listens(tuomas, path);
  await tuomas.evaluate(() => ((window as unknown as { stays: boolean }).stays = true));
  const said = (at: number) => tuomas.locator(`#reply-${replies[at]}`);

  await test.step('above what one reads: exchanged in place, nothing moves', async () => {
    await said(3).evaluate((element) => window.scrollTo({ top: element.getBoundingClientRect().top + window.scrollY - 200, behavior: 'instant' }));
    const top = () => said(3).evaluate((element) => element.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThan(150);
    const before = await top();
    await edit(ingrid, replies[0]!, `Short now, ${word}.`);
    await expect(said(0)).toContainText(`Short now, ${word}.`);
    await expect(said(0)).toContainText('edited');
    expect(Math.abs((await top()) - before), 'pixels that it moved').toBeLessThan(2);
  });

  await test.step('taken back, and brought back', async () => {
    await withdraw(ingrid, replies[1]!);
    await expect(said(1)).toContainText('Taken back by its author');
    await expect(said(1)).not.toContainText('Number 1');
    await restore(ingrid, replies[1]!);
    await expect(said(1)).toContainText('Number 1');
  });

  await test.step('hidden while one answers it: the words go, one’s own text stays, and one chooses what it answers', async () => {
    await said(4).getByRole('button', { name: 'Reply', exact: true }).click();
    const text = tuomas.getByLabel('Your reply');
    await text.fill('I wanted to ask about the bench.');
    await ask(tuomas, `mutation ($input: ReportContentInput!) { reportContent(input: $input) { id } }`, { input: { key: crypto.randomUUID(), kind: 'reply', id: replies[4], reason: 'personalData', note: '' } });
    await lea.goto('/staff/moderation');
    await lea.getByRole('link').filter({ hasText: word }).click();
    await lea.getByRole('button', { name: 'Hide' }).click();
    await lea.getByRole('textbox', { name: 'Your words to the author' }).fill('Readers can tell who it is.');
    await lea.getByRole('button', { name: 'Hide the text' }).click();
    await expect(said(4)).toContainText('Removed: personal data');
    await expect(said(4)).not.toContainText('Number 4');
    await expect(text).toHaveValue('I wanted to ask about the bench.');
    await expect(tuomas.getByText('The reply that you answer was removed.').first()).toBeVisible();
    await tuomas.getByRole('button', { name: 'Reply to the lesson instead' }).click();
    await tuomas.getByRole('button', { name: 'Send reply' }).click();
    await expect(tuomas.locator('article').filter({ hasText: 'I wanted to ask about the bench.' })).toBeVisible();
  });

  expect(await tuomas.evaluate(() => (window as unknown as { stays?: boolean }).stays), 'no reload').toBe(true);
});

test('what is said between opening a page and joining its room is not missed, on a socket that was there before', async ({ visit }) => {
  const word = uniqueWord();
  const [aino, ingrid, tuomas] = [await visit('coordinatorOfHelsinki'), await visit('worker'), await visit('officerOfHelsinki')];
  const { id, path, replies } = await tell(aino, ingrid, word, 1);
  const connected = tuomas.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived', ({ payload }) => String(payload).startsWith('40')));
  await tuomas.goto('/lessons');
  await connected;
  // The page's own answer is held back, and the reply is changed and another one posted, before the page is there to listen.
  await tuomas.route('**/graphql', async (route) => {
    const isPage = (route.request().postData() ?? '').includes('"LessonPage"');
    const response = await route.fetch();
    if (isPage) {
      await edit(ingrid, replies[0]!, `Changed meanwhile, ${word}.`);
      await reply(ingrid, id, `Came meanwhile, ${word}.`);
      await tuomas.waitForTimeout(500);
    }
    await route.fulfill({ response });
  });
  await tuomas.getByRole('link', { name: `A bench that moved to ${word}` }).first().click();
  await tuomas.waitForURL(`**${path}`);
  await expect(tuomas.locator(`#reply-${replies[0]}`)).toContainText(`Changed meanwhile, ${word}.`);
  await expect(tuomas.getByRole('button', { name: '1 new reply, show' })).toBeVisible();
});

test('a thread that one opens by its link leaves the inbox, on every device, and reading moves on everywhere', async ({ visit }) => {
  const word = uniqueWord();
  const [aino, desk, phone] = [await visit('worker'), await visit('coordinatorOfHelsinki'), await visit('coordinatorOfHelsinki', PHONE)];
  const { id, path } = await tell(desk, aino, word, 2);
  const unread = async () => (await ask<{ viewer: { unreadCount: number } }>(desk, '{ viewer { unreadCount } }')).viewer.unreadCount;
  await expect.poll(async () => (await ask<{ inbox: { items: { id: string }[] } }>(desk, '{ inbox(view: new) { items { id } } }')).inbox.items.some((line) => line.id === `thread:${id}`)).toBe(true);
  await phone.goto('/inbox');
  const line = phone.getByRole('main').getByRole('listitem').filter({ hasText: word });
  await expect(line).toBeVisible();
  const before = await unread();
  await desk.goto(path);
  await expect(line).toBeHidden({ timeout: 6_000 });
  expect(await unread()).toBe(before - 1);
  await expect(phone.getByRole('navigation').getByRole('link', { name: /Inbox/ }).filter({ visible: true })).toContainText(before - 1 > 0 ? String(before - 1) : 'Inbox');
});

test('a message that passes by stays clear of both bars on a phone: the places, and what the page is for', async ({ visit }) => {
  const word = uniqueWord();
  const ingrid = await visit('worker', PHONE);
  const { path, replies } = await tell(ingrid, ingrid, word, 1);
  await ingrid.goto(path);
  await ingrid.locator(`#reply-${replies[0]}`).getByRole('button', { name: 'More for this reply' }).click();
  await ingrid.getByRole('button', { name: 'Take back' }).click();
  const toast = ingrid.getByText('Reply taken back.').locator('..');
  await expect(toast).toBeVisible();
  await toast.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
  const lowest = await toast.evaluate((element) => element.getBoundingClientRect().bottom);
  const bar = ingrid.getByRole('navigation').filter({ has: ingrid.getByRole('link', { name: /Inbox/ }) }).filter({ visible: true });
  expect(lowest).toBeLessThanOrEqual(await bar.evaluate((element) => element.getBoundingClientRect().top));
  const act = ingrid.getByRole('button', { name: 'Write a reply' });
  await ingrid.evaluate(() => window.scrollTo({ top: document.getElementById('discussion')!.getBoundingClientRect().top + window.scrollY - 500, behavior: 'instant' }));
  const [top, bottom] = await act.evaluate((element) => [element.getBoundingClientRect().top, element.getBoundingClientRect().bottom]);
  const highest = await toast.evaluate((element) => element.getBoundingClientRect().top);
  expect(lowest <= top! || highest >= bottom!, 'the toast covers the act').toBe(true);
});

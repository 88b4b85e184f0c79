import { PASSWORD, addressOf, ask, expect, tabTo, test, uniqueWord } from './test';

test.use({ viewport: { width: 1280, height: 844 } });

test('sign in, open a lesson and reply, without a mouse', async ({ page, visit }) => {
  const word = uniqueWord();
  const author = await visit('coordinatorOfHelsinki');
  const title = `Doors that stay open, ${word}`;
  await ask(author, 'mutation ($input: PublishLessonInput!) { publishLesson(input: $input) { id } }', {
    input: { key: crypto.randomUUID(), title, short: 'We open earlier.', did: 'We opened the door an hour earlier.', happened: 'More people came.', context: '', differently: '', elsewhere: '', themes: ['multi-agency-work'], level: 'primary', language: 'en', audience: 'public' },
  });

  await page.goto(`/signin?next=${encodeURIComponent(`/lessons?q=${word}`)}`);
  await tabTo(page, page.getByRole('textbox', { name: 'E-mail' }));
  await page.keyboard.type(addressOf('worker'));
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/lessons?q=*');

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('main').getByRole('link', { name: title }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByRole('heading', { level: 1 }), 'the move takes the focus along').toBeFocused();

  await tabTo(page, page.getByRole('button', { name: 'Write a reply' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Your reply' })).toBeFocused();
  await page.keyboard.type(`Without a mouse, ${word}.`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').filter({ hasText: `Without a mouse, ${word}.` })).toBeVisible();
});

test('a moderator decides without a mouse', async ({ visit }) => {
  const word = uniqueWord();
  const [author, reporter] = [await visit('worker'), await visit('officerOfHelsinki')];
  const { publishLesson } = await ask<{ publishLesson: { id: string } }>(author, 'mutation ($input: PublishLessonInput!) { publishLesson(input: $input) { id } }', {
    input: { key: crypto.randomUUID(), title: `A bench in the ${word} park`, short: 'We sat there.', did: 'We sat there each evening.', happened: 'People sat down too.', context: '', differently: '', elsewhere: '', themes: ['multi-agency-work'], level: 'primary', language: 'en', audience: 'public' },
  });
  await ask(reporter, 'mutation ($input: ReportContentInput!) { reportContent(input: $input) { id } }', { input: { key: crypto.randomUUID(), kind: 'lesson', id: publishLesson.id, reason: 'wrongPlace', note: `About ${word}.` } });

  const lea = await visit('moderator', { viewport: { width: 1280, height: 844 } });
  await lea.goto('/staff/moderation');
  await tabTo(lea, lea.getByRole('link').filter({ hasText: word }));
  await lea.keyboard.press('Enter');
  await expect(lea.getByRole('heading', { level: 1 })).toContainText(word);
  await tabTo(lea, lea.getByRole('button', { name: 'Take this case' }));
  await lea.keyboard.press('Enter');
  await expect(lea.getByText(/^It is yours until/)).toBeVisible();
  await tabTo(lea, lea.getByRole('button', { name: 'Ask to change' }));
  await lea.keyboard.press('Space');
  await expect(lea.getByRole('radio', { name: 'The right place' })).toBeChecked();
  await tabTo(lea, lea.getByRole('textbox', { name: 'Your words to the author' }));
  await lea.keyboard.press('End');
  await lea.keyboard.type(` It is about ${word}.`);
  await tabTo(lea, lea.getByRole('button', { name: 'Ask the author' }));
  await lea.keyboard.press('Enter');
  await expect(lea.getByText('The author was asked to change it.')).toBeVisible();
});

import { expect, readIn, test, uniqueWord } from './test';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

test('a worker asks a city, its coordinator answers and names a colleague, and the question comes to its end', async ({ visit }) => {
  test.setTimeout(90_000);
  const title = `Who shares notes between ${uniqueWord()} teams?`;
  const ingrid = await visit('worker');

  const address = await test.step('what is typed outlives a reload, and a telephone number does not get out', async () => {
    await ingrid.goto('/questions/ask?city=helsinki');
    await ingrid.getByLabel('Your question in one sentence').fill(title);
    await ingrid.getByLabel('What should one know to answer?').fill('Call +358 40 123 4567 for the notes.');
    await expect(ingrid.getByText(/Saved/).first()).toBeVisible();
    await ingrid.reload();
    await expect(ingrid.getByLabel('Your question in one sentence')).toHaveValue(title);
    await ingrid.getByRole('button', { name: 'Ask', exact: true }).click();
    await ingrid.getByRole('button', { name: /^Replace with/ }).click();
    await ingrid.getByRole('button', { name: 'Ask', exact: true }).click();
    await ingrid.waitForURL(/\/questions\/[0-9a-f-]{36}\//);
    await expect(ingrid.getByRole('heading', { level: 1, name: title })).toBeVisible();
    return new URL(ingrid.url()).pathname;
  });

  const aino = await visit('coordinatorOfHelsinki', PHONE);
  await test.step('the coordinator finds it among what she could answer, and replies to somebody by name', async () => {
    await aino.goto('/questions');
    await aino.getByRole('region', { name: 'You could answer these' }).getByRole('link', { name: title }).click();
    await aino.getByRole('button', { name: 'Write a reply' }).click();
    const text = aino.getByLabel('Your reply');
    await text.pressSequentially('On one page, with consent. Ask @tuom');
    await expect(aino.getByRole('option', { name: /Tuomas/ })).toBeVisible();
    await text.press('Enter');
    await expect(text).toHaveValue(/\[@Tuomas .*\]\(\/members\//);
    await aino.getByRole('button', { name: 'Send reply' }).click();
    await expect(aino.getByRole('link', { name: /^@Tuomas/ })).toBeVisible();
  });

  await test.step('who asked chooses it, says what came of it, and finishes', async () => {
    await ingrid.getByRole('button', { name: /new reply, show/ }).click();
    await ingrid.getByRole('button', { name: 'This helped' }).click();
    await expect(ingrid.getByRole('heading', { name: 'This helped' })).toBeVisible();
    await ingrid.getByRole('button', { name: 'Write what you did with it' }).click();
    await ingrid.getByLabel('What did you do with it?').fill('We use one page now.');
    await ingrid.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(ingrid.getByText('We use one page now.')).toBeVisible();
    await ingrid.getByRole('button', { name: 'Finish', exact: true }).click();
    await expect(ingrid.getByRole('button', { name: 'Reopen' })).toBeVisible();
  });

  await test.step('others read it in Arabic, with the answer under the question', async () => {
    const fatima = await visit('officerOfHelsinki', PHONE);
    await readIn(fatima, 'ar', 'dark');
    await fatima.goto(address);
    await expect(fatima.getByRole('region', { name: 'هذا أفاد' })).toBeVisible();
    await expect(fatima.getByText('We use one page now.')).toBeVisible();
  });
});

import { PASSWORD, expect, test, uniqueWord } from './test';

const DESK = { viewport: { width: 1280, height: 844 } };

test('somebody applies, confirms, is admitted, signs in, follows a city, and signs out everywhere', async ({ page, visit, complaints }) => {
  test.setTimeout(60_000);
  const word = uniqueWord();
  const name = `Noor ${word[0]!.toUpperCase()}${word.slice(1)}`;
  const email = `${word}@school.example`;
  const password = 'seven quiet lamps by the water';

  await test.step('applies on a phone', async () => {
    await page.goto('/join');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await page.getByLabel('Field of work').selectOption({ label: 'School' });
    await page.getByRole('textbox', { name: 'What you do, in your own words' }).fill('School counsellor');
    await page.getByRole('textbox', { name: 'Organisation' }).fill('Harbour school');
    await page.getByLabel('City', { exact: true }).selectOption({ label: 'Oslo' });
    await page.getByLabel('Languages', { exact: true }).selectOption({ label: 'English' });
    await page.getByRole('textbox', { name: 'Why do you want to join?' }).fill('Our pupils ask questions that we cannot answer alone.');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByRole('textbox', { name: 'New password' }).fill(password);
    await page.getByRole('button', { name: 'Send application' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mail');
    await expect(page.getByText(email)).toBeVisible();
  });

  await test.step('confirms the address with the link of the mail', async () => {
    const mail = page.getByRole('main').getByRole('listitem').filter({ hasText: email });
    await expect(async () => {
      await page.goto('/outbox');
      await expect(mail.first()).toBeVisible({ timeout: 500 });
    }).toPass();
    await mail.first().getByRole('link', { name: 'Follow its link' }).click();
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your address is confirmed');
  });

  await test.step('cannot sign in yet, and is told why', async () => {
    await page.goto('/signin');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('Staff will look at your application').first()).toBeVisible();
    expect(complaints.splice(0), 'the browser mentions the refusal').toEqual([expect.stringContaining('status of 422')]);
  });

  await test.step('is admitted by staff', async () => {
    const daniel = await visit('administrator', DESK);
    await daniel.goto('/staff/applications');
    const card = daniel.getByRole('listitem').filter({ has: daniel.getByRole('heading', { name }) });
    await expect(card).toContainText('Our pupils ask questions');
    await card.getByRole('button', { name: `Admit ${name}` }).click();
    await expect(card).toContainText('Admitted by');
  });

  const elsewhere = await visit('guest', DESK);
  await test.step('signs in, on the phone and at a desk', async () => {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/');
    for (const at of [elsewhere]) {
      await at.goto('/signin?next=/inbox');
      await at.getByRole('textbox', { name: 'E-mail' }).fill(email);
      await at.getByRole('textbox', { name: 'Password' }).fill(password);
      await at.getByRole('button', { name: 'Sign in' }).click();
      await at.waitForURL('**/inbox');
    }
    await expect(elsewhere.getByText(/Welcome\. You are a member now/)).toBeVisible();
  });

  await test.step('follows a city', async () => {
    await page.goto('/cities/helsinki');
    await page.getByRole('button', { name: 'Follow', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Stop following' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Stop following' })).toBeVisible();
  });

  await test.step('signs out everywhere: what the other device shows goes at once', async () => {
    await page.goto('/settings/security');
    await expect(page.getByRole('button', { name: /^Sign out: / })).toHaveCount(1);
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.waitForURL('**/signin');
    await elsewhere.waitForURL('**/signin?next=*');
    await page.goto('/settings/profile');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
    const answer = await elsewhere.request.post('/graphql', { headers: { 'x-crosscity': 'web' }, data: { query: '{ viewer { id } }' } });
    expect(await answer.json()).toEqual({ data: { viewer: null } });
  });

  await test.step('the old session opens nothing, the password does', async () => {
    const answer = await page.request.post('/auth/sign-in', { headers: { 'x-crosscity': 'web' }, data: { email, password: PASSWORD } });
    expect(answer.status()).toBeGreaterThanOrEqual(400);
  });
});

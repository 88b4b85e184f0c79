import { addressOf, ask, expect, expectNoBarriers, readIn, signIn, test, uniqueWord, type Page } from './test';

const DESK = { viewport: { width: 1280, height: 844 } };
const FIRST = 'seven quiet lamps by the water';
const SECOND = 'nine slow trains to the north';

/** The link of the newest mail to an address that says this. */
async function linkOf(page: Page, email: string, subject: string): Promise<string> {
  let path = '';
  await expect(async () => {
    const { outbox } = await ask<{ outbox: { items: { to: string; subject: string; path: string }[] } }>(page, '{ outbox { items { to subject path } } }');
    path = outbox.items.find((mail) => mail.to.includes(email) && mail.subject === subject)?.path ?? '';
    expect(path).not.toBe('');
  }).toPass();
  return path;
}

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('an account from the first day to the last: coordinator, forgotten password, closed, opened again', async ({ page, visit, complaints }) => {
  test.setTimeout(120_000);
  const word = uniqueWord();
  const name = `Kari ${word[0]!.toUpperCase()}${word.slice(1)}`;
  const email = `${word}@city.example`;
  const daniel = await visit('administrator', DESK);

  await test.step('somebody joins', async () => {
    const apply = { key: crypto.randomUUID(), name, email, password: FIRST, work: 'cityHall', title: 'Adviser', organisation: 'City hall', place: 'Tromsø', languages: ['en'], why: 'I answer for prevention in our city and want to learn.', listed: false, locale: 'en', timeZone: 'Europe/Oslo' };
    const { applyToJoin } = await ask<{ applyToJoin: { id: string } }>(page, 'mutation ($input: ApplyInput!) { applyToJoin(input: $input) { id } }', { input: apply });
    const token = new URL(await linkOf(page, email, 'Confirm your address'), 'http://x').searchParams.get('token');
    await ask(page, 'mutation ($input: ConfirmAddressInput!) { confirmAddress(input: $input) { id } }', { input: { token } });
    await ask(daniel, 'mutation ($input: AdmitApplicantInput!) { admitApplicant(input: $input) { id } }', { input: { applicationId: applyToJoin.id } });
    await page.goto('/signin?next=/cities/helsinki');
    await enter(page, email, FIRST);
    await page.waitForURL('**/cities/helsinki');
    await expect(page.getByRole('main').locator('a[href="/cities/helsinki/edit"]')).toHaveCount(0);
  });

  await test.step('an administrator finds the account and names a coordinator', async () => {
    await daniel.goto('/staff/members');
    await daniel.getByRole('searchbox', { name: 'Name' }).fill(name);
    await daniel.getByRole('searchbox', { name: 'Name' }).press('Enter');
    await daniel.getByRole('main').getByRole('link', { name }).click();
    await expect(daniel.getByRole('heading', { level: 1 })).toHaveText(name);
    await daniel.getByText('Choose the cities that they care for').click();
    await daniel.getByRole('checkbox', { name: 'Helsinki' }).check();
    await daniel.getByRole('button', { name: 'Save the cities' }).click();
    await expect(daniel.getByRole('alert')).toContainText('Choose why.');
    await daniel.getByLabel('Reason').filter({ visible: true }).selectOption({ label: 'A new task' });
    await daniel.getByRole('button', { name: 'Save the cities' }).click();
    await expect(daniel.getByText('Cares for Helsinki now.')).toBeVisible();
  });

  await test.step('who can edit the city at once, without signing in anew', async () => {
    await page.goto('/cities/helsinki/edit');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Helsinki');
    await expect(page.getByRole('main').locator('form').first()).toBeVisible();
    await page.goto('/inbox');
    await expect(page.getByText('Staff changed which cities you care for')).toBeVisible();
  });

  await test.step('forgets the password, and chooses a new one by mail', async () => {
    const elsewhere = await visit('guest');
    await elsewhere.goto('/signin');
    await elsewhere.getByRole('link', { name: 'Forgot your password?' }).click();
    await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Choose a new password');
    await elsewhere.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await elsewhere.getByRole('button', { name: 'Send the link' }).click();
    await expect(elsewhere.getByText('Look into your mail')).toBeVisible();
    await elsewhere.goto(await linkOf(elsewhere, email, 'Choose a new password'));
    await elsewhere.getByRole('textbox', { name: 'New password' }).fill(SECOND);
    await elsewhere.getByRole('button', { name: 'Save the new password' }).click();
    await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Your password is changed');
    // The page that was open elsewhere goes to sign in by itself.
    await page.waitForURL('**/signin?next=*');
    await enter(page, email, SECOND);
    await page.waitForURL('**/inbox');
  });

  await test.step('the account is closed with words: the open page is signed out at once', async () => {
    await daniel.getByText('Close the account for a time').click();
    await daniel.getByRole('textbox', { name: `What do you tell ${name}?` }).fill('Two of your lessons name a school. Please call us.');
    await daniel.getByLabel('Reason').filter({ visible: true }).last().selectOption({ label: 'Against the rules' });
    await daniel.getByRole('button', { name: 'Close the account' }).click();
    await expect(daniel.getByRole('main').getByText('Closed for now')).toBeVisible();
    await page.waitForURL('**/signin?next=*');
    await enter(page, email, SECOND);
    await expect(page.getByText('Two of your lessons name a school. Please call us.')).toBeVisible();
    await expect(page.getByText('Your account is closed for now')).toBeVisible();
    expect(complaints.splice(0), 'the browser mentions the refusal').toEqual([expect.stringContaining('status of 422')]);
    await expectNoBarriers(page);
  });

  await test.step('and opened again; the log has it all, whole', async () => {
    await daniel.getByText('Open the account again').click();
    await daniel.getByLabel('Reason').filter({ visible: true }).first().selectOption({ label: 'A mistake is put right' });
    await daniel.getByRole('button', { name: 'Open the account', exact: true }).click();
    await expect(daniel.getByText('Opened again', { exact: true })).toBeVisible();
    await enter(page, email, SECOND);
    await page.waitForURL('**/inbox');
    await daniel.getByRole('link', { name: 'See it in the audit log' }).click();
    for (const line of ['opened an account again', 'closed an account for a time', 'changed which cities somebody cares for', 'admitted somebody who asked to join']) await expect(daniel.getByRole('main')).toContainText(line);
    await expect(daniel.getByRole('main')).toContainText('Nothing was changed or removed.');
  });
});

test('the second of two who change one account is told, and nothing is overwritten', async ({ page, visit, complaints }) => {
  await signIn(page, 'administrator');
  const { memberFiles } = await ask<{ memberFiles: { items: { id: string; name: string }[] } }>(page, 'query ($text: String) { memberFiles(filter: { text: $text }, first: 1) { items { id name } } }', { text: 'hannah@demo.crosscity.invalid' });
  // Hannah is in no other story: this one signs her out.
  const { id } = memberFiles.items[0]!;
  await page.goto(`/staff/members/${id}`);
  const other = await visit('moderator', DESK);
  await other.goto(`/staff/members/${id}`);
  await expect(other.getByText('Change the role')).toHaveCount(0);
  await other.getByText('Sign out on all devices').first().click();
  await other.getByLabel('Reason').filter({ visible: true }).selectOption({ label: 'Safety of the account' });
  await other.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(other.getByRole('main').getByText('Safety of the account', { exact: false }).last()).toBeVisible();

  await page.getByText('Change where they work').click();
  await page.getByLabel('Reason').filter({ visible: true }).selectOption({ label: 'Moved, or left the work' });
  await page.getByLabel('City', { exact: true }).filter({ visible: true }).selectOption({ label: 'Oslo' });
  await page.getByRole('button', { name: 'Save the city' }).click();
  await expect(page.getByText('A colleague changed this account meanwhile.')).toBeVisible();
  expect(complaints.splice(0).every((complaint) => complaint.includes('status of'))).toBe(true);
  // Now it is known what is there: sent again it counts, and can be taken back.
  await page.getByRole('button', { name: 'Save the city' }).click();
  await expect(page.getByText('City: Munich, now Oslo').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('City: Oslo, now Munich').first()).toBeVisible();
});

test('staff’s forms keep nobody out when they are open, and one’s own account is not one’s to change', async ({ page }) => {
  test.setTimeout(60_000);
  await signIn(page, 'administrator');
  const { memberFiles } = await ask<{ memberFiles: { items: { id: string }[] } }>(page, 'query ($text: String) { memberFiles(filter: { text: $text }, first: 1) { items { id } } }', { text: addressOf('worker') });
  for (const [language, theme, width] of [['en', 'light', 390], ['ar', 'dark', 1280]] as const) {
    await readIn(page, language, theme);
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`/staff/members/${memberFiles.items[0]!.id}`);
    for (const summary of await page.getByRole('main').locator('summary').all()) await summary.click();
    // Tall enough that no field lies under the bars, where axe takes it for one that can't be pressed.
    await page.setViewportSize({ width, height: 4_600 });
    await expectNoBarriers(page);
  }
  await readIn(page, 'en');
  await page.goto('/staff/members?role=administrator');
  await page.getByRole('main').getByRole('link', { name: 'Daniel' }).click();
  await expect(page.getByText('This is your own account.')).toBeVisible();
  await expect(page.getByRole('main').locator('summary')).toHaveCount(0);
});

import { expect, test, uniqueWord } from './test';

test('what is typed and sent before the script is there is not lost', async ({ page, visit }) => {
  const ingrid = await visit('worker');
  await test.step('a sentence, and the press on Start', async () => {
    const sentence = `Lights before words, ${uniqueWord()}`;
    let letIn = (): void => {};
    const late = new Promise<void>((done) => (letIn = done));
    await ingrid.route('**/assets/*.js', async (route) => {
      await late;
      await route.continue();
    });
    await ingrid.goto('/write', { waitUntil: 'commit' });
    await ingrid.getByRole('textbox', { name: 'What did you learn? One sentence' }).pressSequentially(sentence);
    await ingrid.getByRole('button', { name: 'Start' }).click();
    expect(new URL(ingrid.url()).search, 'the browser does not send the form by itself').toBe('');
    letIn();
    await ingrid.waitForURL('**/drafts/*');
    await expect(ingrid.getByRole('heading', { level: 1 })).toHaveText(sentence);
  });

  await test.step('fields of all kinds, half filled in', async () => {
    let letIn = (): void => {};
    const late = new Promise<void>((done) => (letIn = done));
    await page.route('**/assets/*.js', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto('/join', { waitUntil: 'commit' });
    await page.getByLabel('Field of work').selectOption({ label: 'School' });
    await page.getByLabel('Organisation').fill('Harbour school');
    await page.getByLabel('Why do you want to join?').fill('Our pupils ask questions.');
    await page.getByRole('checkbox', { name: 'List me in the directory' }).check();
    letIn();
    await page.waitForFunction(() => !('early' in window));
    await page.getByLabel('Name', { exact: true }).fill('Ada');
    await expect(page.getByLabel('Field of work').locator('option:checked')).toHaveText('School');
    await expect(page.getByLabel('Organisation')).toHaveValue('Harbour school');
    await expect(page.getByLabel('Why do you want to join?')).toHaveValue('Our pupils ask questions.');
    await expect(page.getByRole('checkbox', { name: 'List me in the directory' })).toBeChecked();
  });
});

import { expect, readIn, test } from './test';

/** What somebody with an old phone, a strict network or a reader program still gets. */
test.use({ javaScriptEnabled: false });

test('a lesson is found and read', async ({ page }) => {
  await page.goto('/lessons');
  const first = page.getByRole('main').getByRole('article').first().getByRole('link').first();
  const title = (await first.innerText()).trim();
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page).toHaveTitle(new RegExp(title.slice(0, 20).replace(/[^\w\s]/g, '.')));
  for (const part of ['What we did', 'What happened']) await expect(page.getByRole('heading', { name: part })).toBeVisible();
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /\S{3}/);
});

test('a search is an address', async ({ page }) => {
  await page.goto('/lessons');
  const search = page.getByRole('searchbox').filter({ visible: true }).last();
  await search.fill('parents');
  await search.press('Enter');
  await expect(page).toHaveURL(/[?&]q=parents/);
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
});

test('a city, a meeting and the sign-in page are there, in Arabic too', async ({ page }) => {
  for (const language of ['en', 'ar'] as const) {
    await readIn(page, language);
    for (const [list, one] of [['/cities', '/cities/'], ['/events', '/events/']] as const) {
      await page.goto(list);
      await page.getByRole('main').locator(`a[href^="${one}"]`).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S{3}/);
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
    }
    await page.goto('/signin');
    await expect(page.locator('input[type="password"]')).toBeVisible();
  }
});

import { addressOf, ask, expect, test, uniqueWord, type Page, type Person } from './test';

/** A meeting of this story alone: Oslo, the week after the clocks go forward, one place for each city. */
async function openMeeting(staff: Page, word: string): Promise<{ slug: string; title: string }> {
  const { cities } = await ask<{ cities: { items: { id: string; slug: string }[] } }>(staff, '{ cities { items { id slug } } }');
  const title = `Round table ${word}`;
  const { createEvent } = await ask<{ createEvent: { id: string; slug: string } }>(staff, 'mutation ($input: CreateEventInput!) { createEvent(input: $input) { id slug } }', {
    input: {
      key: crypto.randomUUID(), slug: `round-table-${word}`, cityId: cities.items.find(({ slug }) => slug === 'oslo')!.id, kind: 'meeting', title, summary: 'A day for city teams.', about: 'Bring one case that went wrong.', language: 'en',
      place: 'City hall, entrance north', timeZone: 'Europe/Oslo', startsLocal: '2027-03-30T09:30', endsLocal: '2027-03-30T16:00', closesLocal: '2027-03-28T12:00', languages: ['en'], chathamHouse: true, audience: 'members', way: 'open',
      limit: 20, seatsPerCity: 1, sessions: [],
    },
  });
  await ask(staff, 'mutation ($input: EventIdInput!) { publishEvent(input: $input) { id } }', { input: { id: createEvent.id } });
  return { slug: createEvent.slug, title };
}

async function register(page: Page, act: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: act }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who is coming?');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Food, access or other help' }).fill('No nuts, please.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('No nuts, please.')).toBeVisible();
  await page.getByRole('button', { name: act }).click();
  await page.waitForURL('**/me/registrations/*');
}

test('two officials of one city, one place: the second waits, the first gives it up, the second is told and seated', async ({ visit }) => {
  test.setTimeout(60_000);
  const word = uniqueWord();
  const [aino, tuomas] = [await visit('coordinatorOfHelsinki', { viewport: { width: 390, height: 844 } }), await visit('officerOfHelsinki', { viewport: { width: 390, height: 844 } })];
  let code = '';
  const { slug, title } = await openMeeting(await visit('administrator'), word);

  await test.step('the first has a place at once', async () => {
    await aino.goto(`/events/${slug}`);
    await expect(aino.getByRole('heading', { level: 1 })).toHaveText(title);
    await register(aino, 'Register');
    await expect(aino.getByRole('main')).toContainText('You have a place');
  });

  await test.step('the second is told that the city’s share is taken, and waits', async () => {
    await tuomas.goto(`/events/${slug}`);
    await expect(tuomas.getByText('All places of Helsinki are taken. You can join the waiting list.')).toBeVisible();
    await register(tuomas, 'Join the waiting list');
    await expect(tuomas.getByRole('main')).toContainText('number 1');
    code = new URL(tuomas.url()).pathname.split('/').at(-1)!;
  });

  await test.step('the first gives the place up; the second’s open page and inbox say so without a reload', async () => {
    await tuomas.evaluate(() => ((window as unknown as { stays: boolean }).stays = true));
    await aino.getByRole('button', { name: 'Cancel my place' }).click();
    await aino.getByRole('dialog').getByRole('button', { name: 'Give it up' }).click();
    await expect(aino.getByRole('button', { name: 'Take it back' })).toBeVisible();
    await expect(tuomas.getByRole('link', { name: 'Add to your calendar' })).toBeVisible();
    expect(await tuomas.evaluate(() => (window as unknown as { stays?: boolean }).stays), 'no reload').toBe(true);
  });

  await test.step('the calendar file has the right hour, after the clock change', async () => {
    const address = await tuomas.getByRole('link', { name: 'Add to your calendar' }).getAttribute('href');
    const file = await tuomas.request.get(address!);
    expect(file.headers()['content-type']).toContain('text/calendar');
    const text = (await file.text()).replace(/\r\n /g, '');
    expect(text).toContain('DTSTART;TZID=Europe/Oslo:20270330T093000');
    // Calendars are shared at work: the entry does not say which meeting of the network it is.
    expect(text).toContain('SUMMARY:Meeting in Oslo');
    expect(text).not.toContain(word);
    // And the zone in the file says which hour that is for the rest of the world.
    expect(text).toMatch(/BEGIN:DAYLIGHT[\s\S]*TZOFFSETTO:\+0200/);
  });

  await test.step('the inbox says what happened and why', async () => {
    await tuomas.goto('/inbox');
    const line = tuomas.getByRole('main').getByRole('listitem').filter({ hasText: title }).first();
    await expect(line).toContainText('A place became free. It is yours');
    await expect(line).toContainText('because you registered');
  });

  await test.step('a mail went out, with the calendar file', async () => {
    const mail = await mailAbout(tuomas, 'officerOfHelsinki', code, /free/i);
    await expect(mail.getByRole('link', { name: 'Calendar file' })).toBeVisible();
    // Like the calendar: under the Chatham House rule a subject on a locked screen does not say which meeting.
    await expect(mail.getByRole('heading')).toHaveText('A place is yours: Meeting in Oslo');
    await expect(mail).not.toContainText(word);
  });
});

/** The newest mails of the demo stand first. */
async function mailAbout(page: Page, who: Person, mark: string, words: RegExp) {
  const mail = page.getByRole('main').getByRole('listitem').filter({ hasText: addressOf(who) }).filter({ hasText: mark }).filter({ hasText: words }).first();
  await expect(async () => {
    await page.goto('/outbox');
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  return mail;
}

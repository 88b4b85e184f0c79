import { ask, expect, expectNoBarriers, expectNoSidewaysScroll, readIn, sayIn, test, uniqueWord } from './test';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const PUBLISH = 'mutation Publish($input: PublishLessonInput!) { publishLesson(input: $input) { id slug } }';
const TRY = 'mutation Try($input: RecordTrialInput!) { recordTrial(input: $input) { id } }';

test('a trial becomes a lesson, and both show how far the idea travelled', async ({ visit }) => {
  test.setTimeout(150_000);
  const word = uniqueWord();
  const key = (what: string) => `${what}-${word}`;
  const ingrid = await visit('worker', PHONE);
  await ingrid.goto('/');
  const { cities } = await ask<{ cities: { items: { id: string; slug: string }[] } }>(ingrid, '{ cities(first: 100) { items { id slug } } }');
  const cityOf = (slug: string) => cities.items.find((city) => city.slug === slug)!.id;
  const { publishLesson: first } = await ask<{ publishLesson: { id: string; slug: string } }>(ingrid, PUBLISH, {
    input: { key: key('lesson'), title: `A bench of ${word}`, short: 'The same bench.', did: 'We sat there.', happened: 'It calmed down.', context: '', differently: '', elsewhere: '', themes: ['inclusive-communities'], level: 'primary', audience: 'public', language: 'en', cityId: cityOf('oslo') },
  });
  const address = `/lessons/${first.id}/${first.slug}`;

  const samira = await visit('arabicReader', PHONE);
  await readIn(samira, 'en');
  await samira.goto(address);
  await expect(samira.getByText('One experience')).toBeVisible();
  await samira.getByRole('button', { name: 'We tried this' }).click();
  const form = samira.getByRole('form', { name: 'We tried this' });
  await form.getByRole('combobox', { name: 'Where did you try it?' }).selectOption({ label: 'Stockholm' });
  await form.getByRole('radio', { name: /changed something/ }).check();
  await form.getByRole('textbox', { name: 'What did you change?' }).fill('Two benches.');
  // Harm is asked for kindly: what others should watch for.
  await form.getByRole('radio', { name: 'Did harm' }).check();
  await expect(form.getByRole('textbox', { name: 'What should others watch for?' })).toBeVisible();
  await form.getByRole('radio', { name: 'Mixed' }).check();
  await form.getByRole('textbox', { name: 'One sentence of advice' }).fill('Put them face to face.');
  await form.getByRole('button', { name: 'Share what happened' }).click();
  await expect(form).toBeHidden();
  await expect(samira.getByText('Put them face to face.').first()).toBeVisible();

  await samira.getByRole('button', { name: 'Make it a lesson of its own' }).click();
  await samira.waitForURL('**/drafts/*');
  const draft = new URL(samira.url()).pathname;
  await samira.goto(`${draft}/did`);
  await expect(samira.getByRole('textbox', { name: 'What did you do, step by step?' })).toHaveValue('Two benches.');
  await samira.goto(`${draft}/words`);
  await expect(samira.getByRole('textbox', { name: 'Title' })).toHaveValue(`A bench of ${word}: what we changed in Stockholm`);
  await samira.getByRole('textbox', { name: 'In short' }).fill('Two benches, face to face.');
  // Left by its address in the same breath: the text is there all the same.
  await samira.goto(`${draft}/readers`);
  await samira.getByRole('radio', { name: /^Everyone/ }).check();
  await samira.goto(draft);
  await samira.getByRole('button', { name: 'Check before publishing' }).click();
  await expect(samira.getByRole('heading', { level: 1 })).toHaveText('Check before publishing');
  await samira.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(samira.getByRole('heading', { level: 1 })).toHaveText('Your lesson is published');
  await samira.getByRole('link', { name: 'Read it' }).click();
  await expect(samira.getByRole('heading', { level: 1 })).toHaveText(`A bench of ${word}: what we changed in Stockholm`);
  await samira.locator('#tried').scrollIntoViewIfNeeded();
  await expect(samira.getByText(/^Adapted from/)).toContainText(`A bench of ${word}`);
  const child = new URL(samira.url()).pathname.split('/')[2]!;
  await samira.getByText(/^Adapted from/).getByRole('link').click();
  await expect(samira.getByRole('heading', { level: 1 })).toHaveText(`A bench of ${word}`);
  await samira.locator('#tried').scrollIntoViewIfNeeded();
  await expect(samira.getByText(/^Became a lesson/)).toBeVisible();
  await expect(samira.getByRole('button', { name: 'Make it a lesson of its own' })).toBeHidden();

  // Its first author is told, and a third city says that it did harm.
  await ingrid.goto('/inbox');
  await expect(ingrid.getByText(/adapted your lesson/).first()).toBeVisible();
  await ask(ingrid, TRY, { input: { key: key('trial'), threadId: child, cityId: cityOf('berlin'), adaptation: 'same', result: 'harmed', advice: `Not beside a school, ${word}.` } });

  const guest = await visit('guest', PHONE);
  await guest.goto(address);
  await guest.locator('#tried').scrollIntoViewIfNeeded();
  await expect(guest.getByText(/^Became a lesson/)).toContainText('what we changed in Stockholm');
  const travelled = guest.locator('#travelled');
  await expect(travelled.getByText('3 cities, 2 trials, 2 lessons.')).toBeVisible();
  await expect(travelled.getByRole('img', { name: /^Map/ })).toBeVisible();
  await expect(travelled.getByRole('list', { name: 'Cities on its way' }).getByRole('listitem').filter({ has: guest.getByRole('link') })).toHaveCount(3);
  await expectNoBarriers(guest);
  await travelled.getByRole('button', { name: 'Table' }).press('Enter');
  await expect(travelled.getByRole('row').filter({ hasText: 'Berlin' })).toContainText('Did harm');
  await expectNoBarriers(guest);
  await travelled.getByRole('button', { name: 'Tree' }).press('Enter');
  await expect(travelled.getByText('You are here')).toBeVisible();
  await travelled.getByRole('link', { name: /what we changed in Stockholm/ }).click();
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(/what we changed in Stockholm/);
  await guest.locator('#tried').scrollIntoViewIfNeeded();
  await expect(guest.getByRole('region', { name: 'What to watch for' })).toContainText(`Not beside a school, ${word}.`);

  await readIn(guest, 'ar', 'dark');
  await guest.goto(address);
  await guest.locator('#tried').scrollIntoViewIfNeeded();
  for (const view of ['map', 'table', 'tree']) {
    await guest.locator('#travelled').getByRole('button', { name: sayIn('ar', 'forum', `forum.chain.view.${view}`), exact: true }).click();
    await expectNoBarriers(guest);
    await expectNoSidewaysScroll(guest);
  }
  // A map is never mirrored.
  await guest.locator('#travelled').getByRole('button', { name: sayIn('ar', 'forum', 'forum.chain.view.map'), exact: true }).click();
  await expect(guest.locator('#travelled svg[role=img]').first()).toHaveCSS('direction', 'ltr');
});

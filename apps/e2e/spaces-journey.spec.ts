import { ask, expect, expectNoBarriers, expectNoSidewaysScroll, test, uniqueWord } from './test';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const CREATE = 'mutation C($input: CreateSpaceInput!) { createSpace(input: $input) { id slug } }';
const PUBLISH = 'mutation P($input: PublishLessonInput!) { publishLesson(input: $input) { id slug } }';

test('a closed space: asked, admitted, read inside, and on no page outside', async ({ visit }) => {
  test.setTimeout(180_000);
  const word = uniqueWord();
  const coordinator = await visit('coordinator');
  await coordinator.goto('/');
  const { viewer } = await ask<{ viewer: { handle: string } }>(coordinator, '{ viewer { handle } }');
  const administrator = await visit('administrator');
  await administrator.goto('/');
  const make = (kind: string, joining: string) => ask<{ createSpace: { id: string; slug: string } }>(administrator, CREATE, {
    input: { key: `${kind}-${word}`, name: `Night ${word} ${kind}`, purpose: 'To think aloud.', language: 'en', kind, joining, moderator: viewer.handle, agreement: 'What is said here **stays here**.' },
  });
  const { createSpace: space } = await make('private', 'request');
  const { createSpace: hidden } = await make('hidden', 'invitation');

  for (const { slug } of [space, hidden]) {
    await coordinator.goto(`/spaces/${slug}`);
    await coordinator.getByRole('button', { name: 'Accept' }).click();
    await expect(coordinator.getByRole('alert').first()).toContainText('Tick that you accept');
    await coordinator.getByRole('checkbox', { name: 'I accept this agreement' }).check();
    await coordinator.getByRole('button', { name: 'Accept' }).click();
    await expect(coordinator.getByText('You care for it')).toBeVisible();
  }
  const lesson = (spaceId: string, title: string) => ask<{ publishLesson: { id: string; slug: string } }>(coordinator, PUBLISH, {
    input: { key: `${title}-${word}`, title: `${title} planted${word}`, short: `planted${word}`, did: `planted${word}`, happened: 'It helped.', context: '', differently: '', elsewhere: '', themes: ['inclusive-communities'], level: 'primary', audience: 'public', language: 'en', spaceId },
  });
  const { publishLesson: inside } = await lesson(space.id, 'Inside');
  const { publishLesson: unseen } = await lesson(hidden.id, 'Unseen');

  const worker = await visit('worker', PHONE);
  await worker.goto('/spaces');
  await worker.getByRole('link', { name: `Night ${word} private` }).click();
  await expect(worker.getByText('Only those who belong to this space see what is in it.')).toBeVisible();
  await worker.getByRole('textbox', { name: 'Why do you want to join?' }).fill('I work at night.');
  // What was typed survives.
  await expect(worker.getByText(/Saved/)).toBeVisible();
  await worker.reload();
  await expect(worker.getByRole('textbox', { name: 'Why do you want to join?' })).toHaveValue('I work at night.');
  await worker.getByRole('checkbox', { name: 'I accept this agreement' }).check();
  await expectNoBarriers(worker);
  await expectNoSidewaysScroll(worker);
  await worker.getByRole('button', { name: 'Send request' }).click();
  await expect(worker.getByText('You will hear of the answer')).toBeVisible();

  // On no page of anybody else, before: rendered on the server, with what the page carries along.
  const outside = [await visit('guest'), await visit('moderator'), administrator, worker];
  for (const page of outside) {
    for (const address of ['/', '/lessons', `/lessons?q=planted${word}`, `/search?q=planted${word}`, '/spaces', '/cities/oslo', '/inbox', '/staff/moderation', '/outbox']) {
      const response = await page.request.get(address);
      const text = (await response.text()).replaceAll(`q=planted${word}`, '').replaceAll(encodeURIComponent(`planted${word}`), '');
      // What one searched for may stand in the field and in the head; the titles may not stand anywhere.
      expect([address, /(Inside|Unseen) planted/.test(text)]).toEqual([address, false]);
    }
    for (const { id, slug } of [inside, unseen]) expect((await page.request.get(`/lessons/${id}/${slug}`)).status()).toBe((await page.request.get(`/lessons/${crypto.randomUUID()}/${slug}`)).status());
    expect(await (await page.request.get('/spaces')).text()).not.toContain(`Night ${word} hidden`);
  }

  await coordinator.goto(`/spaces/${space.slug}/care`);
  await expectNoBarriers(coordinator);
  await coordinator.getByRole('button', { name: /^Admit/ }).click();
  await expect(coordinator.getByText('Nobody waits for an answer.')).toBeVisible();
  await worker.goto(`/spaces/${space.slug}`);
  await expect(worker.getByRole('link', { name: `Inside planted${word}` })).toBeVisible();
  await worker.getByRole('button', { name: 'Leave this space' }).click();
  await worker.getByRole('button', { name: 'Undo' }).click();
  await expect(worker.getByRole('link', { name: `Inside planted${word}` })).toBeVisible();
});

import { ask, expect, expectNoBarriers, test, uniqueWord, type Page } from './test';

const DESK = { viewport: { width: 1280, height: 844 } };

/** A lesson of this story alone, with one reply by Ingrid that says too much. */
async function tellTooMuch(author: Page, replier: Page, word: string): Promise<{ lesson: string; reply: string }> {
  const { publishLesson } = await ask<{ publishLesson: { id: string } }>(author, `mutation ($input: PublishLessonInput!) { publishLesson(input: $input) { id } }`, {
    input: { key: crypto.randomUUID(), title: `A door that opens at ${word}`, short: 'We open earlier.', did: 'We opened the door an hour earlier.', happened: 'More people came.', context: '', differently: '', elsewhere: '', themes: ['multi-agency-work'], level: 'primary', language: 'en', audience: 'public' },
  });
  const { postReply } = await ask<{ postReply: { id: string } }>(replier, `mutation ($input: PostReplyInput!) { postReply(input: $input) { id } }`, {
    input: { key: crypto.randomUUID(), threadId: publishLesson.id, text: `The boy from the ${word} bakery came too.` },
  });
  return { lesson: `/lessons/${publishLesson.id}`, reply: postReply.id };
}

test('a reply is reported, and hidden with a rule and with words; everybody learns what concerns them', async ({ visit }) => {
  test.setTimeout(60_000);
  const word = uniqueWord();
  const [aino, ingrid, tuomas] = [await visit('coordinatorOfHelsinki'), await visit('worker'), await visit('officerOfHelsinki')];
  const { lesson, reply } = await tellTooMuch(aino, ingrid, word);

  await test.step('a reader reports it', async () => {
    await tuomas.goto(lesson);
    const said = tuomas.locator(`#reply-${reply}`);
    await said.getByRole('button', { name: 'More for this reply' }).click();
    await said.getByRole('button', { name: 'Report to moderators' }).click();
    const dialog = tuomas.getByRole('dialog', { name: 'Report this text' });
    await dialog.getByRole('radio', { name: /^Personal data/ }).check();
    await dialog.getByRole('textbox', { name: 'What should moderators know?' }).fill('One can tell who it is.');
    await dialog.getByRole('button', { name: 'Send report' }).click();
    await expect(tuomas.getByRole('dialog', { name: 'Your report was sent' })).toBeVisible();
    await tuomas.getByRole('button', { name: 'Close' }).last().click();
  });

  const lea = await visit('moderator', DESK);
  await test.step('a moderator takes the case', async () => {
    await lea.goto('/staff/moderation');
    await lea.getByRole('link').filter({ hasText: word }).click();
    await expect(lea.getByText('One can tell who it is.')).toBeVisible();
    await lea.getByRole('button', { name: 'Take this case' }).click();
    await expect(lea.getByText(/^It is yours until/)).toBeVisible();
  });

  await test.step('and hides it: the rule is proposed, the words are changed', async () => {
    await lea.getByRole('button', { name: 'Hide' }).click();
    await expect(lea.getByRole('radio', { name: 'No personal data' })).toBeChecked();
    await lea.getByRole('textbox', { name: 'Your words to the author' }).fill(`Readers can tell who the boy is. Take the ${word} bakery out, please.`);
    await lea.getByRole('button', { name: 'Hide the text' }).click();
    await expect(lea.getByText('The text is hidden.')).toBeVisible();
  });

  await test.step('the number at Moderation goes with it', async () => {
    await expect(async () => {
      const { viewer } = await ask<{ viewer: { openCaseCount: number } }>(lea, '{ viewer { openCaseCount } }');
      const places = lea.getByRole('navigation', { name: 'Places' });
      if (viewer.openCaseCount > 0) await expect(places).toContainText(`${viewer.openCaseCount} open case`, { timeout: 500 });
      else await expect(places).not.toContainText('open case', { timeout: 500 });
    }).toPass();
  });

  await test.step('everybody else sees that something was removed, and why', async () => {
    const guest = await visit('guest');
    for (const page of [tuomas, guest]) {
      await page.goto(lesson);
      await expect(page.locator(`#reply-${reply}`)).toContainText('Removed: personal data');
      await expect(page.getByText('bakery')).toHaveCount(0);
    }
  });

  await test.step('its author sees the reason', async () => {
    await ingrid.goto('/inbox');
    await ingrid.getByRole('main').getByRole('listitem').filter({ hasText: 'A moderator hid a text of yours' }).first().getByRole('link').click();
    await expect(ingrid.getByRole('main')).toContainText(`Take the ${word} bakery out, please.`);
    await expect(ingrid.getByRole('main')).toContainText('No personal data');
    await expect(ingrid.getByRole('main')).not.toContainText('Lea');
    await expectNoBarriers(ingrid); // nothing in the sample leads to this page
  });

  await test.step('who reported it hears the outcome, and no name', async () => {
    await tuomas.goto('/inbox');
    await expect(tuomas.getByText('A moderator looked at what you reported. It was hidden.').first()).toBeVisible();
  });

  await test.step('the audit log has it', async () => {
    const daniel = await visit('administrator', DESK);
    await daniel.goto('/staff/audit');
    await expect(daniel.getByText(/Lea Brandt.* decided: .*/i).first()).toBeVisible();
    await expect(daniel.getByText(/Nothing was changed or removed/)).toBeVisible();
  });
});

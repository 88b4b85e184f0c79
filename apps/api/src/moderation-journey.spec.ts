import { IdentityModule } from '@crosscity/identity/server';
import { type MemberClient, makeMember, makeStaff } from '@crosscity/identity/testing';
import { ModerationModule } from '@crosscity/moderation/server';
import { type Notes, useNotes } from '@crosscity/moderation/testing';
import { NotificationsModule } from '@crosscity/notifications/server';
import { newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';

const INBOX = `query ($view: InboxView!) { inbox(view: $view) { items { kind reason title path values { name value } } } }`;

let app: TestApp;
let notes: Notes;
let ingrid: MemberClient;

beforeAll(async () => {
  app = await startApp([IdentityModule, ModerationModule, NotificationsModule], { MODE: 'demo' });
  notes = await useNotes(app);
  ingrid = await makeMember(app, { name: 'Ingrid' });
});

describe('a report, from the flag to the reasons (journey 3)', () => {
  it('tells moderators, then the author the rule, then the reporter the outcome, and nobody else anything', async () => {
    const [jens, maja, omar, bystander] = await Promise.all([makeMember(app), makeStaff(app, { name: 'Maja' }), makeStaff(app, { name: 'Omar' }), makeMember(app)]);
    const noteId = await notes.write(ingrid.person.voiceId, 'names a boy');
    const queue = await maja.connect();
    await queue.emitWithAck('look', { kind: 'queue', id: 'all' });
    const signal = new Promise((resolve) => queue.on('signal', (hint: { kind: string }) => hint.kind === 'queue' && resolve(hint)));
    await jens.ask(`mutation ($input: ReportContentInput!) { reportContent(input: $input) { id } }`, { input: { key: newId(), kind: 'note', id: noteId, reason: 'personalData', note: 'a name' } });
    await app.settle();
    await expect(signal).resolves.toMatchObject({ kind: 'queue', id: 'all' });
    maja.hangUp();
    const [line] = (await maja.ask(INBOX, { view: 'new' })).inbox.items;
    expect(line).toMatchObject({ kind: 'moderation.reported', reason: 'staff', title: 'Note names a boy' });
    const caseId = line.path.split('/').at(-1);

    await omar.ask(`mutation ($input: DecideCaseInput!) { decideCase(input: $input) { status } }`, { input: { key: newId(), id: caseId, version: 1, action: 'hide', rule: 'personalData', words: 'It names a boy.', language: 'en' } });
    await app.settle();
    const [decided] = (await ingrid.ask(INBOX, { view: 'new' })).inbox.items;
    expect(decided).toMatchObject({ kind: 'moderation.decided', reason: 'author', title: 'Note names a boy' });
    expect(decided.values).toEqual(expect.arrayContaining([{ name: 'action', value: 'hide' }, { name: 'rule', value: 'personalData' }]));
    const { myDecision } = await ingrid.ask(`query ($id: ID!) { myDecision(id: $id) { words rule } }`, { id: decided.path.split('/').at(-1) });
    expect(myDecision).toEqual({ words: 'It names a boy.', rule: 'personalData' });
    const [outcome] = (await jens.ask(INBOX, { view: 'new' })).inbox.items;
    expect(outcome).toMatchObject({ kind: 'moderation.decided', reason: 'reporter', title: '', values: [{ name: 'action', value: 'hide' }] });
    expect((await bystander.ask(INBOX, { view: 'new' })).inbox.items).toEqual([]);

    const { outbox } = await app.guest().ask(`{ outbox { items { to subject text path } } }`);
    expect(outbox.items[0]).toMatchObject({ subject: 'A text of yours was hidden', path: decided.path });
    expect(outbox.items[0].to).toContain(ingrid.person.email);
    expect(outbox.items[0].text).not.toContain('It names a boy');
  });
});

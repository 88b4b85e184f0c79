import { IdentityModule, PersonEntity, VoiceEntity } from '@crosscity/identity/server';
import { type MemberClient, makeMember } from '@crosscity/identity/testing';
import { NotificationsModule } from '@crosscity/notifications/server';
import { Teller } from './teller';
import type { Fact } from '@crosscity/platform/contract';
import { Database, FactBook, type Notice, Notices, SYSTEM, Subjects, newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';
import { Module, type OnModuleInit } from '@nestjs/common';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Facts {
      'test.happened': { to: string };
    }
  }
}

/** A capability that tells whom and what its tests put here. */
const told: { notices: Notice[]; asked: number; hidden: Set<string> } = { notices: [], asked: 0, hidden: new Set() };

@Module({})
class TestModule implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.notices.source('test.happened', async () => {
      told.asked += 1;
      return told.notices;
    });
    this.subjects.register({
      kind: 'thing',
      followers: async () => [],
      load: async (_actor, ids) => new Map(ids.filter((id) => !told.hidden.has(id)).map((id) => [id, { kind: 'thing', id, title: `Thing ${id.slice(0, 4)}`, language: 'en', path: `/things/${id}` }])),
    });
  }
}

const INBOX = `query ($view: InboxView!, $first: Int, $after: String) { inbox(view: $view, first: $first, after: $after) { nextCursor
  items { id kind reason newCount newestAt title path isAvailable voiceCount voices { name } values { name value } } } viewer { unreadCount } }`;
const MARK = `mutation ($input: MarkReadInput!) { markRead(input: $input) { mark count unreadCount } }`;
const UNDO = `mutation ($input: UndoReadInput!) { undoRead(input: $input) { count unreadCount } }`;

let app: TestApp;
let database: Database;
let ingrid: MemberClient;

beforeAll(async () => {
  app = await startApp([IdentityModule, TestModule, NotificationsModule], { MODE: 'demo' });
  database = app.nest.get(Database);
});

beforeEach(async () => {
  ingrid = await makeMember(app, { name: 'Ingrid' });
  told.hidden.clear();
});

const notice = (personId: string, change: Partial<Notice> = {}): Notice => ({ to: { personId }, reason: 'follows', subject: { kind: 'thing', id: newId() }, group: `thing:${newId()}`, mail: 'never', ...change });

async function happen(...notices: Notice[]): Promise<void> {
  told.notices = notices;
  await app.work.run(SYSTEM, (tx) => tx.record('test.happened', { to: 'somebody' }));
  await app.settle();
}

describe('telling', () => {
  it('makes one line and one mail of a fact that the queue brings twice, and asks its capability once', async () => {
    const fact: Fact<'test.happened'> = { id: newId(), kind: 'test.happened', at: new Date().toISOString(), data: { to: 'x' } };
    told.notices = [notice(ingrid.person.id, { mail: 'now' })];
    told.asked = 0;
    await app.nest.get(FactBook).handle({ fact, handler: 'notifications.tell' });
    await Promise.all([1, 2, 3].map(() => app.nest.get(FactBook).handle({ fact, handler: 'notifications.tell' })));
    expect(told.asked).toBe(1);
    expect(await database.rows(`select id from notification where person_id = $1`, [ingrid.person.id])).toHaveLength(1);
    expect(await database.rows(`select id from mail where person_id = $1`, [ingrid.person.id])).toHaveLength(1);
  });

  it('makes one of each when four nodes get the fact at the same moment', async () => {
    const fact: Fact<'test.happened'> = { id: newId(), kind: 'test.happened', at: new Date().toISOString(), data: { to: 'x' } };
    told.notices = [notice(ingrid.person.id, { mail: 'now' })];
    // Straight at the teller: one node would gather them into one.
    await Promise.all([1, 2, 3, 4].map(() => app.nest.get(Teller, { strict: false }).tell([fact])));
    expect(await database.rows(`select id from notification where person_id = $1`, [ingrid.person.id])).toHaveLength(1);
    expect(await database.rows(`select id from mail where person_id = $1`, [ingrid.person.id])).toHaveLength(1);
  });

  it('tells nobody who left, and goes on with the others', async () => {
    const left = await makeMember(app);
    await app.work.run(SYSTEM, (tx) => tx.repo(PersonEntity).update({ id: left.person.id }, { status: 'suspended' }));
    await happen(notice(left.person.id, { mail: 'now' }), notice(newId()), notice(ingrid.person.id));
    expect((await ingrid.ask(INBOX, { view: 'new' })).viewer.unreadCount).toBe(1);
    expect(await database.rows(`select id from mail where person_id = $1`, [left.person.id])).toHaveLength(0);
  });

  it('signals within a second', async () => {
    const socket = await ingrid.connect();
    const signal = new Promise((resolve) => socket.once('signal', resolve));
    const began = performance.now();
    await happen(notice(ingrid.person.id));
    await expect(signal).resolves.toEqual({ kind: 'inbox' });
    expect(performance.now() - began).toBeLessThan(1_000);
    ingrid.hangUp();
  });

  it('counts right after a reconnect, whatever was missed meanwhile', async () => {
    const socket = await ingrid.connect();
    socket.disconnect();
    await happen(notice(ingrid.person.id));
    await happen(notice(ingrid.person.id));
    await ingrid.connect();
    expect((await ingrid.ask(INBOX, { view: 'new' })).viewer.unreadCount).toBe(2);
    ingrid.hangUp();
  });
});

describe('the inbox', () => {
  it('groups by thing: the newest, how many, who spoke', async () => {
    const voices = await app.work.run(SYSTEM, (tx) => tx.repo(VoiceEntity).save(['Jens', 'Samira', 'Ole', 'Ada'].map((name) => ({ id: newId(), kind: 'member' as const, name, handle: name.toLowerCase(), title: null, place: null, cityId: null }))));
    const subject = { kind: 'thing', id: newId() };
    for (const voice of voices) await happen(notice(ingrid.person.id, { subject, group: 'thing:1', voiceId: voice.id, values: { result: voice.name! } }));
    const { inbox } = await ingrid.ask(INBOX, { view: 'new' });
    expect(inbox.items).toHaveLength(1);
    expect(inbox.items[0]).toMatchObject({ id: 'thing:1', newCount: 4, voiceCount: 4, voices: [{ name: 'Ada' }, { name: 'Ole' }, { name: 'Samira' }], values: [{ name: 'result', value: 'Ada' }], path: `/things/${subject.id}` });
  });

  it('does not say what one may no longer see: no title, no voice, no value, no path', async () => {
    const subject = { kind: 'thing', id: newId() };
    await happen(notice(ingrid.person.id, { subject, values: { rule: 'danger' }, path: `/things/${subject.id}?reply=1`, voiceId: ingrid.person.voiceId }));
    told.hidden.add(subject.id);
    const { inbox } = await ingrid.ask(INBOX, { view: 'new' });
    expect(inbox.items[0]).toMatchObject({ isAvailable: false, title: null, path: null, voices: [], voiceCount: 0, values: [] });
  });

  it('marks what was seen, keeps what came later, and undoes exactly one act', async () => {
    await happen(notice(ingrid.person.id, { group: 'thing:a' }));
    await happen(notice(ingrid.person.id, { group: 'thing:b' }));
    const { inbox } = await ingrid.ask(INBOX, { view: 'new' });
    const upTo = inbox.items[0].newestAt;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await happen(notice(ingrid.person.id, { group: 'thing:a' }));
    const one = (await ingrid.ask(MARK, { input: { groups: ['thing:b'], upTo } })).markRead;
    expect(one).toMatchObject({ count: 1, unreadCount: 1 });
    const all = (await ingrid.ask(MARK, { input: { upTo } })).markRead;
    expect(all).toMatchObject({ count: 1, unreadCount: 1 }); // the older notice of thing:a; its line has another
    expect((await ingrid.ask(INBOX, { view: 'new' })).inbox.items).toMatchObject([{ id: 'thing:a', newCount: 1 }]);
    expect((await ingrid.ask(INBOX, { view: 'earlier' })).inbox.items).toMatchObject([{ id: 'thing:b', newCount: 0 }]);
    expect((await ingrid.ask(UNDO, { input: { mark: all.mark } })).undoRead).toMatchObject({ count: 1, unreadCount: 1 });
    expect((await ingrid.ask(UNDO, { input: { mark: one.mark } })).undoRead).toMatchObject({ count: 1, unreadCount: 2 });
    const { markGroupUnread } = await ingrid.ask(`mutation { markGroupUnread(input: { group: "thing:b" }) { unreadCount } }`);
    expect(markGroupUnread.unreadCount).toBe(2);
  });

  it('counts what it shows: lines, not the notices in them', async () => {
    for (const group of ['thing:a', 'thing:a', 'thing:a', 'thing:b']) await happen(notice(ingrid.person.id, { group }));
    const { inbox, viewer } = await ingrid.ask(INBOX, { view: 'new' });
    expect(viewer.unreadCount).toBe(inbox.items.length);
    expect(inbox.items.map(({ newCount }: { newCount: number }) => newCount).sort()).toEqual([1, 3]);
    expect((await ingrid.ask(MARK, { input: { upTo: new Date().toISOString() } })).markRead).toMatchObject({ count: 2, unreadCount: 0 });
  });

  it('has no new line of a thing that one looked at without it, and tells the other devices', async () => {
    const jens = await makeMember(app);
    await happen(notice(ingrid.person.id, { group: 'thing:seen' }), notice(jens.person.id, { group: 'thing:seen' }));
    await happen(notice(ingrid.person.id, { group: 'thing:other' }));
    const socket = await ingrid.connect();
    const heard = new Promise((resolve) => socket.once('signal', resolve));
    const afterwards = await app.work.run(SYSTEM, (tx) => app.nest.get(Notices).seen(tx, ingrid.person.id, 'thing:seen'));
    afterwards();
    expect(await heard).toEqual({ kind: 'inbox' });
    expect((await ingrid.ask(INBOX, { view: 'new' })).inbox.items).toMatchObject([{ id: 'thing:other' }]);
    expect((await jens.ask(INBOX, { view: 'new' })).viewer.unreadCount).toBe(1);
    ingrid.hangUp();
  });

  it('touches nobody else\'s lines', async () => {
    const jens = await makeMember(app);
    await happen(notice(ingrid.person.id, { group: 'thing:x' }), notice(jens.person.id, { group: 'thing:x' }));
    const { mark } = (await ingrid.ask(MARK, { input: { upTo: new Date().toISOString() } })).markRead;
    expect((await jens.ask(INBOX, { view: 'new' })).viewer.unreadCount).toBe(1);
    expect((await jens.ask(UNDO, { input: { mark } })).undoRead.count).toBe(0);
    await expect(app.guest().ask(INBOX, { view: 'new' })).rejects.toMatchObject({ code: 'platform.signInFirst' });
  });

  it('pages without gaps, and costs the same for 1 and 20 groups', async () => {
    for (let round = 0; round < 25; round += 1) await happen(notice(ingrid.person.id, { group: `thing:${round}`, voiceId: ingrid.person.voiceId }));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { inbox }: { inbox: { items: { id: string }[]; nextCursor: string | null } } = await ingrid.ask(INBOX, { view: 'new', first: 10, after });
      seen.push(...inbox.items.map(({ id }) => id));
      after = inbox.nextCursor;
    } while (after);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `thing:${24 - index}`));
    const few = await app.counting(() => ingrid.ask(INBOX, { view: 'new', first: 1 }));
    const many = await app.counting(() => ingrid.ask(INBOX, { view: 'new', first: 20 }));
    expect(many.statements.length).toBe(few.statements.length);
    expect(many.statements.length).toBeLessThanOrEqual(5);
  });

  it('refuses bad input', async () => {
    await expect(ingrid.ask(MARK, { input: { groups: Array(101).fill('a'), upTo: new Date().toISOString() } })).rejects.toMatchObject({ code: 'platform.invalid' });
    await expect(ingrid.ask(INBOX, { view: 'new', after: 'nonsense' })).rejects.toMatchObject({ code: 'platform.invalid' });
    await expect(ingrid.ask(INBOX, { view: 'new', first: 101 })).rejects.toMatchObject({ code: 'platform.invalid' });
  });
});

describe('choosing mail', () => {
  it('can switch off what can be off, and nothing else', async () => {
    const SET = `mutation ($input: SetMailPreferenceInput!) { setMailPreference(input: $input) { topic isOn canBeOff } }`;
    const { setMailPreference } = await ingrid.ask(SET, { input: { topic: 'meetings', isOn: false } });
    expect(setMailPreference).toContainEqual({ topic: 'meetings', isOn: false, canBeOff: true });
    await expect(ingrid.ask(SET, { input: { topic: 'decisions', isOn: false } })).rejects.toMatchObject({ code: 'platform.invalid' });
  });
});

describe('the outbox', () => {
  it('is not there outside demo mode', async () => {
    const live = await startApp([IdentityModule, NotificationsModule]);
    await expect(live.guest().ask(`{ outbox { items { id } } }`)).rejects.toMatchObject({ code: 'platform.notFound' });
    expect((await live.guest().fetch(`/outbox/${newId()}.ics`)).status).toBe(404);
  });

  it('hands the calendar file over', async () => {
    await happen(notice(ingrid.person.id, { mail: 'now', calendar: { method: 'PUBLISH', filename: 'oslo.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } }));
    const { outbox } = await ingrid.ask(`{ outbox(first: 1) { items { calendar } } }`);
    const file = await app.guest().fetch(outbox.items[0].calendar);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(file.headers.get('content-disposition')).toContain('oslo.ics');
    expect(await file.text()).toContain('BEGIN:VCALENDAR');
  });
});

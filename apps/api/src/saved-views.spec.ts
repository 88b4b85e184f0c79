import { CitiesModule } from '@crosscity/cities/server';
import { makeCity, makeTheme } from '@crosscity/cities/testing';
import { ForumModule, LessonsService, SavedViewsRepository } from '@crosscity/forum/server';
import { Actors, Circles, IdentityModule } from '@crosscity/identity/server';
import { type MemberClient, makeMember } from '@crosscity/identity/testing';
import { ModerationModule } from '@crosscity/moderation/server';
import { NotificationsModule } from '@crosscity/notifications/server';
import { Database, SYSTEM, newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';

const SAVE = `mutation Save($input: SaveViewInput!) { saveView(input: $input) { id name alerts themes } }`;
const CHANGE = `mutation Change($input: ChangeViewInput!) { changeView(input: $input) { name alerts } }`;
const REMOVE = `mutation R($input: ViewInput!) { removeView(input: $input) { id } }`;
const RESTORE = `mutation R($input: ViewInput!) { restoreView(input: $input) { id } }`;
const VIEWS = `{ savedViews { id name } }`;
const INBOX = `{ inbox(view: new) { items { kind reason newCount title path voices { name } } } }`;

let app: TestApp;
let writer: MemberClient;

beforeAll(async () => {
  app = await startApp([IdentityModule, ModerationModule, CitiesModule, ForumModule, NotificationsModule]);
  await makeTheme(app, 'schools', { en: 'Schools' });
  await makeTheme(app, 'online', { en: 'Online' });
  await makeCity(app, { name: 'Oslo', slug: 'oslo' });
  writer = await makeMember(app, { name: 'Writer' });
});

const view = (change: Record<string, unknown> = {}) => ({ key: newId(), name: 'My schools', place: 'lessons', themes: ['schools'], alerts: true, ...change });
const publish = async (change: Record<string, unknown> = {}) => {
  const actor = await app.nest.get(Actors).load(writer.person.id);
  await app.nest.get(LessonsService).publish(actor!, {
    key: newId(), title: 'Breakfast at school', short: 'Eat together.', context: '', did: 'We ate.', happened: 'Fewer fights.', differently: '', elsewhere: '', themes: ['schools'], level: 'primary', audience: 'public', language: 'en', ...change,
  } as never);
  await app.settle();
};
const inboxOf = async (who: MemberClient) => (await who.ask(INBOX)).inbox.items;

describe('kept views', () => {
  it('tell of new lessons in one line, with their own name, and only of what is in them', async () => {
    const reader = await makeMember(app);
    const { saveView } = await reader.ask(SAVE, { input: view() });
    await publish();
    await publish({ themes: ['online'] });
    await publish({ title: 'Second breakfast' });
    expect(await inboxOf(reader)).toEqual([{ kind: 'forum.viewMatched', reason: 'savedView', newCount: 2, title: 'My schools', path: '/lessons?theme=schools', voices: [] }]);
    expect(await inboxOf(writer)).toEqual([]);
    await reader.ask(CHANGE, { input: { id: saveView.id, alerts: false } });
    await publish();
    expect((await inboxOf(reader))[0].newCount).toBe(2);
  });

  it('match words in any language of the text, and every facet', async () => {
    const by = await Promise.all([
      { query: 'walruses', place: 'search', themes: [] }, { cities: ['oslo'], themes: [] }, { levels: ['secondary'], themes: [] }, { languages: ['ar'], themes: [] }, { audiences: ['members'], themes: [] }, { results: ['worked'], themes: [] },
    ].map(async (change) => {
      const reader = await makeMember(app);
      await reader.ask(SAVE, { input: view(change) });
      return reader;
    }));
    await publish({ title: 'A walrus', level: 'secondary', audience: 'members', language: 'en' });
    const told = await Promise.all(by.map(async (reader) => (await inboxOf(reader)).length));
    expect(told).toEqual([1, 0, 1, 0, 1, 0]);
    expect((await inboxOf(by[0]!))[0].path).toBe('/search?q=walruses');
  });

  it('never tell of what one may not read, and one lesson is one line even where many keep two views', async () => {
    const reader = await makeMember(app);
    await reader.ask(SAVE, { input: view({ name: 'First' }) });
    await reader.ask(SAVE, { input: view({ name: 'Second', themes: [] }) });
    await publish();
    expect(await inboxOf(reader)).toMatchObject([{ title: 'First', newCount: 1 }]);
  });

  it('tell of a lesson in a closed space only those who belong to it, and nobody once it is hidden', async () => {
    const database = app.nest.get(Database);
    const inside = await makeMember(app);
    const outside = await makeMember(app);
    for (const reader of [inside, outside]) await reader.ask(SAVE, { input: view({ themes: [], query: 'okapirest' }) });
    await publish({ title: 'Okapirest before' });
    const views = app.nest.get(SavedViewsRepository);
    const [lesson] = await database.rows<{ id: string }>(`select thread_id id from lesson_text where title = 'Okapirest before'`);
    const threadId = lesson!.id;
    const spaceId = newId();
    await database.rows(`insert into space (id, slug, name, kind, joining, created_at) values ($1, $2, 'Room', 'hidden', 'invitation', now())`, [spaceId, `room-${spaceId}`]);
    await app.work.run(SYSTEM, (tx) => app.nest.get(Circles).enter(tx, spaceId, inside.person.id));
    await database.rows(`update thread set audience = 'space', space_id = $2 where id = $1`, [threadId, spaceId]);
    expect((await views.matches(threadId, null, null, 10)).map(({ personId }) => personId)).toEqual([inside.person.id]);
    await database.rows(`update thread set status = 'withdrawn', gone_at = now() where id = $1`, [threadId]);
    expect(await views.matches(threadId, null, null, 10)).toEqual([]);
  });

  it('are one\'s own: nobody else sees, renames or removes them; a removal can be taken back; the same key saves once', async () => {
    const reader = await makeMember(app);
    const other = await makeMember(app);
    const input = view();
    const { saveView } = await reader.ask(SAVE, { input });
    expect((await reader.ask(SAVE, { input })).saveView.id).toBe(saveView.id);
    for (const [act, change] of [[CHANGE, { name: 'x' }], [REMOVE, {}], [RESTORE, {}]] as const) {
      await expect(other.ask(act, { input: { id: saveView.id, ...change } })).rejects.toMatchObject({ code: 'platform.notFound' });
    }
    expect((await other.ask(VIEWS)).savedViews).toEqual([]);
    await expect(app.guest().ask(VIEWS)).rejects.toMatchObject({ code: 'platform.signInFirst' });
    await reader.ask(CHANGE, { input: { id: saveView.id, name: 'Renamed' } });
    await reader.ask(REMOVE, { input: { id: saveView.id } });
    expect((await reader.ask(VIEWS)).savedViews).toEqual([]);
    await reader.ask(RESTORE, { input: { id: saveView.id } });
    expect((await reader.ask(VIEWS)).savedViews).toEqual([{ id: saveView.id, name: 'Renamed' }]);
  });

  it('are fifty at most, also when many are saved at once, and refuse odd values', async () => {
    const reader = await makeMember(app);
    const answers = await Promise.allSettled(Array.from({ length: 55 }, () => reader.ask(SAVE, { input: view() })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    for (const change of [{ name: ' ' }, { name: 'a\u0000' }, { name: 'x'.repeat(81) }, { themes: Array.from({ length: 10_000 }, (_, at) => `t${at}`) }, { query: '\ud800' }]) {
      await expect((await makeMember(app)).ask(SAVE, { input: view(change) })).rejects.toMatchObject({ code: 'platform.invalid' });
    }
  });
});

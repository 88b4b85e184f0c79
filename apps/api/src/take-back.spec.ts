import { CitiesModule } from '@crosscity/cities/server';
import { makeTheme } from '@crosscity/cities/testing';
import { FilesModule } from '@crosscity/files/server';
import { ForumModule, ThreadEntity } from '@crosscity/forum/server';
import { makeReply } from '@crosscity/forum/testing';
import { IdentityModule } from '@crosscity/identity/server';
import { type MemberClient, makeMember, makeStaff } from '@crosscity/identity/testing';
import { ModerationModule } from '@crosscity/moderation/server';
import { NotificationsModule } from '@crosscity/notifications/server';
import { SYSTEM, newId } from '@crosscity/platform/server';
import { type Client, type TestApp, startApp } from '@crosscity/platform/testing';

const PUBLISH = `mutation ($input: PublishLessonInput!) { publishLesson(input: $input) { id takeBackUntil } }`;
const TAKE_BACK = `mutation ($input: TakeBackLessonInput!) { takeBackLesson(input: $input) { id kind version content { title did themes level audience language } } }`;
const READ = `query ($id: ID!) { lesson(id: $id) { id title takeBackUntil } }`;
const INBOX = `{ inbox(view: new) { items { kind title } } viewer { unreadCount } }`;

let app: TestApp;
let ingrid: MemberClient;
let samira: MemberClient;
let moderator: MemberClient;

beforeAll(async () => {
  app = await startApp([IdentityModule, ModerationModule, CitiesModule, FilesModule, ForumModule, NotificationsModule], { MODE: 'demo' });
  lesson.themes = [await makeTheme(app)];
  [ingrid, samira, moderator] = await Promise.all([makeMember(app, { name: 'Ingrid' }), makeMember(app, { name: 'Samira' }), makeStaff(app, { name: 'Lea', role: 'administrator' })]);
});

const lesson = { title: 'Published by mistake', short: 'Too early.', context: '', did: 'We *wrote* it.', happened: 'It was out.', differently: '', elsewhere: '', themes: [] as string[], level: 'primary', audience: 'public', language: 'en' };
const publish = async (): Promise<{ id: string; takeBackUntil: string }> => (await ingrid.ask(PUBLISH, { input: { key: newId(), ...lesson } })).publishLesson;
const takeBack = (who: Client, id: string, key = newId()) => who.ask(TAKE_BACK, { input: { key, id } });

describe('taking back a lesson within ten minutes', () => {
  it('leaves nothing for others, not even that something was there; the words are a draft again; the log knows', async () => {
    const { id, takeBackUntil } = await publish();
    expect(Date.parse(takeBackUntil) - Date.now()).toBeGreaterThan(9 * 60_000);
    const key = newId();
    const { takeBackLesson: draft } = await takeBack(ingrid, id, key);
    expect(draft).toMatchObject({ kind: 'lesson', version: 1, content: { title: lesson.title, did: lesson.did, themes: lesson.themes, level: 'primary', audience: 'public', language: 'en' } });
    // Sent again because the answer was lost: the same draft.
    expect((await takeBack(ingrid, id, key)).takeBackLesson.id).toBe(draft.id);
    for (const reader of [app.guest(), samira, moderator, ingrid]) await expect(reader.ask(READ, { id })).rejects.toMatchObject({ code: 'platform.notFound' });
    const { lessons, searchForum } = await samira.ask(`{ lessons(first: 20) { items { id } } searchForum(query: "mistake") { totalCount } }`);
    expect(lessons.items).toEqual([]);
    expect(searchForum.totalCount).toBe(0);
    await expect(ingrid.ask('mutation ($input: RestoreLessonInput!) { restoreLesson(input: $input) { id } }', { input: { id } })).rejects.toMatchObject({ code: 'platform.notFound' });
    const { auditLog } = await moderator.ask(`{ auditLog(first: 1) { items { action subjectKind subjectId actor { name } } } }`);
    expect(auditLog.items).toEqual([{ action: 'forum.lessonTakenBack', subjectKind: 'lesson', subjectId: id, actor: { name: 'Ingrid' } }]);
  });

  it('takes what was told of it out of the inboxes', async () => {
    const { id } = await publish();
    const reply = await makeReply(app, { threadId: id, voiceId: samira.person.voiceId });
    await app.work.run(SYSTEM, (tx) => tx.record('forum.replyPosted', { threadId: id, replyId: reply.id }));
    await app.settle();
    expect((await ingrid.ask(INBOX)).viewer.unreadCount).toBe(1);
    await takeBack(ingrid, id);
    expect(await ingrid.ask(INBOX)).toMatchObject({ inbox: { items: [] }, viewer: { unreadCount: 0 } });
    // What was said late of it tells nobody.
    await app.work.run(SYSTEM, (tx) => tx.record('forum.replyPosted', { threadId: id, replyId: reply.id }));
    await app.settle();
    expect((await ingrid.ask(INBOX)).viewer.unreadCount).toBe(0);
  });

  it('is for whoever speaks for it, and for ten minutes', async () => {
    const { id } = await publish();
    expect((await samira.ask(READ, { id })).lesson.takeBackUntil).toBeNull();
    for (const other of [samira, moderator]) await expect(takeBack(other, id)).rejects.toMatchObject({ code: 'platform.notFound' });
    await expect(takeBack(app.guest(), id)).rejects.toMatchObject({ code: 'platform.signInFirst' });
    await expect(takeBack(ingrid, newId())).rejects.toMatchObject({ code: 'platform.notFound' });
    await app.work.run(SYSTEM, (tx) => tx.repo(ThreadEntity).update({ id }, { publishedAt: new Date(tx.now.getTime() - 10 * 60_000 - 1) }));
    await expect(takeBack(ingrid, id)).rejects.toMatchObject({ code: 'forum.tooLateToTakeBack', data: { minutes: 10 } });
    expect((await ingrid.ask(READ, { id })).lesson).toMatchObject({ title: lesson.title, takeBackUntil: null });
  });

  it('makes one draft when pressed on two devices at once', async () => {
    const { id } = await publish();
    const pressed = await Promise.allSettled(Array.from({ length: 6 }, () => takeBack(ingrid, id)));
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('publishes once, however often and from wherever it is sent with its key', async () => {
    const key = newId();
    const input = { key, ...lesson, title: 'Sent from a train' };
    const sent = await Promise.all(Array.from({ length: 8 }, () => ingrid.ask(PUBLISH, { input })));
    expect(new Set(sent.map(({ publishLesson }) => publishLesson.id)).size).toBe(1);
  });
});

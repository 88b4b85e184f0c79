import { ModeratedReplies } from './forum.moderation';
import { type ForumStory, forumStory, makeLesson, makeReply } from '@crosscity/forum/testing';
import { signIn } from '@crosscity/identity/testing';
import type { LookAnswer, Signal } from '@crosscity/platform/contract';
import { SYSTEM, Signals } from '@crosscity/platform/server';
import type { Client } from '@crosscity/platform/testing';
import type { Socket } from 'socket.io-client';

const EDIT = 'mutation Edit($input: EditReplyInput!) { editReply(input: $input) { id } }';
const WITHDRAW = 'mutation Withdraw($input: WithdrawReplyInput!) { withdrawReply(input: $input) { id } }';
const RESTORE = 'mutation Restore($input: RestoreReplyInput!) { restoreReply(input: $input) { id } }';
const PAGE = 'query Page($id: ID!) { lesson(id: $id) { lastSeq lastChange replyCount replies(first: 50) { items { id html status } } } }';
const CHANGES = `query Changes($id: ID!, $since: Int!, $first: Int! = 20) { lesson(id: $id) { replyCount
  changedReplies(since: $since, first: $first) { upTo hasMore items { id html status hiddenRule editedAt source } } } }`;
const SEEN = 'mutation Seen($input: MarkSeenInput!) { markSeen(input: $input) { lastSeenSeq } }';
const UNREAD = 'mutation Unread($input: MarkUnreadInput!) { markUnread(input: $input) { lastSeenSeq } }';
const FOLLOW = 'mutation Follow($input: FollowThreadInput!) { followThread(input: $input) { follow } }';

let story: ForumStory;
let threadId: string;
const replyIds: string[] = [];

beforeAll(async () => {
  story = await forumStory();
});

beforeEach(async () => {
  const { app, ingrid, samira } = story;
  threadId = (await makeLesson(app, { voiceId: ingrid.person.voiceId })).id;
  replyIds.length = 0;
  for (let index = 0; index < 3; index += 1) replyIds.push((await makeReply(app, { threadId, voiceId: samira.person.voiceId, text: `Reply ${index}` })).id);
});

afterEach(() => {
  story.samira.hangUp();
  story.coordinator.hangUp();
});

const changes = async (who: Client, since: number, first = 20) => (await who.ask(CHANGES, { id: threadId, since, first })).lesson.changedReplies;
const look = (socket: Socket): Promise<LookAnswer> => socket.emitWithAck('look', { kind: 'thread', id: threadId });
const hide = (id: string) => story.app.work.run(SYSTEM, (tx) => story.app.nest.get(ModeratedReplies).hide(tx, id, { rule: 'personalData' }));

describe('a page that is open', () => {
  it('is hinted at each edit, withdrawal, hiding and return, and learns exactly what changed', async () => {
    const { app, samira, coordinator } = story;
    const socket = await coordinator.connect();
    expect(await look(socket)).toEqual({ ok: true, version: '3.0' });
    const acts = [
      () => samira.ask(EDIT, { input: { id: replyIds[0], text: 'Reply 0, **mended**' } }),
      () => samira.ask(WITHDRAW, { input: { id: replyIds[1] } }),
      () => hide(replyIds[2]!),
      () => samira.ask(RESTORE, { input: { id: replyIds[1] } }),
    ];
    const seen: unknown[] = [];
    for (const [index, act] of acts.entries()) {
      const hint = new Promise<Signal>((resolve) => socket.once('signal', resolve));
      await act();
      await app.settle();
      expect(await hint).toEqual({ kind: 'thread', id: threadId, seq: 3, change: index + 1 });
      const { items, upTo, hasMore } = await changes(coordinator, index);
      expect([upTo, hasMore, items.length]).toEqual([index + 1, false, 1]);
      seen.push(...items);
    }
    expect(seen).toMatchObject([
      { id: replyIds[0], html: expect.stringContaining('<strong>mended</strong>'), editedAt: expect.any(String), source: null },
      { id: replyIds[1], status: 'withdrawn', html: '' },
      { id: replyIds[2], status: 'hidden', hiddenRule: 'personalData', html: '' },
      { id: replyIds[1], status: 'published', html: expect.stringContaining('Reply 1') },
    ]);
  });

  it('that missed many changes gets each reply once, in pieces, as it is now, and as its reader may see it', async () => {
    const { app, samira, coordinator, moderator } = story;
    for (const text of ['a', 'b', 'c']) await samira.ask(EDIT, { input: { id: replyIds[0], text } });
    await samira.ask(EDIT, { input: { id: replyIds[2], text: 'd' } });
    await hide(replyIds[1]!);
    const first = await changes(coordinator, 0, 2);
    expect(first).toMatchObject({ upTo: 4, hasMore: true, items: [{ id: replyIds[0] }, { id: replyIds[2] }] });
    expect(await changes(coordinator, first.upTo, 2)).toMatchObject({ upTo: 5, hasMore: false, items: [{ id: replyIds[1], html: '' }] });
    expect(await changes(coordinator, 5)).toEqual({ upTo: 5, hasMore: false, items: [] });
    expect((await changes(app.guest(), 4)).items).toMatchObject([{ html: '', status: 'hidden' }]);
    expect((await changes(moderator, 4)).items).toMatchObject([{ html: expect.stringContaining('Reply 1') }]);
    for (const variables of [{ since: -1 }, { since: 0, first: 101 }, { since: 0, first: 0 }]) {
      await expect(coordinator.ask(CHANGES, { id: threadId, ...variables })).rejects.toMatchObject({ code: 'platform.invalid' });
    }
  });

  it('numbers changes without gaps when ten people change at once', async () => {
    const { samira, coordinator } = story;
    await Promise.all(Array.from({ length: 12 }, (_, index) => samira.ask(EDIT, { input: { id: replyIds[index % 3], text: `At once ${index}` } })));
    const { lesson } = await coordinator.ask(PAGE, { id: threadId });
    expect(lesson).toMatchObject({ lastSeq: 3, lastChange: 12, replyCount: 3 });
    expect((await changes(coordinator, 0)).items).toHaveLength(3);
  });

  it('notices on joining what changed after its query, also on a socket that was connected before', async () => {
    const { samira, coordinator } = story;
    const socket = await coordinator.connect();
    const { lesson } = await coordinator.ask(PAGE, { id: threadId });
    // The hint of this goes to a room that the page is not in yet.
    await samira.ask(EDIT, { input: { id: replyIds[0], text: 'Between' } });
    await story.app.settle();
    const { version } = await look(socket);
    expect(version).toBe('3.1');
    expect(version).not.toBe(`${lesson.lastSeq}.${lesson.lastChange}`);
    expect((await changes(coordinator, lesson.lastChange)).items).toMatchObject([{ html: expect.stringContaining('Between') }]);
  });

  it('loses nothing that happens while it is being let in, and is out when it leaves at once', async () => {
    const { app, moderator } = story;
    const signals = app.nest.get(Signals);
    const room = { kind: 'queue', id: 'all' } as const;
    let version = 1;
    signals.roomRule('queue', async () => {
      // After the rule was asked and before the room is joined: nobody hears this.
      version += 1;
      signals.toRoom(room, room);
      return true;
    }, async () => String(version));
    const socket = await moderator.connect();
    const heard: Signal[] = [];
    socket.on('signal', (signal: Signal) => heard.push(signal));
    expect(await socket.emitWithAck('look', room)).toEqual({ ok: true, version: '2' });
    expect(heard).toEqual([]);
    socket.emit('leave', room);
    socket.emit('look', room);
    socket.emit('leave', room);
    await socket.emitWithAck('look', null);
    signals.toRoom(room, room);
    await socket.emitWithAck('look', null);
    expect(heard).toEqual([]);
    moderator.hangUp();
  });

  it('costs one statement more than the thread itself, however many changed', async () => {
    const { app, samira, coordinator } = story;
    for (const id of replyIds) await samira.ask(EDIT, { input: { id, text: 'Changed' } });
    await changes(coordinator, 0);
    const { statements } = await app.counting(() => changes(coordinator, 0));
    expect(statements.filter((text) => !/session|person p/.test(text))).toHaveLength(2);
  });
});

describe('one person with two devices', () => {
  it('hears on the other where it stopped reading, and only when that moved', async () => {
    const { app, coordinator, samira } = story;
    const phone = await signIn(app, coordinator.person);
    const [socket, foreign] = [await phone.connect(), await samira.connect()];
    const heard: Signal[] = [];
    const strange: Signal[] = [];
    socket.on('signal', (signal: Signal) => heard.push(signal));
    foreign.on('signal', (signal: Signal) => strange.push(signal));
    await coordinator.ask(SEEN, { input: { threadId, upTo: 2 } });
    await coordinator.ask(SEEN, { input: { threadId, upTo: 2 } });
    await coordinator.ask(UNREAD, { input: { threadId, from: 1 } });
    await coordinator.ask(FOLLOW, { input: { threadId, level: 'muted' } });
    await socket.emitWithAck('look', null); // one more round trip: everything before it has arrived
    await foreign.emitWithAck('look', null);
    expect(heard).toEqual([{ kind: 'reading', id: threadId, seq: 2 }, { kind: 'reading', id: threadId, seq: 0 }, { kind: 'reading', id: threadId }]);
    expect(strange).toEqual([]);
    phone.hangUp();
  });
});

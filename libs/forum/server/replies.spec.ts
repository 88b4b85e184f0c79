import { type ForumStory, forumStory, makeLesson, makeReply, setLessonStatus } from '@crosscity/forum/testing';
import { makeMember } from '@crosscity/identity/testing';
import type { Fact, Signal } from '@crosscity/platform/contract';
import { FactBook, HotOperations, Notices, newId } from '@crosscity/platform/server';
import type { Client } from '@crosscity/platform/testing';

const REPLY = 'id seq parentId html source language status hiddenRule editedAt voice { name kind } trial { result adaptation change advice city { slug } } viewerCan { edit withdraw restore report reply }';
const POST = `mutation Post($input: PostReplyInput!) { postReply(input: $input) { ${REPLY} } }`;
const TRY = `mutation Try($input: RecordTrialInput!) { recordTrial(input: $input) { ${REPLY} } }`;
const EDIT = `mutation Edit($input: EditReplyInput!) { editReply(input: $input) { ${REPLY} } }`;
const WITHDRAW = `mutation Withdraw($input: WithdrawReplyInput!) { withdrawReply(input: $input) { ${REPLY} } }`;
const RESTORE = `mutation Restore($input: RestoreReplyInput!) { restoreReply(input: $input) { ${REPLY} } }`;
const REPLIES = `query Replies($id: ID!, $first: Int, $after: String, $before: String, $at: ID, $unread: Boolean, $afterSeq: Int) { lesson(id: $id) {
  replyCount trialCount lastSeq trialResults { result count } trials { id result city { slug } } reading { lastSeenSeq newCount firstUnread follow since }
  replies(first: $first, after: $after, before: $before, at: $at, unread: $unread, afterSeq: $afterSeq) { items { ${REPLY} } nextCursor previousCursor totalCount } } }`;
const SEEN = `mutation Seen($input: MarkSeenInput!) { markSeen(input: $input) { id lastSeenSeq newCount firstUnread since } }`;
const UNREAD = `mutation Unread($input: MarkUnreadInput!) { markUnread(input: $input) { lastSeenSeq newCount firstUnread } }`;
const FOLLOW = `mutation Follow($input: FollowThreadInput!) { followThread(input: $input) { follow } }`;

let story: ForumStory;
let threadId: string;

beforeAll(async () => {
  story = await forumStory();
});

beforeEach(async () => {
  threadId = (await makeLesson(story.app, { voiceId: story.ingrid.person.voiceId })).id;
});

const refusal = (code: string, data?: unknown) => expect.objectContaining(data === undefined ? { code } : { code, data });
const post = async (who: Client, text: string, more: Record<string, unknown> = {}) => (await who.ask(POST, { input: { key: newId(), threadId, text, ...more } })).postReply;
const replies = async (who: Client, more: Record<string, unknown> = {}) => (await who.ask(REPLIES, { id: threadId, first: 20, ...more })).lesson;

describe('posting', () => {
  it('gives the next number, cleans the text, finds the language, and counts', async () => {
    const { samira, app } = story;
    expect(await post(samira, 'We **meet** every Tuesday and it really helps the young people. <script>alert(1)</script>')).toMatchObject({ seq: 1, html: expect.stringContaining('<strong>meet</strong>'), language: 'en', voice: { name: 'Samira' }, viewerCan: { edit: true, withdraw: true, restore: false, report: false, reply: true } });
    expect(await post(samira, 'نلتقي كل يوم ثلاثاء مع الشباب في المحطة وهذا يساعدهم كثيرا')).toMatchObject({ seq: 2, language: 'ar' });
    const asGuest = await replies(app.guest());
    expect(asGuest).toMatchObject({ replyCount: 2, lastSeq: 2, reading: null, replies: { totalCount: 2, nextCursor: null, previousCursor: null } });
    expect(asGuest.replies.items[0]).toMatchObject({ voice: { name: null, kind: 'member' }, source: null, viewerCan: { edit: false, reply: false, report: false } });
    expect(asGuest.replies.items[0].html).not.toContain('script');
  });

  it('makes one reply of the same key sent twenty times at once', async () => {
    const { samira } = story;
    const input = { key: newId(), threadId, text: 'Once.' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => samira.ask(POST, { input })));
    expect(new Set(answers.map(({ postReply }) => postReply.id)).size).toBe(1);
    expect((await replies(samira)).lastSeq).toBe(1);
    await expect(samira.ask(POST, { input: { ...input, text: 'Twice.' } })).rejects.toEqual(refusal('platform.keyReused'));
  });

  it('numbers 32 replies at once from 1 to 32 without a gap', async () => {
    const { samira, ingrid } = story;
    const posted = await Promise.all(Array.from({ length: 32 }, (_, index) => post(index % 2 ? samira : ingrid, `Reply ${index}`)));
    expect(posted.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
    expect(await replies(samira)).toMatchObject({ lastSeq: 32, replyCount: 32 });
  });

  it('nests one level: an answer to an answer joins the same row', async () => {
    const { samira, ingrid } = story;
    const first = await post(samira, 'First');
    const answer = await post(ingrid, 'Answer', { parentId: first.id });
    const deeper = await post(samira, 'Deeper', { parentId: answer.id });
    expect([answer.parentId, deeper.parentId]).toEqual([first.id, first.id]);
    const elsewhere = await makeLesson(story.app, { voiceId: ingrid.person.voiceId });
    await expect(ingrid.ask(POST, { input: { key: newId(), threadId: elsewhere.id, text: 'x', parentId: first.id } })).rejects.toEqual(refusal('forum.closed'));
  });

  it('refuses guests, closed threads, empty and unstorable texts', async () => {
    const { app, samira, ingrid } = story;
    await expect(post(app.guest(), 'x')).rejects.toEqual(refusal('platform.signInFirst'));
    for (const text of ['', ' \n ', 'a\u0000b', '\uD800', 'x'.repeat(8001)]) await expect(post(samira, text)).rejects.toEqual(refusal('platform.invalid'));
    await expect(samira.ask(POST, { input: { key: newId(), threadId: newId(), text: 'x' } })).rejects.toEqual(refusal('platform.notFound'));
    await expect(post(samira, 'x', { voiceId: ingrid.person.voiceId })).rejects.toEqual(refusal('platform.invalid', { fields: { voiceId: 'voice' } }));
    await setLessonStatus(app, threadId, 'hidden', 'danger');
    await expect(post(samira, 'x')).rejects.toEqual(refusal('forum.gone', expect.anything()));
    await expect(post(ingrid, 'x')).rejects.toEqual(refusal('forum.closed'));
  });
});

describe('editing and taking back', () => {
  it('is for whoever spoke', async () => {
    const { samira, ingrid, moderator, app } = story;
    const { id } = await post(samira, 'My own words');
    for (const other of [ingrid, moderator]) {
      await expect(other.ask(EDIT, { input: { id, text: 'x' } })).rejects.toEqual(refusal('platform.notAllowed'));
      await expect(other.ask(WITHDRAW, { input: { id } })).rejects.toEqual(refusal('platform.notAllowed'));
    }
    await expect(app.guest().ask(EDIT, { input: { id, text: 'x' } })).rejects.toEqual(refusal('platform.signInFirst'));
    const { editReply } = await samira.ask(EDIT, { input: { id, text: 'Better words' } });
    expect(editReply).toMatchObject({ html: '<p dir="auto">Better words</p>', source: 'Better words', editedAt: expect.any(String) });
  });

  it('leaves a row without words to others, keeps the count right, and can be undone', async () => {
    const { samira, ingrid, moderator } = story;
    const { id } = await post(samira, 'Oops');
    await samira.ask(WITHDRAW, { input: { id } });
    await samira.ask(WITHDRAW, { input: { id } });
    const seen = await replies(ingrid);
    expect(seen).toMatchObject({ replyCount: 0, lastSeq: 1, replies: { items: [{ status: 'withdrawn', html: '', viewerCan: { reply: false, report: false } }] } });
    for (const reader of [samira, moderator]) expect((await replies(reader)).replies.items[0].html).toContain('Oops');
    await expect(post(ingrid, 'To what?', { parentId: id })).rejects.toEqual(refusal('forum.closed'));
    await samira.ask(RESTORE, { input: { id } });
    expect(await replies(ingrid)).toMatchObject({ replyCount: 1, replies: { items: [{ status: 'published' }] } });
  });

  it('counts right when a reply is taken back ten times at once', async () => {
    const { samira } = story;
    const { id } = await post(samira, 'Oops');
    await post(samira, 'Stays');
    await Promise.all(Array.from({ length: 10 }, (_, index) => samira.ask(index % 2 ? WITHDRAW : RESTORE, { input: { id } })));
    await samira.ask(WITHDRAW, { input: { id } });
    expect((await replies(samira)).replyCount).toBe(1);
  });
});

describe('trials', () => {
  it('are replies that tell what a city tried, and are tallied while they can be read', async () => {
    const { samira, ingrid, oslo, app } = story;
    const input = { key: newId(), threadId, cityId: oslo.id, adaptation: 'changed', change: 'Weekends', result: 'mixed', advice: 'Begin small.' };
    const { recordTrial } = await samira.ask(TRY, { input });
    expect(recordTrial).toMatchObject({ seq: 1, trial: { result: 'mixed', adaptation: 'changed', change: 'Weekends', advice: 'Begin small.', city: { slug: 'oslo' } } });
    await ingrid.ask(TRY, { input: { ...input, key: newId(), adaptation: 'same', result: 'didNotWork', text: 'More **words**.' } });
    expect(await replies(app.guest())).toMatchObject({ replyCount: 2, trialCount: 2, trialResults: expect.arrayContaining([{ result: 'mixed', count: 1 }, { result: 'didNotWork', count: 1 }]), trials: [{ result: 'didNotWork' }, { result: 'mixed' }] });
    const { city } = await samira.ask('{ city(slug: "oslo") { trials { result lesson { id } } lessons { totalCount } } }');
    expect(city.trials.filter(({ lesson }: { lesson: { id: string } }) => lesson.id === threadId)).toHaveLength(2);
    await samira.ask(WITHDRAW, { input: { id: recordTrial.id } });
    expect(await replies(ingrid)).toMatchObject({ trialCount: 1, trialResults: [{ result: 'didNotWork', count: 1 }], trials: [{ result: 'didNotWork' }], replies: { items: [{ trial: null }, { trial: { change: null } }] } });
    await expect(samira.ask(TRY, { input: { ...input, key: newId(), cityId: newId() } })).rejects.toEqual(refusal('platform.invalid', { fields: { cityId: 'known' } }));
  });
});

describe('pages of replies', () => {
  it('go forward and backward, begin around a reply and at what is new', async () => {
    const { samira, ingrid, app } = story;
    const made = [];
    for (let index = 0; index < 12; index += 1) made.push(await makeReply(app, { threadId, voiceId: ingrid.person.voiceId }));
    const seqs = (lesson: { replies: { items: { seq: number }[] } }) => lesson.replies.items.map(({ seq }) => seq);
    const first = await replies(samira, { first: 5 });
    expect([seqs(first), first.replies.previousCursor]).toEqual([[1, 2, 3, 4, 5], null]);
    const second = await replies(samira, { first: 5, after: first.replies.nextCursor });
    expect(seqs(second)).toEqual([6, 7, 8, 9, 10]);
    const third = await replies(samira, { first: 5, after: second.replies.nextCursor });
    expect([seqs(third), third.replies.nextCursor]).toEqual([[11, 12], null]);
    expect(seqs(await replies(samira, { first: 5, before: third.replies.previousCursor }))).toEqual([6, 7, 8, 9, 10]);
    expect(seqs(await replies(samira, { first: 9, before: second.replies.previousCursor }))).toEqual([1, 2, 3, 4, 5]);
    expect(seqs(await replies(samira, { first: 3, at: made[7]!.id }))).toEqual([6, 7, 8]);
    expect(seqs(await replies(samira, { afterSeq: 10 }))).toEqual([11, 12]);
    expect(seqs(await replies(samira, { afterSeq: 12 }))).toEqual([]);
    await samira.ask(SEEN, { input: { threadId, upTo: 9 } });
    expect(seqs(await replies(samira, { first: 4, unread: true }))).toEqual([8, 9, 10, 11]);
    await expect(replies(samira, { after: 'nonsense' })).rejects.toEqual(refusal('platform.invalid', { fields: { after: 'cursor' } }));
  });

  it('are posted in two statements: what the lesson is, and everything else', async () => {
    const { app, samira } = story;
    const post = () => samira.ask(POST, { input: { key: newId(), threadId, text: 'We meet on Tuesdays, and it helps.' } });
    await post();
    expect((await app.counting(post)).statements.filter((text) => !/session|person p/.test(text))).toHaveLength(2);
  });

  it('cost the same in a thread of 20 and of 200 replies', async () => {
    const { app, samira, ingrid } = story;
    const count = async () => {
      await replies(samira);
      return (await app.counting(() => replies(samira))).statements.filter((text) => !/session|person p/.test(text)).length;
    };
    await Promise.all(Array.from({ length: 20 }, () => makeReply(app, { threadId, voiceId: ingrid.person.voiceId })));
    const bothWays = async () => {
      const hot = app.nest.get(HotOperations);
      const counts = [await count()];
      hot.isOff = true;
      counts.push(await count());
      hot.isOff = false;
      return counts;
    };
    const short = await bothWays();
    await Promise.all(Array.from({ length: 180 }, () => makeReply(app, { threadId, voiceId: ingrid.person.voiceId })));
    // One where the database writes the answer, two through the resolvers.
    expect([short, await bothWays()]).toEqual([[1, 2], [1, 2]]);
  });
});

describe('what one has read', () => {
  it('moves forward only, except by will, and never counts one\'s own', async () => {
    const { samira, ingrid } = story;
    for (const text of ['One', 'Two', 'Three']) await post(samira, text);
    expect((await replies(ingrid)).reading).toMatchObject({ lastSeenSeq: 0, newCount: 0, since: null, follow: 'none' });
    expect((await ingrid.ask(SEEN, { input: { threadId, upTo: 2 } })).markSeen).toMatchObject({ lastSeenSeq: 2, newCount: 1 });
    expect((await ingrid.ask(SEEN, { input: { threadId, upTo: 1 } })).markSeen.lastSeenSeq).toBe(2);
    expect((await ingrid.ask(SEEN, { input: { threadId, upTo: 999 } })).markSeen).toMatchObject({ lastSeenSeq: 3, newCount: 0, firstUnread: null });
    await post(ingrid, 'Mine');
    expect((await replies(ingrid)).reading).toMatchObject({ lastSeenSeq: 4, newCount: 0, follow: 'everything' });
    expect((await ingrid.ask(UNREAD, { input: { threadId, from: 2 } })).markUnread).toMatchObject({ lastSeenSeq: 1, newCount: 2 });
    await expect(story.app.guest().ask(SEEN, { input: { threadId, upTo: 1 } })).rejects.toEqual(refusal('platform.signInFirst'));
    await expect(ingrid.ask(SEEN, { input: { threadId, upTo: -1 } })).rejects.toEqual(refusal('platform.invalid'));
  });
});

describe('who hears of a reply', () => {
  const told = async (kind: 'forum.replyPosted' | 'forum.trialRecorded', replyId: string) => {
    const notices = await story.app.nest.get(Notices).of({ id: newId(), kind, at: '', data: { threadId, replyId, seq: 1 } } as Fact);
    return Object.fromEntries(notices.map(({ to, reason }) => ['personId' in to ? to.personId : '', reason]));
  };

  it('the author, who is answered and who follows, each once with the nearest reason; not oneself, not who muted', async () => {
    const { app, ingrid, samira, moderator } = story;
    const [follower, muter, silent] = await Promise.all([makeMember(app), makeMember(app), makeMember(app)]);
    await follower.ask(FOLLOW, { input: { threadId, level: 'everything' } });
    await muter.ask(FOLLOW, { input: { threadId, level: 'muted' } });
    await silent.ask(FOLLOW, { input: { threadId, level: 'mentions' } });
    const first = await post(samira, 'First');
    expect(await told('forum.replyPosted', first.id)).toEqual({ [ingrid.person.id]: 'author', [follower.person.id]: 'follows' });
    const answer = await post(moderator, 'Answer', { parentId: first.id });
    expect(await told('forum.replyPosted', answer.id)).toEqual({ [ingrid.person.id]: 'author', [samira.person.id]: 'answered', [follower.person.id]: 'follows' });
    const bySilent = await post(silent, 'I say something too');
    expect((await silent.ask(FOLLOW, { input: { threadId, level: 'mentions' } })).followThread.follow).toBe('mentions');
    const toSilent = await post(ingrid, 'To you', { parentId: bySilent.id });
    expect(await told('forum.replyPosted', toSilent.id)).toMatchObject({ [silent.person.id]: 'answered', [samira.person.id]: 'answered' });
    expect(await told('forum.replyPosted', toSilent.id)).not.toHaveProperty(ingrid.person.id);
    await ingrid.ask(FOLLOW, { input: { threadId, level: 'muted' } });
    expect(await told('forum.replyPosted', answer.id)).not.toHaveProperty(ingrid.person.id);
    await ingrid.ask(WITHDRAW, { input: { id: toSilent.id } });
    expect(await told('forum.replyPosted', toSilent.id)).toEqual({});
  });

  it('those who look at the page are hinted, and only those who may read can look', async () => {
    const { app, ingrid, samira } = story;
    const closed = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    await setLessonStatus(app, closed.id, 'hidden', 'danger');
    const socket = await samira.connect();
    const look = (id: string) => new Promise((resolve) => socket.emit('look', { kind: 'thread', id }, resolve));
    expect([await look(threadId), await look(closed.id), await look(newId())]).toEqual([{ ok: true, version: '0.0' }, { ok: false }, { ok: false }]);
    const hint = new Promise<Signal>((resolve) => socket.once('signal', resolve));
    await post(ingrid, 'News');
    await app.settle();
    expect(await hint).toEqual({ kind: 'thread', id: threadId, seq: 1, change: 0 });
    samira.hangUp();
  });

  it('facts are recorded with the reply, or not at all', async () => {
    const heard: unknown[] = [];
    story.app.nest.get(FactBook).on('forum.replyPosted', `test.${newId()}`, async ({ data }) => void heard.push(data.replyId));
    const { id } = await post(story.samira, 'Told once');
    await expect(post(story.samira, 'Not told', { parentId: newId() })).rejects.toEqual(refusal('forum.closed'));
    await story.app.settle();
    expect(heard).toEqual([id]);
  });
});

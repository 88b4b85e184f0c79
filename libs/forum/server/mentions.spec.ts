import { type ForumStory, forumStory, makeLesson } from '@crosscity/forum/testing';
import { Circles, PersonEntity } from '@crosscity/identity/server';
import { type MemberClient, makeMember } from '@crosscity/identity/testing';
import type { Fact } from '@crosscity/platform/contract';
import { Database, Notices, SYSTEM, newId } from '@crosscity/platform/server';
import type { Client } from '@crosscity/platform/testing';
import { mentionedIn, withoutNames } from './mentions';

const POST = 'mutation P($input: PostReplyInput!) { postReply(input: $input) { id seq html } }';
const EDIT = 'mutation E($input: EditReplyInput!) { editReply(input: $input) { html } }';
const FIND = 'query F($threadId: ID!, $text: String!) { mentionable(threadId: $threadId, text: $text) { canRead voice { name handle kind } } }';
const PAGE = 'query P($id: ID!) { lesson(id: $id) { replies(first: 20) { items { html } } } }';

let story: ForumStory;
let aino: MemberClient;
let unlisted: MemberClient;
let threadId: string;

beforeAll(async () => {
  story = await forumStory();
  const { app } = story;
  [aino, unlisted] = [await makeMember(app, { name: 'Aino Mäkelä' }), await makeMember(app, { name: 'Unlisted Una' })];
  await app.work.run(SYSTEM, async (tx) => {
    const person = await tx.repo(PersonEntity).findOneByOrFail({ id: unlisted.person.id });
    await tx.repo(PersonEntity).update({ id: person.id }, { visibility: { ...person.visibility, directory: 'nobody' } as never });
  });
});

beforeEach(async () => {
  threadId = (await makeLesson(story.app, { voiceId: story.ingrid.person.voiceId })).id;
});

const refusal = (code: string) => expect.objectContaining({ code });
const mention = (who: MemberClient) => `[@${who.person.displayName}](/members/${who.person.handle})`;
const post = async (who: Client, text: string) => (await who.ask(POST, { input: { key: newId(), threadId, text } })).postReply as { id: string; seq: number; html: string };
const find = async (who: Client, text: string, id = threadId) => (await who.ask(FIND, { threadId: id, text })).mentionable as { canRead: boolean; voice: { name: string } }[];
const names = async (who: Client, text: string) => (await find(who, text)).map(({ voice }) => voice.name);
const told = async (kind: string, data: Record<string, unknown>) =>
  (await story.app.nest.get(Notices).of({ id: newId(), kind, data, at: new Date() } as unknown as Fact)).map(({ to, reason }) => ({ to: 'personId' in to ? to.personId : null, reason }));

describe('who can be named', () => {
  it('is found by a piece of the name, also without its accents, and cities too', async () => {
    const { samira, app } = story;
    expect(await names(samira, 'makel')).toEqual(['Aino Mäkelä']);
    expect(await names(samira, 'AINO')).toEqual(['Aino Mäkelä']);
    expect(await find(samira, 'osl')).toEqual(expect.arrayContaining([{ canRead: true, voice: { name: 'Oslo', handle: 'oslo', kind: 'city' } }]));
    await expect(find(app.guest(), 'aino')).rejects.toEqual(refusal('platform.signInFirst'));
    for (const text of ['x'.repeat(61), 'a\u0000']) await expect(find(samira, text)).rejects.toEqual(refusal('platform.invalid'));
    await expect(find(samira, 'a', newId())).rejects.toEqual(refusal('platform.notFound'));
    expect(await find(samira, '%_\\')).toEqual([]);
  });

  it('leaves out who is not listed, until they take part', async () => {
    const { samira } = story;
    expect(await names(samira, 'una')).toEqual([]);
    await post(unlisted, 'I work with this.');
    expect(await names(samira, 'una')).toEqual(['Unlisted Una']);
  });
});

describe('being named', () => {
  it('is told once, to whoever is named, with that reason', async () => {
    const { samira, ingrid, coordinator } = story;
    const { id, seq, html } = await post(samira, `What do you think, ${mention(aino)} and [@Oslo](/cities/oslo)? And ${mention(samira)}.`);
    expect(html).toContain(`<a href="/members/${aino.person.handle}"`);
    const notices = await told('forum.replyPosted', { threadId, replyId: id, seq });
    expect(notices).toHaveLength(3);
    expect(notices).toEqual(expect.arrayContaining([{ to: aino.person.id, reason: 'mentioned' }, { to: coordinator.person.id, reason: 'mentioned' }, { to: ingrid.person.id, reason: 'author' }]));
  });

  it('is not told to who muted, who is not listed, or who is not there', async () => {
    const { samira, ingrid } = story;
    await aino.ask('mutation F($input: FollowThreadInput!) { followThread(input: $input) { follow } }', { input: { threadId, level: 'muted' } });
    const { id, seq } = await post(samira, `${mention(aino)} ${mention(unlisted)} [@Nobody](/members/nobody) [@x](/members/%E0%A4%A)`);
    expect(await told('forum.replyPosted', { threadId, replyId: id, seq })).toEqual([{ to: ingrid.person.id, reason: 'author' }]);
  });

  it('is told of an edit to those who are new in it', async () => {
    const { samira } = story;
    const other = await makeMember(story.app, { name: 'Other' });
    const { id } = await post(samira, `${mention(aino)}`);
    await samira.ask(EDIT, { input: { id, text: `${mention(aino)} and ${mention(other)}` } });
    expect(await told('forum.mentionAdded', { threadId, replyId: id, voiceIds: [other.person.voiceId] })).toEqual([{ to: other.person.id, reason: 'mentioned' }]);
    await samira.ask(EDIT, { input: { id, text: 'Nobody any more' } });
    expect(await told('forum.mentionAdded', { threadId, replyId: id, voiceIds: [other.person.voiceId] })).toEqual([]);
    await story.app.settle();
  });

  it('in a closed space says who can not read it, and tells only who can', async () => {
    const { samira, ingrid, app } = story;
    const spaceId = newId();
    await app.nest.get(Database).rows(`insert into space (id, slug, name, kind, joining, created_at) values ($1, $2, 'Closed', 'private', 'invitation', now())`, [spaceId, `closed-${spaceId.slice(0, 8)}`]);
    await app.nest.get(Database).rows(`update thread set audience = 'space', space_id = $2 where id = $1`, [threadId, spaceId]);
    const inside = await makeMember(app, { name: 'Inside Ida' });
    await app.work.run(SYSTEM, async (tx) => {
      for (const who of [samira, ingrid, inside]) await app.nest.get(Circles).enter(tx, spaceId, who.person.id);
    });
    await new Promise((resolve) => { setTimeout(resolve, 2_100); });
    expect(await find(samira, 'aino')).toMatchObject([{ canRead: false }]);
    expect(await find(samira, 'inside ida')).toMatchObject([{ canRead: true }]);
    await expect(find(aino, 'ida')).rejects.toEqual(refusal('platform.notFound'));
    const { id, seq } = await post(samira, `${mention(aino)} ${mention(inside)}`);
    const notices = await told('forum.replyPosted', { threadId, replyId: id, seq });
    expect(notices).toEqual(expect.arrayContaining([{ to: inside.person.id, reason: 'mentioned' }]));
    expect(notices.map(({ to }) => to)).not.toContain(aino.person.id);
  });

  it('names nobody to guests: not on the page, not in a search', async () => {
    const { samira, app } = story;
    await post(samira, `Greenhouse ${mention(aino)} and [@Oslo](/cities/oslo)`);
    const ofGuest = (await app.guest().ask(PAGE, { id: threadId })).lesson.replies.items[0].html;
    expect(ofGuest).toContain('Greenhouse @… and <a href="/cities/oslo"');
    expect(ofGuest).not.toMatch(/Aino|makel|mäkel/i);
    expect((await samira.ask(PAGE, { id: threadId })).lesson.replies.items[0].html).toContain('@Aino Mäkelä');
    const search = async (who: Client, query: string) => (await who.ask('query S($query: String!) { searchForum(query: $query) { items { snippet reply { id } } } }', { query })).searchForum.items;
    expect(JSON.stringify(await search(app.guest(), 'Greenhouse'))).not.toMatch(/Aino/);
    expect((await search(app.guest(), 'Mäkelä')).filter(({ reply }: { reply: unknown }) => reply)).toEqual([]);
  });
});

describe('reading mentions from a text', () => {
  it('takes links to people and cities that begin with @, ten of each', () => {
    expect(mentionedIn('<p><a href="/members/aino" rel="x">@Aino</a> <a href="/members/not">Not</a> <a href="/cities/oslo">@Oslo</a> <a href="https://evil.invalid/members/eve">@Eve</a></p>')).toEqual({ members: ['aino'], cities: ['oslo'] });
    expect(mentionedIn(Array.from({ length: 30 }, (_, index) => `<a href="/members/m${index}">@m</a>`).join('')).members).toHaveLength(10);
    expect(withoutNames('<a href="/members/aino" rel="x">@Aino</a>, <a href="/members/aino">her page</a>')).toBe('@…, <a href="/members/aino">her page</a>');
  });
});

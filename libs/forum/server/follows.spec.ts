import { type ForumStory, forumStory } from '@crosscity/forum/testing';
import { PersonEntity } from '@crosscity/identity/server';
import { type MemberClient, makeMember } from '@crosscity/identity/testing';
import type { Fact } from '@crosscity/platform/contract';
import { Database, Notices, SYSTEM, newId } from '@crosscity/platform/server';
import type { Client } from '@crosscity/platform/testing';

const FOLLOWING = 'following { themes { slug level } voices { level voice { id kind name } } }';
const THEME = 'mutation T($input: FollowThemeInput!) { followTheme(input: $input) { themes { slug level } } }';
const VOICE = 'mutation V($input: FollowVoiceInput!) { followVoice(input: $input) { voices { level voice { id kind } } } }';
const PUBLISH = 'mutation P($input: PublishLessonInput!) { publishLesson(input: $input) { id } }';
const ASK = 'mutation A($input: AskQuestionInput!) { askQuestion(input: $input) { id } }';

let story: ForumStory;
let reader: MemberClient;

beforeAll(async () => {
  story = await forumStory();
});
beforeEach(async () => {
  reader = await makeMember(story.app, { name: 'Reader' });
});

const refusal = (code: string) => expect.objectContaining({ code });
const publish = async (who: Client, more: Record<string, unknown> = {}) =>
  (await who.ask(PUBLISH, { input: { key: newId(), title: 'A lesson', short: 'Short.', context: '', did: 'We did.', happened: 'It went.', differently: '', elsewhere: '', themes: ['digital-literacy'], level: 'primary', audience: 'members', language: 'en', ...more } })).publishLesson.id as string;
const told = async (kind: 'forum.lessonPublished' | 'forum.questionAsked', threadId: string) =>
  (await story.app.nest.get(Notices).of({ id: newId(), kind, data: { threadId }, at: new Date() } as unknown as Fact)).map(({ to, reason }) => ({ to: 'personId' in to ? to.personId : null, reason }));
const theme = (who: Client, level: string | null, slug = 'digital-literacy') => who.ask(THEME, { input: { theme: slug, level } });
const voice = (who: Client, voiceId: string, level: string | null) => who.ask(VOICE, { input: { voiceId, level } });
const voiceOf = async (slug: string, who: Client) => (await who.ask('query C($slug: String!) { city(slug: $slug) { voice { id } } }', { slug })).city.voice.id as string;

it('is one\'s own list, changed by oneself, and refuses what is not there', async () => {
  const { ingrid, app } = story;
  await theme(reader, 'told');
  await voice(reader, ingrid.person.voiceId, 'shown');
  const { following } = await reader.ask(`{ ${FOLLOWING} }`);
  expect(following.themes).toEqual(expect.arrayContaining([{ slug: 'digital-literacy', level: 'told' }, { slug: 'multi-agency-work', level: null }]));
  const members = async () => (await reader.ask(`{ ${FOLLOWING} }`)).following.voices.filter((followed: { voice: { kind: string } }) => followed.voice.kind === 'member');
  expect(await members()).toEqual([{ level: 'shown', voice: { id: ingrid.person.voiceId, kind: 'member', name: 'Ingrid' } }]);
  expect((await reader.ask('query M($handle: String!) { member(handle: $handle) { followLevel } }', { handle: ingrid.person.handle })).member).toEqual({ followLevel: 'shown' });
  await voice(reader, ingrid.person.voiceId, null);
  expect(await members()).toEqual([]);
  await expect(theme(reader, 'told', 'nothing')).rejects.toEqual(refusal('platform.notFound'));
  await expect(voice(reader, newId(), 'told')).rejects.toEqual(refusal('platform.notFound'));
  await expect(voice(reader, reader.person.voiceId, 'told')).rejects.toEqual(refusal('platform.notFound'));
  await expect(theme(app.guest(), 'told')).rejects.toEqual(refusal('platform.signInFirst'));
  await expect(app.guest().ask(`{ ${FOLLOWING} }`)).rejects.toEqual(refusal('platform.signInFirst'));
});

it('gives nobody away who is not listed', async () => {
  const hidden = await makeMember(story.app, { name: 'Hidden' });
  await story.app.work.run(SYSTEM, async (tx) => {
    const person = await tx.repo(PersonEntity).findOneByOrFail({ id: hidden.person.id });
    await tx.repo(PersonEntity).update({ id: person.id }, { visibility: { ...person.visibility, directory: 'nobody' } as never });
  });
  await expect(voice(reader, hidden.person.voiceId, 'told')).rejects.toEqual(refusal('platform.notFound'));
});

it('keeps a followed city in step with the list of cities', async () => {
  const osloVoice = await voiceOf('oslo', reader);
  await voice(reader, osloVoice, 'told');
  expect((await reader.ask('{ city(slug: "oslo") { follows } }')).city.follows).toBe(true);
  await reader.ask('mutation U($input: UnfollowCityInput!) { unfollowCity(input: $input) { follows } }', { input: { cityId: story.oslo.id } }).catch(() => undefined);
  await voice(reader, osloVoice, null);
  expect((await reader.ask('{ city(slug: "oslo") { follows } }')).city.follows).toBe(false);
});

it('tells of a new lesson once, with the nearest reason, and only who wants to be told', async () => {
  const { ingrid, oslo } = story;
  await theme(reader, 'told');
  await voice(reader, ingrid.person.voiceId, 'told');
  await voice(reader, await voiceOf('oslo', reader), 'told');
  const quiet = await makeMember(story.app);
  await theme(quiet, 'shown');
  // Readers of the other stories follow the theme, too.
  const heard = async (threadId: string) => (await told('forum.lessonPublished', threadId)).filter(({ to }) => [reader, quiet, ingrid].some(({ person }) => person.id === to));
  expect(await heard(await publish(ingrid, { cityId: oslo.id }))).toEqual([{ to: reader.person.id, reason: 'followsVoice' }]);
  await voice(reader, ingrid.person.voiceId, null);
  expect(await heard(await publish(ingrid, { cityId: oslo.id }))).toEqual([{ to: reader.person.id, reason: 'followsCity' }]);
  expect(await heard(await publish(ingrid))).toEqual([{ to: reader.person.id, reason: 'followsTheme' }]);
  expect(await heard(await publish(reader))).toEqual([]);
  expect(await heard(await publish(ingrid, { themes: ['multi-agency-work'] }))).toEqual([]);
  await story.app.settle();
});

it('tells of a new question, the coordinator of the asked city by that reason only', async () => {
  const { ingrid, coordinator, oslo } = story;
  await theme(reader, 'told');
  await theme(coordinator, 'told');
  const { id } = (await ingrid.ask(ASK, { input: { key: newId(), title: 'Who?', text: '', themes: ['digital-literacy'], audience: 'members', language: 'en', askedCityId: oslo.id } })).askQuestion;
  const notices = await told('forum.questionAsked', id);
  expect(notices.filter(({ to }) => to === coordinator.person.id)).toEqual([{ to: coordinator.person.id, reason: 'coordinator' }]);
  expect(notices).toContainEqual({ to: reader.person.id, reason: 'followsTheme' });
  await theme(coordinator, null);
});

it('shows on the home page what is followed, and tells nobody outside a closed space', async () => {
  const { ingrid, app } = story;
  const id = await publish(ingrid, { themes: ['multi-agency-work'] });
  const shown = async () => (await reader.ask('{ lessons(first: 50, filter: { followed: true }) { items { id } } }')).lessons.items.map((lesson: { id: string }) => lesson.id);
  expect(await shown()).not.toContain(id);
  await theme(reader, 'shown', 'multi-agency-work');
  expect(await shown()).toContain(id);
  const spaceId = newId();
  await app.nest.get(Database).rows(`insert into space (id, slug, name, kind, joining, created_at) values ($1, $2, 'Closed', 'private', 'invitation', now())`, [spaceId, `closed-${spaceId.slice(0, 8)}`]);
  await app.nest.get(Database).rows(`update thread set audience = 'space', space_id = $2 where id = $1`, [id, spaceId]);
  await theme(reader, 'told', 'multi-agency-work');
  expect(await told('forum.lessonPublished', id)).toEqual([]);
  expect(await shown()).not.toContain(id);
});

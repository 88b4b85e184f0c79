import { CitiesModule } from '@crosscity/cities/server';
import { EventsModule } from '@crosscity/events/server';
import { ForumModule, type LessonWords } from '@crosscity/forum/server';
import { makeLesson, makeReply, makeSpace } from '@crosscity/forum/testing';
import { type MadeCity, makeCity, makeTheme } from '@crosscity/cities/testing';
import { FilesModule } from '@crosscity/files/server';
import { IdentityModule } from '@crosscity/identity/server';
import { type MemberClient, makeCoordinator, makeMember, makeStaff } from '@crosscity/identity/testing';
import { ModerationModule } from '@crosscity/moderation/server';
import { NotificationsModule } from '@crosscity/notifications/server';
import { newId } from '@crosscity/platform/server';
import { type Client, type TestApp, startApp } from '@crosscity/platform/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLField, type GraphQLSchema, getNamedType, isCompositeType, isObjectType, isRequiredArgument } from 'graphql';

/** Words that no sample and no code holds. What is searched for in every answer is their common beginning. */
const WORD = 'quixzelwort';
const PLANTED = /quixzelwort/i;

type Arguments = Record<string, unknown>;

interface Planted {
  kind: 'private' | 'hidden';
  space: { id: string; slug: string };
  lessonId: string;
  replyId: string;
  trialId: string;
  draftId: string;
  collectionId: string;
}

let app: TestApp;
let schema: GraphQLSchema;
let oslo: MadeCity;
let insider: MemberClient;
let helper: MemberClient;
let outsiders: Record<string, Client>;
let members: Record<string, MemberClient>;
let planted: Planted[];
let openId: string;
const theme = 'planted-theme';

const words = (where: string): Partial<LessonWords> => ({
  title: `${WORD}title ${where}`, short: `${WORD}short`, context: `${WORD}context`, did: `${WORD}did`, happened: `${WORD}happened`, differently: `${WORD}differently`, elsewhere: `${WORD}elsewhere`,
});
const PUBLISH = 'mutation P($input: PublishLessonInput!) { publishLesson(input: $input) { id audience } }';
const POST = 'mutation R($input: PostReplyInput!) { postReply(input: $input) { id } }';
const TRY = 'mutation T($input: RecordTrialInput!) { recordTrial(input: $input) { id } }';
const COLLECT = 'mutation C($input: CreateCollectionInput!) { createCollection(input: $input) { id } }';
const SAVE = 'mutation D($input: SaveDraftInput!) { saveDraft(input: $input) { id } }';
const INVITE = 'mutation I($input: InviteToSpaceInput!) { inviteToSpace(input: $input) { id } }';

async function plant(kind: 'private' | 'hidden'): Promise<Planted> {
  const space = await makeSpace(app, { kind, name: kind === 'hidden' ? `${WORD}name` : 'A private space', purpose: kind === 'hidden' ? `${WORD}purpose` : 'Known to members', moderators: [insider], members: [helper] });
  // By the front door, with an audience that would show it to everybody.
  const { publishLesson } = await insider.ask(PUBLISH, { input: { key: newId(), ...words(kind), themes: [theme], level: 'primary', language: 'en', audience: 'public', cityId: oslo.id, spaceId: space.id } });
  expect(publishLesson.audience).toBe('space');
  const lessonId = publishLesson.id;
  const { postReply } = await helper.ask(POST, { input: { key: newId(), threadId: lessonId, text: `${WORD}reply` } });
  await insider.ask(POST, { input: { key: newId(), threadId: lessonId, text: `${WORD}answer`, parentId: postReply.id } });
  const { recordTrial } = await helper.ask(TRY, { input: { key: newId(), threadId: lessonId, cityId: oslo.id, adaptation: 'changed', change: `${WORD}change`, result: 'worked', advice: `${WORD}advice`, text: `${WORD}trial` } });
  const { saveDraft } = await insider.ask(SAVE, { input: { kind: 'lesson', version: 0, device: 'Test', content: { title: `${WORD}draft`, spaceId: space.id } } });
  // On a shelf that everybody may look at, with a word on why.
  const { createCollection } = await insider.ask(COLLECT, { input: { key: newId(), title: 'A shelf', audience: 'members', lessonId } });
  await insider.ask('mutation N($input: NoteInCollectionInput!) { noteInCollection(input: $input) { id } }', { input: { id: createCollection.id, lessonId, note: `${WORD}note` } });
  return { kind, space, lessonId, replyId: postReply.id, trialId: recordTrial.id, draftId: saveDraft.id, collectionId: createCollection.id };
}

beforeAll(async () => {
  app = await startApp([IdentityModule, ModerationModule, CitiesModule, FilesModule, ForumModule, EventsModule, NotificationsModule], { MODE: 'demo' });
  ({ schema } = app.nest.get(GraphQLSchemaHost));
  await makeTheme(app, theme);
  oslo = await makeCity(app, { name: 'Oslo', slug: 'oslo' });
  [insider, helper] = await Promise.all([makeMember(app, { name: 'Insider', city: oslo }), makeMember(app, { name: 'Helper', city: oslo })]);
  const [member, coordinator, moderator, administrator, gone] = await Promise.all([
    makeMember(app, { name: 'Member', city: oslo }), makeCoordinator(app, oslo), makeStaff(app), makeMember(app, { name: 'Administrator', role: 'administrator' }), makeMember(app, { name: 'Gone' }),
  ]);
  members = { member, coordinator, moderator, administrator, gone };
  // One lesson for all, so that lists, facets and searches have something to show.
  ({ id: openId } = await makeLesson(app, { voiceId: insider.person.voiceId, cityId: oslo.id, themes: [theme] }));
  planted = [await plant('private'), await plant('hidden')];
  // Somebody who was inside, wrote there and follows, and left.
  for (const { space, lessonId } of planted) {
    await insider.ask(INVITE, { input: { key: newId(), spaceId: space.id, handle: gone.person.handle } });
    const { viewer } = (await gone.ask('query S($slug: String!) { space(slug: $slug) { viewer { invitationId } } }', { slug: space.slug })).space;
    await gone.ask('mutation A($input: AnswerSpaceInvitationInput!) { answerSpaceInvitation(input: $input) { id } }', { input: { id: viewer.invitationId, accept: true, agreement: 0 } });
    await gone.ask(POST, { input: { key: newId(), threadId: lessonId, text: `${WORD}gone` } });
    if (space.id === planted[0]!.space.id) await insider.ask('mutation X($input: RemoveSpaceMemberInput!) { removeSpaceMember(input: $input) { id } }', { input: { spaceId: space.id, memberId: gone.person.voiceId, reason: 'Told it outside.' } });
    else await gone.ask('mutation L($input: SpaceInput!) { leaveSpace(input: $input) { id } }', { input: { spaceId: space.id } });
    await makeReply(app, { threadId: lessonId, voiceId: insider.person.voiceId, text: `${WORD}later` });
    await helper.ask(POST, { input: { key: newId(), threadId: lessonId, text: `${WORD}last` } });
  }
  await app.settle();
  outsiders = { guest: app.guest(), ...members };
});

/** Everything below a field that needs no argument, a few levels deep. */
function selectionOf(field: GraphQLField<unknown, unknown>, depth: number): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return '';
  const below = isObjectType(type) ? Object.values(type.getFields()).filter((inner) => !inner.args.some(isRequiredArgument)) : [];
  const parts = below.flatMap((inner) => {
    if (!isCompositeType(getNamedType(inner.type))) return [inner.name];
    return depth > 0 ? [`${inner.name}${selectionOf(inner, depth - 1)}`] : [];
  });
  return ` { __typename ${parts.join(' ')} }`;
}

/** A root query with all that it gives, and its arguments as variables. */
function documentOf(name: string, given: Arguments, depth: number): string {
  const field = schema.getQueryType()!.getFields()[name]!;
  const known = field.args.filter((argument) => argument.name in given);
  const head = known.length > 0 ? `(${known.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ')})` : '';
  const tail = known.length > 0 ? `(${known.map((argument) => `${argument.name}: $${argument.name}`).join(', ')})` : '';
  return `query Q${head} { ${name}${tail}${selectionOf(field, depth)} }`;
}

const nowhere = (): Planted => ({ kind: 'hidden', space: { id: newId(), slug: 'space-00000000' }, lessonId: newId(), replyId: newId(), trialId: newId(), draftId: newId(), collectionId: newId() });

/**
 * How each root query is asked for what is planted. **A new query needs a line here**: with the ids and words by which it
 * could be made to tell; `[{}]` where it takes none. `null`: it gives nothing that people wrote in the forum.
 */
const QUESTIONS: Record<string, ((p: Planted) => Arguments[]) | null> = {
  lesson: (p) => [{ id: p.lessonId }, { id: p.lessonId, language: 'en' }, { id: p.replyId }, { id: p.space.id }],
  lessons: (p) => [{ first: 50 }, { filter: { spaceId: p.space.id } }, { filter: { text: `${WORD}title` } }, { filter: { text: `${WORD}did` } }, { filter: { audiences: ['space'] } }, { filter: { voiceId: insider.person.voiceId } }, { filter: { cities: ['oslo'] } }, { filter: { themes: [theme] } }, { sort: 'active' }, { filter: { results: ['worked'] } }],
  lessonFacets: (p) => [{}, { filter: { spaceId: p.space.id } }, { filter: { text: `${WORD}title` } }, { filter: { audiences: ['space'] } }],
  searchForum: () => ['title', 'short', 'did', 'reply', 'answer', 'trial', 'advice', 'change', 'gone', 'later'].map((end) => ({ query: WORD + end })),
  lessonHistory: (p) => [{ id: p.lessonId }],
  lessonSource: (p) => [{ id: p.lessonId }],
  lessonTitles: () => [{ text: `${WORD}title` }, { text: WORD }],
  savedViews: () => [{}],
  themeMeanings: null,
  collection: (p) => [{ id: p.collectionId }, { id: p.lessonId }],
  collections: () => [{ first: 50 }],
  myCollections: (p) => [{}, { lessonId: p.lessonId }],
  following: () => [{}],
  mentionable: (p) => ['helper', 'insider', WORD].map((text) => ({ threadId: p.lessonId, text })),
  question: (p) => [{ id: p.lessonId }, { id: p.replyId }],
  questionSource: (p) => [{ id: p.lessonId }],
  questionFacets: () => [{}, { filter: { text: `${WORD}title` } }],
  questions: () => [{ first: 50 }, { filter: { text: `${WORD}title` } }],
  reply: (p) => [{ id: p.replyId }, { id: p.trialId }],
  similarThreads: () => [{ text: `${WORD}title` }, { text: `${WORD}title hidden ${WORD}short` }],
  waitingQuestions: () => [{}],
  drafts: () => [{}],
  draft: (p) => [{ id: p.draftId }],
  lessonChain: (p) => [{ id: p.lessonId }, { id: openId }],
  attachedFiles: (p) => [{ subjectKind: 'lesson', subjectId: p.lessonId }, { subjectKind: 'draft', subjectId: p.draftId }],
  writer: () => [{}],
  space: (p) => [{ slug: p.space.slug }],
  spaces: () => [{ first: 100 }],
  cities: () => [{ first: 50 }, { filter: { text: WORD } }],
  city: () => [{ slug: 'oslo' }],
  cityFacets: () => [{}],
  themes: () => [{}],
  member: () => [{ handle: insider.person.handle }, { handle: helper.person.handle }],
  members: () => [{ first: 50 }, { filter: { text: WORD } }],
  memberFiles: () => [{ first: 50 }],
  memberFile: () => [{ id: insider.person.voiceId }],
  inbox: () => [{ view: 'new' }],
  outbox: () => [{ first: 100 }],
  moderationQueue: () => [{ view: 'open' }, { view: 'decided' }],
  moderationCase: (p) => [{ id: p.lessonId }, { id: p.replyId }],
  myDecisions: () => [{}],
  myDecision: (p) => [{ id: p.lessonId }],
  auditLog: (p) => [{ first: 100 }, { subjectId: p.lessonId }, { subjectId: p.space.id }],
  events: () => [{}],
  event: () => [{ slug: 'nowhere' }],
  viewer: () => [{}],
  previewText: null, application: null, applications: null, auditCheck: null, guests: null, mailPreferences: null, myProfile: null, myRegistrations: null, mySessions: null, registration: null, staffEvents: null,
};

async function answerOf(who: Client, name: string, given: Arguments): Promise<string> {
  let said = '';
  for (const depth of [3, 2, 1, 0]) {
    const { data, errors } = await who.raw(documentOf(name, given, depth), given);
    said = JSON.stringify(errors);
    // Some answers are too large to ask for whole.
    if (errors?.some(({ message }) => /too much|too many|platform\.invalid/.test(message))) continue;
    return JSON.stringify({ data, errors: errors?.map(({ message, extensions }) => [message, extensions?.code]) });
  }
  throw new Error(`${name} can't be asked: ${said}`);
}

describe('what a closed space holds', () => {
  it('has a line here for every root query', () => {
    const all = Object.keys(schema.getQueryType()!.getFields());
    expect(all.filter((name) => !(name in QUESTIONS))).toEqual([]);
    expect(Object.keys(QUESTIONS).filter((name) => !all.includes(name))).toEqual([]);
  });

  it('is found by those inside, so that this story means something', async () => {
    const found = async (name: string, given: Arguments) => PLANTED.test(await answerOf(helper, name, given));
    for (const p of planted) {
      expect(await found('lesson', { id: p.lessonId })).toBe(true);
      expect(await found('lessons', { filter: { spaceId: p.space.id } })).toBe(true);
      expect(await found('lessonHistory', { id: p.lessonId })).toBe(true);
    }
    expect(await found('searchForum', { query: `${WORD}advice` })).toBe(true);
    expect(await found('city', { slug: 'oslo' })).toBe(true);
    expect(await found('spaces', { first: 100 })).toBe(true);
    expect(PLANTED.test(await answerOf(insider, 'inbox', { view: 'new' }))).toBe(true);
    expect(PLANTED.test(await answerOf(insider, 'drafts', {}))).toBe(true);
  });

  it('is in no answer of any query to anybody else', async () => {
    const told: string[] = [];
    for (const [who, client] of Object.entries(outsiders)) {
      for (const [name, ask] of Object.entries(QUESTIONS)) {
        for (const given of ask ? [...new Map(planted.flatMap((p) => ask(p)).map((those) => [JSON.stringify(those), those])).values()] : []) {
          const answer = await answerOf(client, name, given);
          // Of what one asked for, the error of a wrong argument may say it again.
          if (PLANTED.test(answer)) told.push(`${who}: ${name} ${JSON.stringify(given)}`);
        }
      }
    }
    expect(told).toEqual([]);
  }, 120_000);

  it('is answered exactly as what is not there', async () => {
    for (const [who, client] of Object.entries(outsiders)) {
      for (const name of ['lesson', 'lessonHistory', 'lessonSource', 'question', 'reply', 'mentionable', 'draft', 'moderationCase', 'myDecision', 'space']) {
        for (const p of planted) {
          // A private space is known to members; what is in it is not.
          if (name === 'space' && p.kind === 'private' && who !== 'guest') continue;
          expect([who, name, await answerOf(client, name, QUESTIONS[name]!(p)[0]!)]).toEqual([who, name, await answerOf(client, name, QUESTIONS[name]!(nowhere())[0]!)]);
        }
      }
      for (const p of planted) {
        const counts = 'query C($filter: LessonFilter) { lessons(filter: $filter) { totalCount nextCursor items { id } } lessonFacets(filter: $filter) { facet options { value count chosen } } }';
        expect(await client.raw(counts, { filter: { spaceId: p.space.id } })).toEqual(await client.raw(counts, { filter: { spaceId: newId() } }));
        expect((await client.raw('query C($query: String!) { searchForum(query: $query) { totalCount } }', { query: `${WORD}did` })).data).toEqual({ searchForum: { totalCount: 0 } });
      }
      const { city } = await client.ask('{ city(slug: "oslo") { lessons { totalCount items { id } } trials { text: advice } } }');
      expect([who, city]).toEqual([who, { lessons: { totalCount: 1, items: [expect.anything()] }, trials: [] }]);
      const { lessonFacets } = await client.ask('{ lessonFacets { options { value count } } }');
      expect(lessonFacets.flatMap(({ options }: { options: { value: string; count: number }[] }) => options).filter(({ value, count }: { value: string; count: number }) => value === 'space' && count > 0)).toEqual([]);
    }
  }, 120_000);

  it('can be touched by nobody else, and refuses as what is not there', async () => {
    const key = () => newId();
    const acts: Record<string, (p: Planted) => [string, Arguments]> = {
      postReply: (p) => ['PostReplyInput', { key: key(), threadId: p.lessonId, text: 'Hello' }],
      recordTrial: (p) => ['RecordTrialInput', { key: key(), threadId: p.lessonId, cityId: oslo.id, adaptation: 'same', result: 'worked', advice: 'Do' }],
      followThread: (p) => ['FollowThreadInput', { threadId: p.lessonId, level: 'everything' }],
      markSeen: (p) => ['MarkSeenInput', { threadId: p.lessonId, upTo: 1 }],
      markUnread: (p) => ['MarkUnreadInput', { threadId: p.lessonId, from: 1 }],
      saveDraft: (p) => ['SaveDraftInput', { kind: 'reply', threadId: p.lessonId, version: 0, device: 'x', content: { text: 'x' } }],
      withdrawLesson: (p) => ['WithdrawLessonInput', { id: p.lessonId }],
      restoreLesson: (p) => ['RestoreLessonInput', { id: p.lessonId }],
      editLesson: (p) => ['EditLessonInput', { id: p.lessonId, version: 1, title: 'x', short: 'x', context: '', did: 'x', happened: 'x', differently: '', elsewhere: '', themes: [theme], level: 'primary', audience: 'public', language: 'en' }],
      editReply: (p) => ['EditReplyInput', { id: p.replyId, text: 'x' }],
      withdrawReply: (p) => ['WithdrawReplyInput', { id: p.replyId }],
      restoreReply: (p) => ['RestoreReplyInput', { id: p.replyId }],
      reportContent: (p) => ['ReportContentInput', { key: key(), kind: 'lesson', id: p.lessonId, reason: 'personalData', note: 'x' }],
      publishLesson: (p) => ['PublishLessonInput', { key: key(), spaceId: p.space.id, title: 'x', short: 'x', context: '', did: 'x', happened: 'x', differently: '', elsewhere: '', themes: [theme], level: 'primary', audience: 'public', language: 'en' }],
      joinSpace: (p) => ['AgreeToSpaceInput', { spaceId: p.space.id, agreement: 0 }],
      askToJoinSpace: (p) => ['AskToJoinSpaceInput', { key: key(), spaceId: p.space.id, agreement: 0, why: 'x' }],
      leaveSpace: (p) => ['SpaceInput', { spaceId: p.space.id }],
      closeSpace: (p) => ['SpaceInput', { spaceId: p.space.id }],
      inviteToSpace: (p) => ['InviteToSpaceInput', { key: key(), spaceId: p.space.id, handle: 'x' }],
    };
    const said = async (client: Client, name: string, [type, input]: [string, Arguments]) => {
      const { data, errors } = await client.raw(`mutation M($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input });
      return { data, errors: errors?.map(({ message, extensions }) => [message, extensions?.code]) };
    };
    const hidden = planted[1]!;
    for (const [who, client] of Object.entries(outsiders)) {
      for (const [name, act] of Object.entries(acts)) {
        const there = await said(client, name, act(hidden));
        expect([who, name, there]).toEqual([who, name, await said(client, name, act(nowhere()))]);
        expect([who, name, there.errors?.length]).toEqual([who, name, 1]);
      }
    }
  }, 60_000);

  it('has rooms that nobody else enters, and hints at nothing', async () => {
    for (const [who, client] of Object.entries(members)) {
      const socket = await client.connect();
      const heard: unknown[] = [];
      socket.on('signal', (signal: unknown) => heard.push(signal));
      for (const { lessonId } of planted) {
        expect([who, await socket.emitWithAck('look', { kind: 'thread', id: lessonId })]).toEqual([who, { ok: false }]);
        await helper.ask(POST, { input: { key: newId(), threadId: lessonId, text: `${WORD}hint` } });
      }
      await app.settle();
      expect([who, heard]).toEqual([who, []]);
      client.hangUp();
    }
  });

  it('closes the rooms of who leaves, while they look', async () => {
    const { app: _, ...p } = { app, ...planted[1]! };
    const socket = await helper.connect();
    const heard: { id?: string; kind: string }[] = [];
    socket.on('signal', (signal: { id?: string; kind: string }) => heard.push(signal));
    expect(await socket.emitWithAck('look', { kind: 'thread', id: p.lessonId })).toMatchObject({ ok: true });
    await helper.ask('mutation L($input: SpaceInput!) { leaveSpace(input: $input) { id } }', { input: { spaceId: p.space.id } });
    await app.settle();
    heard.length = 0;
    await insider.ask(POST, { input: { key: newId(), threadId: p.lessonId, text: `${WORD}after` } });
    await app.settle();
    expect(heard).toEqual([]);
    expect(await socket.emitWithAck('look', { kind: 'thread', id: p.lessonId })).toEqual({ ok: false });
    helper.hangUp();
    await helper.ask('mutation B($input: SpaceInput!) { returnToSpace(input: $input) { id } }', { input: { spaceId: p.space.id } });
  });

  it('is in no mail, to nobody', async () => {
    await app.settle();
    const { outbox } = await app.guest().ask('{ outbox(first: 100) { items { to subject text path } } }');
    expect(outbox.items.length).toBeGreaterThan(0);
    expect(PLANTED.test(JSON.stringify(outbox))).toBe(false);
  });

  it('reaches moderators as the reported reply alone', async () => {
    const { replyId, lessonId } = planted[1]!;
    await insider.ask('mutation R($input: ReportContentInput!) { reportContent(input: $input) { id } }', { input: { key: newId(), kind: 'reply', id: replyId, reason: 'personalData', note: 'look' } });
    await app.settle();
    const moderator = members['moderator']!;
    const queue = await answerOf(moderator, 'moderationQueue', { view: 'open' });
    const { moderationQueue } = await moderator.ask('{ moderationQueue(view: open) { items { id } } }');
    const whole = queue + (await answerOf(moderator, 'moderationCase', { id: moderationQueue.items[0].id })) + (await answerOf(moderator, 'inbox', { view: 'new' }));
    expect(new Set(whole.match(/quixzelwort\w*/gi))).toEqual(new Set([`${WORD}reply`]));
    expect(await answerOf(moderator, 'lesson', { id: lessonId })).toContain('platform.notFound');
    for (const who of ['member', 'coordinator', 'gone']) expect(PLANTED.test(await answerOf(members[who]!, 'moderationQueue', { view: 'open' }))).toBe(false);
  });
});

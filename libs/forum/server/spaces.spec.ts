import { type ForumStory, forumStory, makeLesson, makeSpace } from '@crosscity/forum/testing';
import { type MemberClient, besidesWhoAsks, makeMember } from '@crosscity/identity/testing';
import { makeCity } from '@crosscity/cities/testing';
import { Database, newId } from '@crosscity/platform/server';
import type { Client } from '@crosscity/platform/testing';
import { audienceIn, isStricter, maySpace } from './spaces.policy';

const SPACE = `id slug kind joining version agreementVersion memberCount lessonCount closedAt viewer { belongs isModerator requestId invitationId } viewerCan { join ask leave write attend care }`;
const ONE = `query One($slug: String!) { space(slug: $slug) { ${SPACE} agreement { version html } members(first: 20) { items { voice { id name } isModerator } } requests { id why voice { id } } invitations { id voice { id } } } }`;
const ALL = `{ spaces(first: 100) { items { id name viewer { belongs } memberCount lessonCount } nextCursor } }`;
const act = (name: string, input: string) => `mutation Act($input: ${input}!) { ${name}(input: $input) { ${SPACE} } }`;
const JOIN = act('joinSpace', 'AgreeToSpaceInput');
const ASK = act('askToJoinSpace', 'AskToJoinSpaceInput');
const DECIDE = act('decideSpaceRequest', 'DecideSpaceRequestInput');
const INVITE = act('inviteToSpace', 'InviteToSpaceInput');
const ANSWER = act('answerSpaceInvitation', 'AnswerSpaceInvitationInput');
const AGREE = act('agreeToSpace', 'AgreeToSpaceInput');
const LEAVE = act('leaveSpace', 'SpaceInput');
const BACK = act('returnToSpace', 'SpaceInput');
const AGREEMENT = act('publishSpaceAgreement', 'PublishSpaceAgreementInput');
const STEP_DOWN = act('stepDownInSpace', 'SpaceInput');
const APPOINT = act('appointSpaceModerator', 'SpaceMemberInput');
const REMOVE = act('removeSpaceMember', 'RemoveSpaceMemberInput');
const EDIT = act('editSpace', 'EditSpaceInput');
const CREATE = act('createSpace', 'CreateSpaceInput');
const CLOSE = act('closeSpace', 'SpaceInput');
const PUBLISH = 'mutation P($input: PublishLessonInput!) { publishLesson(input: $input) { id audience } }';
const POST = 'mutation R($input: PostReplyInput!) { postReply(input: $input) { id } }';
const READ = 'query L($id: ID!) { lesson(id: $id) { id audience viewerCan { reply } } }';

const WORDS = { title: 'A quiet room', short: 'Have one.', context: '', differently: '', elsewhere: '', did: 'We made one.', happened: 'It helped.', themes: ['hate-speech'], level: 'primary', language: 'en' };

let story: ForumStory;
let leader: MemberClient;
let other: MemberClient;

beforeAll(async () => {
  story = await forumStory({ RATE_LIMITS: 'false' });
  [leader, other] = await Promise.all([makeMember(story.app, { name: 'Leader' }), makeMember(story.app, { name: 'Other' })]);
  WORDS.themes = [(await story.app.guest().ask('{ themes { slug } }')).themes[0].slug];
});

const see = async (who: Client, slug: string) => (await who.ask(ONE, { slug })).space;
const refused = (answer: Promise<unknown>, code: string) => expect(answer).rejects.toMatchObject({ code });
const outcomes = async (acts: Promise<unknown>[]) => (await Promise.allSettled(acts)).map((outcome) => (outcome.status === 'fulfilled' ? 'done' : outcome.reason.code)).toSorted();
const inCircle = async (spaceId: string) => (await story.app.nest.get(Database).rows<{ person_id: string }>('select person_id from circle_member where circle_id = $1', [spaceId])).map(({ person_id }) => person_id);

describe('the rules', () => {
  it('are pure', () => {
    const hidden = { kind: 'hidden' as const, agreementVersion: 2, closedAt: null };
    const guest = { kind: 'guest' as const, locale: 'en' as const };
    expect(maySpace.see(guest, { ...hidden, kind: 'public' }, null, false)).toBe(true);
    expect(maySpace.see(guest, { ...hidden, kind: 'members' }, null, false)).toBe(false);
    expect(maySpace.isInside(hidden, { isModerator: false, agreedVersion: 1 })).toBe(false);
    expect(maySpace.care(hidden, { isModerator: true, agreedVersion: 1 })).toBe(false);
    expect(maySpace.care(hidden, { isModerator: true, agreedVersion: 2 })).toBe(true);
    expect([audienceIn('public', 'public'), audienceIn('public', 'members'), audienceIn('members', 'public'), audienceIn('private', 'public'), audienceIn('hidden', 'members')]).toEqual(['public', 'members', 'members', 'space', 'space']);
    expect([isStricter('hidden', 'private'), isStricter('public', 'members'), isStricter('members', 'members')]).toEqual([true, false, false]);
  });
});

describe('four ways in', () => {
  it('open: by oneself, once, with the agreement that counts', async () => {
    const { app, samira } = story;
    const { id, slug } = await makeSpace(app, { kind: 'private', joining: 'open', moderators: [leader] });
    expect(await see(samira, slug)).toMatchObject({ memberCount: null, lessonCount: null, members: { items: [] }, viewer: { belongs: 'none' }, viewerCan: { join: true, ask: false, care: false } });
    await leader.ask(AGREEMENT, { input: { spaceId: id, after: 0, text: 'What is said here **stays** here.' } });
    await refused(samira.ask(JOIN, { input: { spaceId: id, agreement: 0 } }), 'forum.spaceAgreement');
    const twice = await Promise.all([1, 2].map(() => samira.ask(JOIN, { input: { spaceId: id, agreement: 1 } })));
    for (const { joinSpace } of twice) expect(joinSpace).toMatchObject({ memberCount: 2, viewer: { belongs: 'member' }, viewerCan: { write: true, leave: true } });
    expect((await see(samira, slug)).members.items.map(({ voice }: { voice: { name: string } }) => voice.name)).toEqual(['Leader', 'Samira']);
  });

  it('request: with a word why; admitted or refused with a reason, and told', async () => {
    const { app, ingrid, samira, moderator } = story;
    const { id, slug } = await makeSpace(app, { kind: 'private', joining: 'request', moderators: [leader] });
    await refused(samira.ask(JOIN, { input: { spaceId: id, agreement: 0 } }), 'forum.spaceJoining');
    const input = { spaceId: id, agreement: 0, why: 'I work with the same group.', key: newId() };
    for (const _ of [1, 2]) expect((await samira.ask(ASK, { input })).askToJoinSpace.viewer.belongs).toBe('asked');
    await ingrid.ask(ASK, { input: { ...input, why: 'Me too', key: newId() } });
    expect((await see(samira, slug)).requests).toEqual([]);
    const { requests } = await see(leader, slug);
    expect(requests).toMatchObject([{ why: 'I work with the same group.', voice: { id: samira.person.voiceId } }, { why: 'Me too' }]);
    await refused(other.ask(DECIDE, { input: { id: requests[0].id, admit: true } }), 'platform.notFound');
    await refused(samira.ask(DECIDE, { input: { id: requests[0].id, admit: true } }), 'platform.notFound');
    await refused(leader.ask(DECIDE, { input: { id: requests[1].id, admit: false } }), 'platform.invalid');
    // A moderator of the space and staff at once: one of them decides.
    expect(await outcomes([leader.ask(DECIDE, { input: { id: requests[0].id, admit: true } }), moderator.ask(DECIDE, { input: { id: requests[0].id, admit: false, reason: 'Not now' } })])).toEqual(['done', 'forum.spaceDecided']);
    expect(await outcomes([1, 2].map(() => leader.ask(DECIDE, { input: { id: requests[1].id, admit: true } })))).toEqual(['done', 'done']);
    expect((await see(ingrid, slug)).viewer.belongs).toBe('member');
  });

  it('invitation: by a moderator of the space, to a member, who answers', async () => {
    const { app, ingrid, samira } = story;
    const { id, slug } = await makeSpace(app, { kind: 'hidden', moderators: [leader], members: [ingrid] });
    await refused(see(samira, slug), 'platform.notFound');
    await refused(ingrid.ask(INVITE, { input: { spaceId: id, handle: samira.person.handle, key: newId() } }), 'platform.notAllowed');
    await refused(leader.ask(INVITE, { input: { spaceId: id, handle: 'nobody-here', key: newId() } }), 'forum.spaceNobody');
    await refused(leader.ask(INVITE, { input: { spaceId: id, handle: ingrid.person.handle, key: newId() } }), 'forum.spaceBelongs');
    await Promise.all([1, 2].map(() => leader.ask(INVITE, { input: { spaceId: id, handle: samira.person.handle, key: newId() } })));
    expect((await see(leader, slug)).invitations).toHaveLength(1);
    const { viewer } = await see(samira, slug);
    expect(viewer.belongs).toBe('invited');
    await refused(other.ask(ANSWER, { input: { id: viewer.invitationId, accept: true, agreement: 0 } }), 'platform.notFound');
    expect((await samira.ask(ANSWER, { input: { id: viewer.invitationId, accept: false } })).answerSpaceInvitation).toBeNull();
    await refused(see(samira, slug), 'platform.notFound');
    await leader.ask(INVITE, { input: { spaceId: id, handle: samira.person.handle, key: newId() } });
    const again = (await see(samira, slug)).viewer;
    expect((await samira.ask(ANSWER, { input: { id: again.invitationId, accept: true, agreement: 0 } })).answerSpaceInvitation.viewer.belongs).toBe('member');
    expect(await inCircle(id)).toContain(samira.person.id);
  });

  it('city: members of its cities by themselves, nobody else', async () => {
    const { app, ingrid, samira, oslo, moderator } = story;
    const turku = await makeCity(app, { name: 'Turku', slug: 'turku' });
    const { createSpace } = await moderator.ask(CREATE, { input: { key: newId(), name: 'Oslo and Turku', purpose: '', language: 'en', kind: 'members', joining: 'city', cityIds: [oslo.id, turku.id], moderator: leader.person.handle, agreement: null } });
    expect((await ingrid.ask(JOIN, { input: { spaceId: createSpace.id, agreement: 0 } })).joinSpace.viewer.belongs).toBe('member');
    await refused(samira.ask(JOIN, { input: { spaceId: createSpace.id, agreement: 0 } }), 'forum.spaceJoining');
    expect((await see(leader, createSpace.slug)).viewer).toMatchObject({ belongs: 'moderator' });
  });

  it('staff make a hidden space and do not see it from then on; members make none', async () => {
    const { moderator, samira } = story;
    const input = { key: newId(), name: 'Out of sight', purpose: 'Cases', language: 'en', kind: 'hidden', joining: 'invitation', moderator: leader.person.handle, agreement: 'Be kind.' };
    const { createSpace } = await moderator.ask(CREATE, { input });
    expect((await moderator.ask(CREATE, { input })).createSpace.id).toBe(createSpace.id);
    await refused(see(moderator, createSpace.slug), 'platform.notFound');
    expect(await see(leader, createSpace.slug)).toMatchObject({ viewer: { belongs: 'mustAgree' }, viewerCan: { care: false, write: false } });
    expect((await leader.ask(AGREE, { input: { spaceId: createSpace.id, agreement: 1 } })).agreeToSpace.viewer.belongs).toBe('moderator');
    await refused(samira.ask(CREATE, { input: { ...input, key: newId() } }), 'platform.notAllowed');
  });
});

describe('agreements', () => {
  it('wait for everybody again after a new version: reading in closed spaces, writing in all', async () => {
    const { app, samira } = story;
    for (const kind of ['private', 'members'] as const) {
      const { id } = await makeSpace(app, { kind, joining: 'open', moderators: [leader], members: [samira] });
      const lesson = await makeLesson(app, { voiceId: leader.person.voiceId, spaceId: id, audience: kind === 'private' ? 'space' : 'members' });
      expect((await samira.ask(READ, { id: lesson.id })).lesson.viewerCan.reply).toBe(true);
      await leader.ask(AGREEMENT, { input: { spaceId: id, after: 0, text: 'New.' } });
      await refused(leader.ask(AGREEMENT, { input: { spaceId: id, after: 0, text: 'Newer.' } }), 'platform.conflict');
      if (kind === 'private') await refused(samira.ask(READ, { id: lesson.id }), 'platform.notFound');
      else expect((await samira.ask(READ, { id: lesson.id })).lesson.viewerCan.reply).toBe(false);
      await refused(samira.ask(POST, { input: { key: newId(), threadId: lesson.id, text: 'Yes' } }), kind === 'private' ? 'platform.notFound' : 'forum.spaceInsideOnly');
      await refused(samira.ask(PUBLISH, { input: { ...WORDS, key: newId(), audience: 'members', spaceId: id } }), 'forum.spaceAgreement');
      await refused(samira.ask(AGREE, { input: { spaceId: id, agreement: 0 } }), 'forum.spaceAgreement');
      await samira.ask(AGREE, { input: { spaceId: id, agreement: 1 } });
      await samira.ask(POST, { input: { key: newId(), threadId: lesson.id, text: 'Yes' } });
    }
  });

  it('are never passed by: joining and a new version at once end outside or with the new one', async () => {
    const { app } = story;
    const joiners = await Promise.all([1, 2, 3].map((number) => makeMember(app, { name: `Joiner ${number}` })));
    const { id } = await makeSpace(app, { kind: 'private', joining: 'open', moderators: [leader] });
    await Promise.allSettled([leader.ask(AGREEMENT, { input: { spaceId: id, after: 0, text: 'New.' } }), ...joiners.map((joiner) => joiner.ask(JOIN, { input: { spaceId: id, agreement: 0 } }))]);
    // Those who were faster belong, but nobody of them is inside with the old one.
    expect(await inCircle(id)).toEqual([leader.person.id]);
  });
});

describe('care', () => {
  it('never ends: of two last moderators who step down or leave at once, one stays', async () => {
    const { app, samira } = story;
    const { id, slug } = await makeSpace(app, { kind: 'private', moderators: [leader, samira], members: [other] });
    expect(await outcomes([leader.ask(STEP_DOWN, { input: { spaceId: id } }), samira.ask(LEAVE, { input: { spaceId: id } })])).toEqual(['done', 'forum.spaceLastModerator']);
    const left = (await see(other, slug)).members.items.filter(({ isModerator }: { isModerator: boolean }) => isModerator);
    expect(left).toHaveLength(1);
    await refused(other.ask(APPOINT, { input: { spaceId: id, memberId: other.person.voiceId } }), 'platform.notAllowed');
  });

  it('appoints, and removes with a reason that is told; the removed come back by invitation only', async () => {
    const { app, samira, ingrid } = story;
    const { id, slug } = await makeSpace(app, { kind: 'private', joining: 'open', moderators: [leader], members: [samira, ingrid] });
    await leader.ask(APPOINT, { input: { spaceId: id, memberId: ingrid.person.voiceId } });
    await refused(leader.ask(REMOVE, { input: { spaceId: id, memberId: ingrid.person.voiceId, reason: 'No' } }), 'platform.notAllowed');
    await refused(leader.ask(REMOVE, { input: { spaceId: id, memberId: other.person.voiceId, reason: 'No' } }), 'platform.notFound');
    expect((await ingrid.ask(REMOVE, { input: { spaceId: id, memberId: samira.person.voiceId, reason: 'Told it outside.' } })).removeSpaceMember.memberCount).toBe(2);
    expect(await inCircle(id)).not.toContain(samira.person.id);
    await refused(samira.ask(JOIN, { input: { spaceId: id, agreement: 0 } }), 'forum.spaceRemoved');
    await refused(samira.ask(BACK, { input: { spaceId: id } }), 'platform.notFound');
    await ingrid.ask(INVITE, { input: { spaceId: id, handle: samira.person.handle, key: newId() } });
    const { viewer } = await see(samira, slug);
    await samira.ask(ANSWER, { input: { id: viewer.invitationId, accept: true, agreement: 0 } });
    expect(await inCircle(id)).toContain(samira.person.id);
  });

  it('lets one leave and come back as what one was', async () => {
    const { app, samira } = story;
    const { id, slug } = await makeSpace(app, { kind: 'hidden', moderators: [leader, samira] });
    expect((await samira.ask(LEAVE, { input: { spaceId: id } })).leaveSpace).toBeNull();
    await refused(see(samira, slug), 'platform.notFound');
    expect((await samira.ask(BACK, { input: { spaceId: id } })).returnToSpace.viewer).toMatchObject({ belongs: 'moderator' });
    await refused(other.ask(BACK, { input: { spaceId: id } }), 'platform.notFound');
  });

  it('makes kinds stricter, never more open, and takes readers from what was written', async () => {
    const { app, samira } = story;
    const { id, slug } = await makeSpace(app, { kind: 'public', moderators: [leader] });
    const settings = { id, name: 'A space', purpose: '', language: 'en', joining: 'invitation' };
    const { publishLesson } = await leader.ask(PUBLISH, { input: { ...WORDS, key: newId(), audience: 'public', spaceId: id } });
    expect(publishLesson.audience).toBe('public');
    await app.guest().ask(READ, { id: publishLesson.id });
    await refused(samira.ask(EDIT, { input: { ...settings, version: 1, kind: 'private' } }), 'platform.notAllowed');
    expect((await leader.ask(EDIT, { input: { ...settings, version: 1, kind: 'private' } })).editSpace).toMatchObject({ kind: 'private', version: 2 });
    for (const reader of [app.guest(), samira]) await refused(reader.ask(READ, { id: publishLesson.id }), 'platform.notFound');
    expect((await leader.ask(READ, { id: publishLesson.id })).lesson.audience).toBe('space');
    await refused(leader.ask(EDIT, { input: { ...settings, version: 2, kind: 'members' } }), 'forum.spaceOpener');
    await refused(leader.ask(EDIT, { input: { ...settings, version: 1, kind: 'hidden' } }), 'platform.conflict');
    const EDIT_LESSON = 'mutation E($input: EditLessonInput!) { editLesson(input: $input) { audience } }';
    expect((await leader.ask(EDIT_LESSON, { input: { ...WORDS, id: publishLesson.id, version: 1, audience: 'public' } })).editLesson.audience).toBe('space');
    await leader.ask(CLOSE, { input: { spaceId: id } });
    await refused(leader.ask(POST, { input: { key: newId(), threadId: publishLesson.id, text: 'More' } }), 'forum.closed');
    await refused(leader.ask(PUBLISH, { input: { ...WORDS, key: newId(), audience: 'public', spaceId: id } }), 'forum.spaceClosed');
    expect((await leader.ask(READ, { id: publishLesson.id })).lesson.viewerCan.reply).toBe(false);
    expect((await see(leader, slug)).lessonCount).toBe(1);
  });
});

describe('lists', () => {
  it('show one\'s own first, hidden ones to nobody else, and cost the same for many', async () => {
    const { app, samira, moderator } = story;
    const reader = await makeMember(app, { name: 'Reader' });
    const hidden = await makeSpace(app, { kind: 'hidden', name: 'Zulu', moderators: [leader], members: [reader] });
    await makeSpace(app, { kind: 'public', name: 'Alpha', moderators: [leader] });
    const ids = async (who: Client) => (await who.ask(ALL)).spaces.items.map(({ id }: { id: string }) => id);
    expect((await ids(reader))[0]).toBe(hidden.id);
    for (const who of [app.guest(), samira, moderator, story.coordinator]) expect(await ids(who)).not.toContain(hidden.id);
    const few = besidesWhoAsks((await app.counting(() => reader.ask(ALL))).statements);
    for (const name of ['B', 'C', 'D']) await makeSpace(app, { kind: 'members', name, moderators: [leader] });
    const many = besidesWhoAsks((await app.counting(() => reader.ask(ALL))).statements);
    expect([few.length, many.length]).toEqual([1, 1]);
    const one = besidesWhoAsks((await app.counting(() => see(reader, hidden.slug))).statements);
    expect(one).toHaveLength(2);
    expect((await app.guest().ask('query F($id: ID!) { lessons(filter: { spaceId: $id }) { items { id } } }', { id: hidden.id })).lessons.items).toEqual([]);
  });
});

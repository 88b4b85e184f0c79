import { type ForumStory, forumStory, makeLesson } from '@crosscity/forum/testing';
import { makeMember } from '@crosscity/identity/testing';
import { SYSTEM, newId } from '@crosscity/platform/server';
import { ThreadEntity } from './thread.entity';

const ABOUT = `query About($id: ID!) { lesson(id: $id) { id freshUntil reviewStanding citedVoice { name title place } reviews { id words isOfEarlierVersion voice { name title } viewerCan { takeBack report } } } }`;
const REVIEW = `mutation Review($input: ReviewLessonInput!) { reviewLesson(input: $input) { id reviews { id words voice { name } } } }`;
const TAKE_BACK = `mutation TakeBack($input: TakeBackReviewInput!) { takeBackReview(input: $input) { id reviews { id } } }`;
const RENEW = `mutation Renew($input: RenewLessonInput!) { renewLesson(input: $input) { id freshUntil } }`;
const WITHDRAW = `mutation Withdraw($input: WithdrawLessonInput!) { withdrawLesson(input: $input) { id } }`;
const RESTORE = `mutation Restore($input: RestoreLessonInput!) { restoreLesson(input: $input) { id } }`;
const LESSON = 'query Lesson($id: ID!) { lesson(id: $id) { id freshUntil } }';
const YEAR = 365.25 * 86_400_000;

let story: ForumStory;

beforeAll(async () => {
  story = await forumStory();
});

const refusal = (code: string, data?: unknown) => expect.objectContaining(data === undefined ? { code } : { code, data });
const setTitle = (voiceId: string, title: string | null, guestsSee: string[] = []) =>
  story.app.work.run(SYSTEM, (tx) => tx.rows('with done as (update voice set title = $2, guests_see = $3 where id = $1 returning 1) select * from done', [voiceId, title, guestsSee]));

describe('reviewed by', () => {
  it('is said once by somebody with a role, shown by the rules of their voice, and taken back', async () => {
    const { app, ingrid, samira, coordinator } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    await setTitle(samira.person.voiceId, null);
    expect((await samira.ask(ABOUT, { id })).lesson.reviewStanding).toBe('needsRole');
    expect((await ingrid.ask(ABOUT, { id })).lesson.reviewStanding).toBe('no');
    expect((await coordinator.ask(ABOUT, { id })).lesson.reviewStanding).toBe('yes');
    expect((await app.guest().ask(ABOUT, { id })).lesson.reviewStanding).toBe('no');
    const input = () => ({ key: newId(), lessonId: id, words: 'The steps are sound and legal in Sweden.' });
    await expect(samira.ask(REVIEW, { input: input() })).rejects.toEqual(refusal('forum.reviewNeedsRole'));
    await expect(ingrid.ask(REVIEW, { input: input() })).rejects.toEqual(refusal('platform.notAllowed'));
    await expect(app.guest().ask(REVIEW, { input: input() })).rejects.toEqual(refusal('platform.signInFirst'));
    await setTitle(samira.person.voiceId, 'Social worker');
    await Promise.all(Array.from({ length: 6 }, () => samira.ask(REVIEW, { input: input() })));
    await coordinator.ask(REVIEW, { input: { ...input(), words: 'We read it with our police.' } });
    const { lesson } = await ingrid.ask(ABOUT, { id });
    expect(lesson.reviews).toHaveLength(2);
    expect(lesson.reviews[1]).toMatchObject({ words: 'The steps are sound and legal in Sweden.', isOfEarlierVersion: false, voice: { name: 'Samira', title: 'Social worker' }, viewerCan: { takeBack: false, report: true } });
    expect((await app.guest().ask(ABOUT, { id })).lesson.reviews[1].voice).toEqual({ name: null, title: null });
    await app.work.run(SYSTEM, (tx) => tx.repo(ThreadEntity).update({ id }, { version: 2 }));
    expect((await samira.ask(ABOUT, { id })).lesson.reviews[1]).toMatchObject({ isOfEarlierVersion: true, viewerCan: { takeBack: true, report: false } });
    const own = lesson.reviews[1].id;
    await expect(ingrid.ask(TAKE_BACK, { input: { id: own } })).rejects.toEqual(refusal('platform.notFound'));
    expect((await samira.ask(TAKE_BACK, { input: { id: own } })).takeBackReview.reviews).toHaveLength(1);
    expect((await samira.ask(REVIEW, { input: { ...input(), words: 'Again' } })).reviewLesson.reviews[0]).toMatchObject({ words: 'Again', voice: { name: 'Samira' } });
  });

  it('refuses what is not one plain line', async () => {
    const { app, ingrid, coordinator } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    for (const [words, problem] of [[' ', 'matches'], ['x'.repeat(201), 'maxLength'], ['a\u202Eb', 'plainLine']]) {
      await expect(coordinator.ask(REVIEW, { input: { key: newId(), lessonId: id, words } })).rejects.toEqual(refusal('platform.invalid', { fields: { words: problem } }));
    }
    await expect(coordinator.ask(REVIEW, { input: { key: newId(), lessonId: id, words: 'Call +47 912 34 567' } })).rejects.toEqual(refusal('forum.caseData'));
  });
});

describe('the review date', () => {
  it('is two years ahead, by itself or after "still true", which only its author says', async () => {
    const { app, ingrid, samira } = story;
    const publishedAt = new Date(Date.now() - 3 * YEAR);
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId, publishedAt });
    const freshUntil = async () => Date.parse((await ingrid.ask(LESSON, { id })).lesson.freshUntil);
    expect(Math.abs((await freshUntil()) - publishedAt.getTime() - 2 * YEAR)).toBeLessThan(2 * 86_400_000);
    await expect(samira.ask(RENEW, { input: { id } })).rejects.toEqual(refusal('platform.notAllowed'));
    await ingrid.ask(RENEW, { input: { id } });
    expect(Math.abs((await freshUntil()) - Date.now() - 2 * YEAR)).toBeLessThan(2 * 86_400_000);
    const until = new Date(Date.now() + YEAR / 2).toISOString();
    expect((await ingrid.ask(RENEW, { input: { id, until } })).renewLesson.freshUntil).toBe(until);
    for (const wrong of [new Date(Date.now() - 1000), new Date(Date.now() + 6 * YEAR)]) {
      await expect(ingrid.ask(RENEW, { input: { id, until: wrong.toISOString() } })).rejects.toEqual(refusal('platform.invalid', { fields: { until: 'range' } }));
    }
  });

  it('asks whoever speaks for the lesson, once, at night', async () => {
    const { app } = story;
    const author = await makeMember(app, { name: 'Author' });
    const { id } = await makeLesson(app, { voiceId: author.person.voiceId, publishedAt: new Date(Date.now() - 3 * YEAR) });
    const fresh = await makeLesson(app, { voiceId: author.person.voiceId });
    const asked = async () => (await app.work.run(SYSTEM, (tx) => tx.rows<{ id: string }>('select id from thread where fresh_asked_at is not null and voice_id = $1', [author.person.voiceId]))).map((row) => row.id);
    await app.work.run(SYSTEM, async (tx) => { await tx.rows(`select graphile_worker.add_job('forum.askWhetherTrue')`); });
    await app.settle();
    expect(await asked()).toEqual([id]);
    expect(await asked()).not.toContain(fresh.id);
    await author.ask(RENEW, { input: { id } });
    expect(await asked()).toEqual([]);
  });
});

describe('a withdrawn lesson', () => {
  it('says why where its author wants that, and only then', async () => {
    const { app, ingrid, samira } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    const gone = (why: string | null) => refusal('forum.gone', { at: expect.any(String), rule: null, why });
    await ingrid.ask(WITHDRAW, { input: { id, why: 'The law changed.' } });
    await expect(samira.ask(LESSON, { id })).rejects.toEqual(gone(null));
    await ingrid.ask(RESTORE, { input: { id } });
    await ingrid.ask(WITHDRAW, { input: { id, why: 'The law changed.', showWhy: true } });
    await expect(samira.ask(LESSON, { id })).rejects.toEqual(gone('The law changed.'));
    await expect(app.guest().ask(LESSON, { id })).rejects.toEqual(gone('The law changed.'));
    const members = await makeLesson(app, { voiceId: ingrid.person.voiceId, audience: 'members' });
    await ingrid.ask(WITHDRAW, { input: { id: members.id, why: 'Secret.', showWhy: true } });
    await expect(app.guest().ask(LESSON, { id: members.id })).rejects.toEqual(refusal('platform.notFound'));
  });
});

describe('a citation', () => {
  it('names nobody who is not named to everyone', async () => {
    const { app } = story;
    const author = await makeMember(app, { name: 'Nina' });
    const { id } = await makeLesson(app, { voiceId: author.person.voiceId });
    await setTitle(author.person.voiceId, 'Teacher', ['title']);
    expect((await author.ask(ABOUT, { id })).lesson.citedVoice).toEqual({ name: null, title: 'Teacher', place: null });
    await setTitle(author.person.voiceId, 'Teacher', ['name', 'title']);
    expect((await author.ask(ABOUT, { id })).lesson.citedVoice).toEqual({ name: 'Nina', title: 'Teacher', place: null });
  });
});

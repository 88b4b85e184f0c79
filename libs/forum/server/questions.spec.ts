import { makeCity } from '@crosscity/cities/testing';
import { type ForumStory, forumStory, makeLesson, makeReply, setLessonStatus } from '@crosscity/forum/testing';
import { type MemberClient, besidesWhoAsks, makeCoordinator, makeMember } from '@crosscity/identity/testing';
import type { Fact } from '@crosscity/platform/contract';
import { Database, Notices, newId } from '@crosscity/platform/server';
import type { Client } from '@crosscity/platform/testing';

const QUESTION = `id slug title short html language state audience status version outcomeVersion replyCount lastSeq answerId finishedAt askedCity { slug } voice { name kind } themes { slug }
  reading { follow newCount } viewerCan { reply decide edit withdraw restore report follow }`;
const ASK = `mutation Ask($input: AskQuestionInput!) { askQuestion(input: $input) { ${QUESTION} } }`;
const READ = `query Read($id: ID!) { question(id: $id) { ${QUESTION} answer { id html } outcome { version html source voice { name kind } } replies(first: 20) { items { id seq html } totalCount } } }`;
const EDIT = `mutation Edit($input: EditQuestionInput!) { editQuestion(input: $input) { ${QUESTION} } }`;
const CHOOSE = `mutation Choose($input: ChooseAnswerInput!) { chooseAnswer(input: $input) { ${QUESTION} } }`;
const TELL = `mutation Tell($input: TellOutcomeInput!) { tellOutcome(input: $input) { outcomeVersion outcome { version html source } } }`;
const FINISH = `mutation Finish($input: FinishQuestionInput!) { finishQuestion(input: $input) { state finishedAt } }`;
const LIST = `query List($filter: QuestionFilter, $first: Int, $after: String) { questions(filter: $filter, first: $first, after: $after) { items { id state } nextCursor totalCount } }`;
const FACETS = 'query Facets($filter: QuestionFilter) { questionFacets(filter: $filter) { facet options { value label count chosen } } }';
const WAITING = '{ waitingQuestions(first: 10) { id } }';
const SIMILAR = 'query Similar($text: String!, $except: ID) { similarThreads(text: $text, except: $except) { id kind title path isAnswered } }';
const POST = 'mutation Post($input: PostReplyInput!) { postReply(input: $input) { id seq } }';

let story: ForumStory;

beforeAll(async () => {
  story = await forumStory();
});

const refusal = (code: string, data?: unknown) => expect.objectContaining(data === undefined ? { code } : { code, data });
const words = (more: Record<string, unknown> = {}) => ({ title: 'Has anyone worked with parents of boys in gaming groups?', text: 'We reach the **boys**, not the parents.', themes: ['digital-literacy'], audience: 'members', language: 'en', ...more });
const ask = async (who: Client, more: Record<string, unknown> = {}) => (await who.ask(ASK, { input: { key: newId(), ...words(more) } })).askQuestion;
const read = async (who: Client, id: string) => (await who.ask(READ, { id })).question;
const answer = async (who: Client, threadId: string, text = 'We invited them to play.') => (await who.ask(POST, { input: { key: newId(), threadId, text } })).postReply.id as string;
const age = (id: string, days: number) => story.app.nest.get(Database).rows(`update thread set published_at = now() - make_interval(days => $2) where id = $1`, [id, days]);
const notices = async (kind: 'forum.questionAsked' | 'forum.answerChosen' | 'forum.outcomeTold', data: Record<string, string>) =>
  (await story.app.nest.get(Notices).of({ id: newId(), kind, data, at: new Date() } as unknown as Fact)).map(({ to, reason }) => ({ to: 'personId' in to ? to.personId : null, reason }));

describe('asking', () => {
  it('keeps the words, follows from then on, and is read by members only', async () => {
    const { ingrid, samira, app } = story;
    const asked = await ask(ingrid);
    expect(asked).toMatchObject({
      state: 'unanswered', html: expect.stringContaining('<strong>boys</strong>'), short: 'We reach the boys, not the parents.', askedCity: null, themes: [{ slug: 'digital-literacy' }],
      reading: { follow: 'everything' }, viewerCan: { decide: true, edit: true, withdraw: true, report: false },
    });
    expect(await read(samira, asked.id)).toMatchObject({ viewerCan: { decide: false, edit: false, reply: true, report: true }, outcome: null, answer: null });
    await expect(read(app.guest(), asked.id)).rejects.toEqual(refusal('platform.notFound'));
    expect((await app.guest().ask(LIST)).questions.items).toEqual([]);
    const open = await ask(ingrid, { audience: 'public', text: '' });
    expect(await read(app.guest(), open.id)).toMatchObject({ html: '', voice: { name: null, kind: 'member' }, viewerCan: { reply: false, decide: false } });
    // Neither a lesson nor a place for trials.
    await expect(samira.ask('query L($id: ID!) { lesson(id: $id) { id } }', { id: asked.id })).rejects.toEqual(refusal('platform.notFound'));
    await expect(ingrid.ask('mutation W($input: WithdrawLessonInput!) { withdrawLesson(input: $input) { id } }', { input: { id: asked.id } })).rejects.toEqual(refusal('platform.notFound'));
    await expect(samira.ask('mutation T($input: RecordTrialInput!) { recordTrial(input: $input) { id } }', { input: { key: newId(), threadId: asked.id, cityId: story.oslo.id, adaptation: 'same', result: 'worked', advice: 'x' } })).rejects.toEqual(refusal('platform.notFound'));
    expect((await ingrid.ask('{ lessons(first: 100) { items { id } } }')).lessons.items.map(({ id }: { id: string }) => id)).not.toContain(asked.id);
  });

  it('makes one question of a key sent ten times at once, and refuses what is not right', async () => {
    const { ingrid, samira, app, oslo } = story;
    const input = { key: newId(), ...words() };
    const made = await Promise.all(Array.from({ length: 10 }, () => ingrid.ask(ASK, { input })));
    expect(new Set(made.map(({ askQuestion }) => askQuestion.id)).size).toBe(1);
    for (const wrong of [{ title: ' ' }, { title: 'x'.repeat(161) }, { text: 'x'.repeat(4001) }, { text: 'a\u0000' }, { title: '\uD800x' }, { audience: 'space' }, { themes: ['nothing'] }, { askedCityId: newId() }, { voiceId: samira.person.voiceId }, { language: 'xx' }]) {
      await expect(ask(ingrid, wrong)).rejects.toEqual(refusal('platform.invalid'));
    }
    for (const wrong of [{ title: 'Who knows aino.virtanen@example-town.fi?' }, { text: 'Call her: +358 40 123 4567' }]) await expect(ask(ingrid, wrong)).rejects.toEqual(refusal('forum.caseData'));
    await expect(ask(app.guest())).rejects.toEqual(refusal('platform.signInFirst'));
    expect(await ask(ingrid, { askedCityId: oslo.id })).toMatchObject({ askedCity: { slug: 'oslo' } });
  });

  it('is edited by who asked, on the version that they read', async () => {
    const { ingrid, samira } = story;
    const asked = await ask(ingrid);
    const change = { id: asked.id, version: 1, ...words({ title: 'Who works with parents?', language: 'nb' }) };
    await expect(samira.ask(EDIT, { input: change })).rejects.toEqual(refusal('platform.notAllowed'));
    expect((await ingrid.ask(EDIT, { input: change })).editQuestion).toMatchObject({ title: 'Who works with parents?', language: 'nb', version: 2 });
    await expect(ingrid.ask(EDIT, { input: change })).rejects.toEqual(refusal('forum.questionChanged', { version: 2 }));
    expect((await ingrid.ask('query S($id: ID!) { questionSource(id: $id) { version text themes } }', { id: asked.id })).questionSource).toEqual({ version: 2, text: 'We reach the **boys**, not the parents.', themes: ['digital-literacy'] });
    await expect(samira.ask('query S($id: ID!) { questionSource(id: $id) { version } }', { id: asked.id })).rejects.toEqual(refusal('platform.notFound'));
  });

  it('goes and comes back; hidden ones are gone with the rule', async () => {
    const { ingrid, samira, app } = story;
    const { id } = await ask(ingrid);
    await ingrid.ask('mutation W($input: WithdrawQuestionInput!) { withdrawQuestion(input: $input) { status } }', { input: { id } });
    await expect(read(samira, id)).rejects.toEqual(refusal('forum.gone', { at: expect.any(String), rule: null, why: null }));
    await ingrid.ask('mutation R($input: RestoreQuestionInput!) { restoreQuestion(input: $input) { status } }', { input: { id } });
    expect(await read(samira, id)).toMatchObject({ status: 'published' });
    await setLessonStatus(app, id, 'hidden', 'danger');
    await expect(read(samira, id)).rejects.toEqual(refusal('forum.gone', { at: expect.any(String), rule: 'danger', why: null }));
    await expect(ingrid.ask('mutation R($input: RestoreQuestionInput!) { restoreQuestion(input: $input) { status } }', { input: { id } })).rejects.toEqual(refusal('forum.cannotRestore'));
    await expect(ingrid.ask(FINISH, { input: { id, finished: true } })).rejects.toEqual(refusal('platform.notAllowed'));
  });
});

describe('the answer, the outcome, the end', () => {
  it('is chosen by who asked, who cares for the asked city, or staff, and can be taken back', async () => {
    const { ingrid, samira, coordinator, moderator, oslo } = story;
    const helsinki = await makeCity(story.app, { name: 'Helsinki' });
    const other = await makeCoordinator(story.app, helsinki);
    const { id } = await ask(ingrid, { askedCityId: oslo.id });
    const replyId = await answer(samira, id);
    expect(await read(ingrid, id)).toMatchObject({ state: 'open', replyCount: 1 });
    for (const nobody of [samira, other]) await expect(nobody.ask(CHOOSE, { input: { id, replyId } })).rejects.toEqual(refusal('platform.notAllowed'));
    for (const who of [ingrid, coordinator, moderator]) {
      expect((await who.ask(CHOOSE, { input: { id, replyId } })).chooseAnswer).toMatchObject({ state: 'answered', answerId: replyId });
      expect((await who.ask(CHOOSE, { input: { id, replyId: null } })).chooseAnswer).toMatchObject({ state: 'open', answerId: null });
    }
    const elsewhere = await makeReply(story.app, { threadId: (await makeLesson(story.app, { voiceId: ingrid.person.voiceId })).id, voiceId: samira.person.voiceId });
    await expect(ingrid.ask(CHOOSE, { input: { id, replyId: elsewhere.id } })).rejects.toEqual(refusal('forum.closed'));
    await ingrid.ask(CHOOSE, { input: { id, replyId } });
    expect(await read(samira, id)).toMatchObject({ answer: { id: replyId, html: expect.stringContaining('invited') } });
    // Taken back by who wrote it, it is no answer; brought back, it is one again.
    await samira.ask('mutation W($input: WithdrawReplyInput!) { withdrawReply(input: $input) { id } }', { input: { id: replyId } });
    expect(await read(ingrid, id)).toMatchObject({ state: 'unanswered', answer: null, answerId: null });
    await samira.ask('mutation R($input: RestoreReplyInput!) { restoreReply(input: $input) { id } }', { input: { id: replyId } });
    expect(await read(ingrid, id)).toMatchObject({ state: 'answered' });
  });

  it('tells who answered and who follows, not who chose', async () => {
    const { ingrid, samira } = story;
    const follower = await makeMember(story.app);
    const { id } = await ask(ingrid);
    const replyId = await answer(samira, id);
    await follower.ask('mutation F($input: FollowThreadInput!) { followThread(input: $input) { follow } }', { input: { threadId: id, level: 'everything' } });
    await ingrid.ask(CHOOSE, { input: { id, replyId } });
    const told = await notices('forum.answerChosen', { threadId: id, replyId, voiceId: ingrid.person.voiceId });
    expect(told).toHaveLength(2);
    expect(told).toEqual(expect.arrayContaining([{ to: samira.person.id, reason: 'answered' }, { to: follower.person.id, reason: 'follows' }]));
    await ingrid.ask(CHOOSE, { input: { id, replyId: null } });
    expect(await notices('forum.answerChosen', { threadId: id, replyId, voiceId: ingrid.person.voiceId })).toEqual([]);
  });

  it('keeps every version of the outcome, and of two writers the second is told', async () => {
    const { ingrid, samira, coordinator, oslo } = story;
    const { id } = await ask(ingrid, { askedCityId: oslo.id });
    await expect(samira.ask(TELL, { input: { id, text: 'x', version: 0 } })).rejects.toEqual(refusal('platform.notAllowed'));
    expect((await ingrid.ask(TELL, { input: { id, text: 'We **started** in May.', version: 0 } })).tellOutcome).toEqual({ outcomeVersion: 1, outcome: { version: 1, html: expect.stringContaining('<strong>'), source: 'We **started** in May.' } });
    await expect(coordinator.ask(TELL, { input: { id, text: 'Mine', version: 0 } })).rejects.toEqual(refusal('forum.questionChanged', { version: 1 }));
    await coordinator.ask(TELL, { input: { id, text: 'As the city.', version: 1 } });
    expect(await read(samira, id)).toMatchObject({ outcome: { version: 2, source: null, voice: { kind: 'city', name: 'Oslo' } } });
    await ingrid.ask(TELL, { input: { id, text: '', version: 2 } });
    expect(await read(ingrid, id)).toMatchObject({ outcome: null, outcomeVersion: 3 });
    const kept = await story.app.nest.get(Database).rows('select body_md from question_outcome where thread_id = $1 order by version', [id]);
    expect(kept).toEqual([{ body_md: 'We **started** in May.' }, { body_md: 'As the city.' }, { body_md: '' }]);
    await expect(ingrid.ask(TELL, { input: { id, text: 'Call her: +358 40 123 4567', version: 3 } })).rejects.toEqual(refusal('forum.caseData'));
    const race = await Promise.allSettled(Array.from({ length: 5 }, (_, index) => ingrid.ask(TELL, { input: { id, text: `Version ${index}`, version: 3 } })));
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is finished and opened again, and talk goes on', async () => {
    const { ingrid, samira } = story;
    const { id } = await ask(ingrid);
    expect((await ingrid.ask(FINISH, { input: { id, finished: true } })).finishQuestion).toMatchObject({ state: 'finished', finishedAt: expect.any(String) });
    await answer(samira, id);
    expect((await ingrid.ask(FINISH, { input: { id, finished: false } })).finishQuestion).toEqual({ state: 'open', finishedAt: null });
    await expect(samira.ask(FINISH, { input: { id, finished: true } })).rejects.toEqual(refusal('platform.notAllowed'));
  });
});

describe('finding', () => {
  it('lists newest first, narrowed by state, theme, city and language, with counts', async () => {
    const { ingrid, samira } = story;
    const lund = await makeCity(story.app, { name: 'Lund', slug: 'lund' });
    const [silent, talked, done] = [await ask(ingrid, { askedCityId: lund.id }), await ask(ingrid, { askedCityId: lund.id, language: 'sv' }), await ask(ingrid, { askedCityId: lund.id, themes: ['multi-agency-work'] })];
    await answer(samira, talked.id);
    await ingrid.ask(CHOOSE, { input: { id: done.id, replyId: await answer(samira, done.id) } });
    const list = async (filter: object) => (await samira.ask(LIST, { filter: { cities: ['lund'], ...filter }, first: 20 })).questions;
    expect(await list({})).toMatchObject({ items: [{ id: done.id, state: 'answered' }, { id: talked.id, state: 'open' }, { id: silent.id, state: 'unanswered' }], totalCount: 3, nextCursor: null });
    expect((await list({ states: ['open', 'answered'] })).items.map(({ id }: { id: string }) => id)).toEqual([done.id, talked.id]);
    expect((await list({ themes: ['multi-agency-work'] })).totalCount).toBe(1);
    expect((await list({ languages: ['sv'] })).items).toEqual([{ id: talked.id, state: 'open' }]);
    expect((await list({ text: 'gaming' })).totalCount).toBe(3);
    expect((await list({ text: 'nothing of it' })).totalCount).toBe(0);
    const first = (await samira.ask(LIST, { filter: { cities: ['lund'] }, first: 2 })).questions;
    expect(first).toMatchObject({ totalCount: 3, items: [{ id: done.id }, { id: talked.id }] });
    expect((await samira.ask(LIST, { filter: { cities: ['lund'] }, first: 2, after: first.nextCursor })).questions.items).toEqual([{ id: silent.id, state: 'unanswered' }]);
    const { questionFacets } = await samira.ask(FACETS, { filter: { cities: ['lund'], states: ['open'] } });
    const counts = Object.fromEntries(questionFacets.map(({ facet, options }: { facet: string; options: { value: string; count: number }[] }) => [facet, Object.fromEntries(options.map(({ value, count }) => [value, count]))]));
    expect(counts).toMatchObject({ state: { unanswered: 1, open: 1, answered: 1, finished: 0 }, city: { lund: 1 }, language: { sv: 1 }, theme: { 'digital-literacy': 1 } });
  });

  it('reads a page of twenty and a single question in as many statements as of one', async () => {
    const { ingrid, samira, app } = story;
    for (let index = 0; index < 8; index += 1) await ask(ingrid);
    const list = await app.counting(() => samira.ask(`{ questions(first: 20) { items { ${QUESTION} } totalCount nextCursor } questionFacets { facet } }`));
    // A list that fits on one page counts itself.
    expect(besidesWhoAsks(list.statements)).toHaveLength(list.result.questions.nextCursor === null ? 2 : 3);
    const { id } = await ask(ingrid);
    await ingrid.ask(CHOOSE, { input: { id, replyId: await answer(samira, id) } });
    await ingrid.ask(TELL, { input: { id, text: 'Done.', version: 0 } });
    const one = await app.counting(() => read(samira, id));
    expect(besidesWhoAsks(one.statements)).toHaveLength(4);
  });

  it('opens 2,000 replies at the 1,480th with as many rows and statements as a short one', async () => {
    const { ingrid, samira, app } = story;
    const { id } = await ask(ingrid);
    await app.nest.get(Database).rows(
      `with made as (insert into reply (id, thread_id, seq, voice_id, body_md, body_html, language, posted_at, search)
         select gen_random_uuid(), $1, n, $2, 'x', '<p>x</p>', 'en', now(), '' from generate_series(1, 2000) n returning seq)
       update thread set last_seq = 2000, reply_count = 2000 where id = $1`, [id, samira.person.voiceId]);
    const [at] = await app.nest.get(Database).rows<{ id: string }>('select id from reply where thread_id = $1 and seq = 1480', [id]);
    const { result: page, statements } = await app.counting(() => ingrid.ask('query R($id: ID!, $at: ID) { question(id: $id) { reading { newCount } replies(first: 20, at: $at) { items { seq } totalCount } } }', { id, at: at!.id }));
    expect(page.question.replies.totalCount).toBe(2000);
    expect(page.question.replies.items).toHaveLength(20);
    expect(page.question.replies.items[0]).toEqual({ seq: 1478 });
    expect(besidesWhoAsks(statements)).toHaveLength(3);
  });

  it('shows what nobody answered to those who could, and to nobody else', async () => {
    const { ingrid, oslo } = story;
    const works = await makeCity(story.app, { name: 'Turku', languages: ['fi'], topics: ['digital-literacy'] } as never);
    const there: MemberClient = await makeMember(story.app, { city: works });
    const reads: MemberClient = await makeMember(story.app, { city: oslo });
    const waiting = async (who: Client) => (await who.ask(WAITING)).waitingQuestions.map(({ id }: { id: string }) => id);
    const toCity = await ask(ingrid, { askedCityId: works.id });
    const finnish = await ask(ingrid, { language: 'fi' });
    const english = await ask(ingrid, { language: 'en', themes: [] });
    expect(await waiting(there)).toEqual([toCity.id]);
    for (const { id } of [finnish, english]) await age(id, 9);
    expect(await waiting(there)).toEqual(expect.arrayContaining([toCity.id, finnish.id, english.id]));
    // Oslo works on other themes and in other languages, but reads English.
    expect(await waiting(reads)).toContain(english.id);
    expect(await waiting(reads)).not.toContain(finnish.id);
    expect(await waiting(reads)).not.toContain(toCity.id);
    expect(await waiting(ingrid)).not.toContain(english.id);
    await answer(reads, english.id);
    expect(await waiting(there)).not.toContain(english.id);
    await ingrid.ask(FINISH, { input: { id: finnish.id, finished: true } });
    expect(await waiting(there)).not.toContain(finnish.id);
  });

  it('finds like questions and lessons while a title is typed, and none that may not be read', async () => {
    const { ingrid, samira, app } = story;
    const lesson = await makeLesson(app, { voiceId: ingrid.person.voiceId, words: { title: 'Mentors at the swimming pool changed the evenings' }, audience: 'public' });
    const question = await ask(ingrid, { title: 'Who has mentors at the swimming pool?', text: '' });
    const hidden = await ask(ingrid, { title: 'Mentors at the swimming pool again', text: '' });
    await setLessonStatus(app, hidden.id, 'hidden', 'danger');
    const found = (await samira.ask(SIMILAR, { text: 'Mentor in a swimming pool' })).similarThreads;
    expect(found.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([lesson.id, question.id]));
    expect(found.map(({ id }: { id: string }) => id)).not.toContain(hidden.id);
    expect(found.find(({ id }: { id: string }) => id === question.id)).toMatchObject({ kind: 'question', path: `/questions/${question.id}/${encodeURIComponent(question.slug)}`, isAnswered: false });
    expect((await samira.ask(SIMILAR, { text: 'Mentor in a swimming pool', except: lesson.id })).similarThreads.map(({ id }: { id: string }) => id)).not.toContain(lesson.id);
    for (const text of ['', '   ', "'; drop table thread; --", "it's & | ! ( :*", 'the of and']) expect((await samira.ask(SIMILAR, { text })).similarThreads).toEqual(expect.any(Array));
    await expect(samira.ask(SIMILAR, { text: 'x'.repeat(161) })).rejects.toEqual(refusal('platform.invalid'));
    await expect(app.guest().ask(SIMILAR, { text: 'pool' })).rejects.toEqual(refusal('platform.signInFirst'));
  });
});

describe('telling', () => {
  it('tells who cares for the asked city, unless they asked', async () => {
    const { ingrid, coordinator, oslo } = story;
    const { id } = await ask(ingrid, { askedCityId: oslo.id });
    expect(await notices('forum.questionAsked', { threadId: id })).toEqual([{ to: coordinator.person.id, reason: 'coordinator' }]);
    const own = await ask(coordinator, { askedCityId: oslo.id });
    expect(await notices('forum.questionAsked', { threadId: own.id })).toEqual([]);
    expect(await notices('forum.questionAsked', { threadId: (await ask(ingrid)).id })).toEqual([]);
    await story.app.settle();
  });
});

describe('unfinished ones', () => {
  it('are kept by person, name their place, and are put away when sent', async () => {
    const { ingrid, samira } = story;
    const SAVE = 'mutation Save($input: SaveDraftInput!) { saveDraft(input: $input) { id version place { path title } } }';
    const draft = (await ingrid.ask(SAVE, { input: { kind: 'question', content: { title: 'Has' }, version: 0, device: '' } })).saveDraft;
    expect(draft).toMatchObject({ place: null });
    const asked = await ask(ingrid, { draftId: draft.id });
    expect((await ingrid.ask('{ drafts { id } }')).drafts).not.toContainEqual({ id: draft.id });
    const reply = (await samira.ask(SAVE, { input: { kind: 'reply', threadId: asked.id, content: { text: 'We' }, version: 0, device: '' } })).saveDraft;
    expect(reply.place).toEqual({ path: `/questions/${asked.id}/${asked.slug}`, title: asked.title });
    await expect(ingrid.ask(SAVE, { input: { kind: 'outcome', content: { text: 'x' }, version: 0, device: '' } })).rejects.toEqual(refusal('platform.invalid'));
  });
});

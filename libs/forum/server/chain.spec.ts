import { type MadeCity, makeCity } from '@crosscity/cities/testing';
import { chainLimits } from '@crosscity/forum/contract';
import { ReplyWritingRepository } from '@crosscity/forum/server';
import { type ForumStory, forumStory, makeLesson, setLessonStatus } from '@crosscity/forum/testing';
import { type MemberClient, makeMember } from '@crosscity/identity/testing';
import { Notices, SYSTEM, newId } from '@crosscity/platform/server';
import type { Client } from '@crosscity/platform/testing';

const TRY = 'mutation Try($input: RecordTrialInput!) { recordTrial(input: $input) { id } }';
const PUBLISH = 'mutation Publish($input: PublishLessonInput!) { publishLesson(input: $input) { id title evidence } }';
const CHAIN = `query Chain($id: ID!) { lessonChain(id: $id) { id lessonCount trialCount isCut mayGrow evaluation { by url } warnings { result advice }
  lessons { id title parentId grownFrom evidence trialCount city { slug } } trials { id threadId result city { slug } } places { isOrigin lessonCount city { slug latitude } results { result count } } } }`;
const EVIDENCE = 'query Evidence($id: ID!) { lesson(id: $id) { evidence } }';

let story: ForumStory;
let helsinki: MadeCity;
let berlin: MadeCity;

beforeAll(async () => {
  story = await forumStory();
  helsinki = await makeCity(story.app, { name: 'Helsinki', slug: 'helsinki' });
  berlin = await makeCity(story.app, { name: 'Berlin', slug: 'berlin' });
});

const lessonInput = (change: Record<string, unknown> = {}) => ({
  key: newId(), title: 'Evening talks, our way', short: 'Meet weekly.', context: '', did: 'We came.', happened: 'Fewer calls.', differently: '', elsewhere: '', themes: ['multi-agency-work'], level: 'primary', audience: 'public', language: 'en', ...change,
});

async function tried(who: MemberClient, threadId: string, city: MadeCity = helsinki, result = 'worked'): Promise<string> {
  const { recordTrial } = await who.ask(TRY, { input: { key: newId(), threadId, cityId: city.id, adaptation: 'changed', change: 'Weekends', result, advice: `Advice of ${result}.` } });
  return recordTrial.id;
}

async function grown(who: MemberClient, trialId: string, change: Record<string, unknown> = {}): Promise<string> {
  const { publishLesson } = await who.ask(PUBLISH, { input: lessonInput({ grownFrom: trialId, ...change }) });
  return publishLesson.id;
}

async function evidenceOf(id: string, who: Client = story.moderator): Promise<string> {
  return (await who.ask(EVIDENCE, { id })).lesson.evidence;
}

const chainOf = async (who: Client, id: string) => (await who.ask(CHAIN, { id })).lessonChain;
const refusal = (code: string, data?: unknown) => expect.objectContaining(data === undefined ? { code } : { code, data });
const sql = (text: string, ...parameters: unknown[]) => story.app.work.run(SYSTEM, (tx) => tx.rows(text, parameters));

describe('a trial that becomes a lesson', () => {
  it('is linked both ways, on the map and in the tree, and told to whoever wrote the first one', async () => {
    const { app, ingrid, samira, oslo } = story;
    const parent = await makeLesson(app, { voiceId: ingrid.person.voiceId, cityId: oslo.id, words: { title: 'The first' } });
    const trial = await tried(samira, parent.id, helsinki, 'mixed');
    expect((await chainOf(samira, parent.id)).mayGrow).toEqual([trial]);
    expect((await chainOf(ingrid, parent.id)).mayGrow).toEqual([]);
    const child = await grown(samira, trial, { cityId: helsinki.id });
    const again = await tried(ingrid, child, berlin, 'didNotWork');
    const grandchild = await grown(ingrid, again, { cityId: berlin.id, title: 'A third' });

    for (const id of [parent.id, child, grandchild]) {
      const chain = await chainOf(app.guest(), id);
      expect(chain.lessons.map((lesson: Record<string, unknown>) => [lesson.title, lesson.parentId, lesson.grownFrom])).toEqual([['The first', null, null], ['Evening talks, our way', parent.id, trial], ['A third', child, again]]);
      expect(chain).toMatchObject({ lessonCount: 3, trialCount: 2, isCut: false, mayGrow: [] });
      expect(chain.places).toMatchObject([
        { isOrigin: true, lessonCount: 1, city: { slug: 'oslo' }, results: [] }, { isOrigin: false, city: { slug: 'berlin' }, results: [{ result: 'didNotWork', count: 1 }] }, { city: { slug: 'helsinki' }, results: [{ result: 'mixed', count: 1 }] },
      ]);
    }
    const notices = await app.nest.get(Notices).of({ id: '1', kind: 'forum.lessonGrown', data: { threadId: child, parentId: parent.id }, at: '' } as never);
    expect(notices).toMatchObject([{ to: { personId: ingrid.person.id }, reason: 'adapted', subject: { kind: 'thread', id: child } }]);
    // The first author is told of the grandchild as well, unless it is their own.
    expect(await app.nest.get(Notices).of({ id: '2', kind: 'forum.lessonGrown', data: { threadId: grandchild, parentId: child }, at: '' } as never)).toMatchObject([{ to: { personId: samira.person.id } }]);
    const { city } = await app.guest().ask('{ city(slug: "helsinki") { trials(first: 5) { id grewInto { id title } } } }');
    expect(city.trials[0].grewInto).toEqual({ id: child, title: 'Evening talks, our way' });
  });

  it('becomes one lesson, also when two devices publish at once, and nothing else is published', async () => {
    const { app, ingrid, samira } = story;
    const parent = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    for (let round = 0; round < 5; round += 1) {
      const trial = await tried(samira, parent.id);
      const answers = await Promise.allSettled(Array.from({ length: 6 }, (_, index) => grown(samira, trial, { title: `Twice ${round} ${index}` })));
      const [first, ...others] = answers.filter(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<string>[];
      expect(others).toEqual([]);
      for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toEqual(refusal('forum.alreadyGrown', { threadId: first!.value }));
      expect(await sql('select count(*)::int count from lesson_text where title like $1', `Twice ${round} %`)).toEqual([{ count: 1 }]);
    }
  });

  it('is one of the same voice, and of oneself', async () => {
    const { app, ingrid, samira, coordinator } = story;
    const parent = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    const trial = await tried(coordinator, parent.id);
    const { writer } = await coordinator.ask('{ writer { voices { id kind } } }');
    const asCity = writer.voices.find(({ kind }: { kind: string }) => kind === 'city').id;
    // Else the page would say which person stands behind the city's words.
    await expect(grown(coordinator, trial, { voiceId: asCity })).rejects.toEqual(refusal('platform.invalid', { fields: { grownFrom: 'own' } }));
    for (const [who, id] of [[samira, trial], [ingrid, newId()]] as const) await expect(grown(who, id)).rejects.toEqual(refusal('platform.invalid', { fields: { grownFrom: 'own' } }));
    await grown(coordinator, trial);
  });

  it('can be published although the first lesson went meanwhile: what was written is not lost', async () => {
    const { app, ingrid, samira } = story;
    const parent = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    const trial = await tried(samira, parent.id);
    await setLessonStatus(app, parent.id, 'hidden', 'danger');
    const child = await grown(samira, trial);
    expect((await chainOf(samira, child)).lessons).toMatchObject([{ id: child, parentId: null, grownFrom: null }]);
    await setLessonStatus(app, parent.id, 'published');
    expect((await chainOf(samira, child)).lessons).toHaveLength(2);
  });
});

describe('what one may not read', () => {
  it('leaves no trace in the chain: no title, no number, no place, no hint that something is behind it', async () => {
    const { app, ingrid, samira, oslo, moderator } = story;
    const root = await makeLesson(app, { voiceId: ingrid.person.voiceId, cityId: oslo.id, words: { title: 'Root' } });
    const toMiddle = await tried(samira, root.id, helsinki);
    const alone = await chainOf(app.guest(), root.id);
    const middle = await grown(samira, toMiddle, { title: 'Middlesecret', audience: 'members', cityId: helsinki.id });
    const toLeaf = await tried(ingrid, middle, berlin);
    const leaf = await grown(ingrid, toLeaf, { title: 'Leaf', cityId: berlin.id });

    // A guest: a members-only child of a public parent, and a public one behind it.
    expect(await chainOf(app.guest(), root.id)).toEqual(alone);
    const fromLeaf = await chainOf(app.guest(), leaf);
    expect(fromLeaf).toMatchObject({ lessonCount: 1, trialCount: 0, lessons: [{ id: leaf, parentId: null, grownFrom: null }], trials: [], places: [{ isOrigin: true, city: { slug: 'berlin' } }] });
    await expect(chainOf(app.guest(), middle)).rejects.toEqual(refusal('platform.notFound'));
    expect(await chainOf(samira, leaf)).toMatchObject({ lessonCount: 3, trialCount: 2 });

    // Everybody but its author and staff: hidden and withdrawn ones.
    for (const status of ['hidden', 'withdrawn'] as const) {
      await setLessonStatus(app, middle, status);
      for (const who of [app.guest(), ingrid, samira, moderator]) {
        expect(JSON.stringify(await chainOf(who, root.id))).not.toMatch(/Middlesecret|Leaf/);
        expect(await chainOf(who, leaf)).toMatchObject({ lessonCount: 1, lessons: [{ parentId: null, grownFrom: null }] });
      }
      const { city } = await ingrid.ask('{ city(slug: "helsinki") { trials(first: 50) { id grewInto { id } } } }');
      expect(city.trials.find(({ id }: { id: string }) => id === toMiddle).grewInto).toBeNull();
      // Whoever wrote it sees where it stands.
      expect((await chainOf(samira, middle)).lessons.map(({ title }: { title: string }) => title)).toEqual(['Root', 'Middlesecret', 'Leaf']);
    }
    await setLessonStatus(app, middle, 'published');

    // A closed space: only who belongs to it.
    const space = newId();
    await sql(`insert into space (id, slug, name, kind, joining, created_at) values ($1, $2, 'Closed', 'hidden', 'invitation', now())`, space, `s-${space}`);
    await sql(`update thread set audience = 'space', space_id = $2 where id = $1`, middle, space);
    expect(await chainOf(ingrid, leaf)).toMatchObject({ lessonCount: 1, trialCount: 0 });
    expect(JSON.stringify(await chainOf(moderator, root.id))).not.toContain('Middlesecret');
    expect(await app.nest.get(Notices).of({ id: '3', kind: 'forum.lessonGrown', data: { threadId: middle, parentId: root.id }, at: '' } as never)).toEqual([]);
    expect(await app.nest.get(Notices).of({ id: '4', kind: 'forum.lessonGrown', data: { threadId: leaf, parentId: middle }, at: '' } as never)).toEqual([]);

    // A trial that was taken back ties nothing any more; the lessons stay tied.
    const otherTrial = await tried(samira, root.id, berlin);
    const other = await grown(samira, otherTrial, { title: 'Other' });
    await samira.ask('mutation W($input: WithdrawReplyInput!) { withdrawReply(input: $input) { id } }', { input: { id: otherTrial } });
    expect((await chainOf(app.guest(), other)).lessons).toMatchObject([{ id: root.id }, { id: other, parentId: root.id, grownFrom: null }]);
    expect((await chainOf(app.guest(), other)).trials.map(({ id }: { id: string }) => id)).not.toContain(otherTrial);
  });
});

describe('evidence', () => {
  it('follows its rule', async () => {
    const { app, ingrid, samira, oslo, moderator } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId, cityId: oslo.id });
    expect(await evidenceOf(id)).toBe('one');
    await tried(ingrid, id, helsinki);
    expect(['one\'s own trial elsewhere', await evidenceOf(id)]).toEqual(['one\'s own trial elsewhere', 'one']);
    await tried(samira, id, oslo);
    expect(['somebody else in the same city', await evidenceOf(id)]).toEqual(['somebody else in the same city', 'one']);
    const elsewhere = await tried(samira, id, helsinki, 'harmed');
    expect(['somebody else elsewhere, whatever came of it', await evidenceOf(id)]).toEqual(['somebody else elsewhere, whatever came of it', 'repeated']);
    await samira.ask('mutation W($input: WithdrawReplyInput!) { withdrawReply(input: $input) { id } }', { input: { id: elsewhere } });
    expect(await evidenceOf(id)).toBe('one');
    await samira.ask('mutation R($input: RestoreReplyInput!) { restoreReply(input: $input) { id } }', { input: { id: elsewhere } });
    expect(await evidenceOf(id)).toBe('repeated');
    await app.work.run(SYSTEM, async (tx) => {
      const writing = app.nest.get(ReplyWritingRepository);
      await writing.setStatus(tx, (await writing.lock(tx, elsewhere))!, 'hidden', 'danger');
    });
    expect(['hidden', await evidenceOf(id)]).toEqual(['hidden', 'one']);

    const { lessonSource } = await ingrid.ask('query S($id: ID!) { lessonSource(id: $id) { version } }', { id });
    const { key: _key, ...words } = lessonInput({ id, version: lessonSource.version, cityId: oslo.id });
    const edit = (change: Record<string, unknown>) => ingrid.ask('mutation E($input: EditLessonInput!) { editLesson(input: $input) { version evidence } }', { input: { ...words, ...change } });
    for (const wrong of [{ evaluationBy: 'University of Oslo' }, { evaluationUrl: 'https://example.org/report' }, { evaluationBy: 'X', evaluationUrl: 'javascript:alert(1)' }, { evaluationBy: 'X', evaluationUrl: 'https://me:secret@example.org/' }]) {
      await expect(edit(wrong)).rejects.toEqual(refusal('platform.invalid'));
    }
    const { editLesson } = await edit({ evaluationBy: 'University of Oslo', evaluationUrl: 'https://example.org/report' });
    expect(editLesson.evidence).toBe('evaluated');
    expect((await chainOf(moderator, id)).evaluation).toEqual({ by: 'University of Oslo', url: 'https://example.org/report' });
    // A page from before this field leaves it as it was; an empty one takes it away.
    expect((await edit({ version: editLesson.version })).editLesson.evidence).toBe('evaluated');
    expect((await edit({ version: editLesson.version + 1, evaluationBy: null, evaluationUrl: null })).editLesson.evidence).toBe('one');
  });

  it('counts reviews of others as soon as there are some', async () => {
    const { app, ingrid, samira } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    // The table has a migration of its own, which may come after that of the chain.
    const [known] = await sql(`select to_regclass('lesson_review') is not null there`) as { there: boolean }[];
    if (!known!.there) {
      await sql(`create table lesson_review (id uuid, thread_id uuid, voice_id uuid, words text, language text, version int, status text default 'published', at timestamptz)`);
      await sql('create trigger weigh_evidence_review after insert or update or delete on lesson_review for each row execute function weigh_evidence()');
    }
    const review = (voiceId: string) => sql(`insert into lesson_review (id, thread_id, voice_id, words, language, version, at) values ($1, $2, $3, 'Read.', 'en', 1, now())`, newId(), id, voiceId);
    await review(ingrid.person.voiceId);
    expect(await evidenceOf(id)).toBe('one');
    await review(samira.person.voiceId);
    expect(await evidenceOf(id)).toBe('reviewed');
    await sql(`update lesson_review set status = 'hidden' where thread_id = $1`, id);
    expect(await evidenceOf(id)).toBe('one');
    await sql(`update lesson_review set status = 'published' where thread_id = $1`, id);
    expect(await evidenceOf(id)).toBe('reviewed');
    await sql('delete from lesson_review where thread_id = $1', id);
    expect(await evidenceOf(id)).toBe('one');
  });

  it('is a facet with counts, and is never other than its rule says', async () => {
    const { app, ingrid, samira, oslo } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId, cityId: oslo.id });
    const others = await Promise.all(Array.from({ length: 5 }, (_, index) => makeMember(app, { name: `Member ${index}` })));
    await Promise.all([samira, ...others].map((who) => tried(who, id, berlin)));
    const { lessonFacets, lessons } = await samira.ask('{ lessonFacets(filter: { evidence: [repeated] }) { facet options { value count chosen } } lessons(filter: { evidence: [repeated] }, first: 100) { items { id evidence } totalCount } }');
    const options = lessonFacets.find(({ facet }: { facet: string }) => facet === 'evidence').options;
    expect(options.map(({ value }: { value: string }) => value)).toEqual(['one', 'repeated', 'reviewed', 'evaluated']);
    expect(options[1]).toMatchObject({ chosen: true, count: lessons.totalCount });
    expect(lessons.items.map((lesson: { id: string }) => lesson.id)).toContain(id);
    expect(new Set(lessons.items.map((lesson: { evidence: string }) => lesson.evidence))).toEqual(new Set(['repeated']));
    expect(await sql('select id from thread t where evidence <> evidence_of(t)')).toEqual([]);
    // Moved to another thread, as staff do: both are weighed anew.
    const child = await grown(samira, await tried(samira, id, berlin));
    const target = await makeLesson(app, { voiceId: ingrid.person.voiceId, cityId: oslo.id });
    await sql('update trial set thread_id = $2 where thread_id = $1', id, target.id);
    expect([await evidenceOf(id), await evidenceOf(target.id)]).toEqual(['one', 'repeated']);
    expect((await chainOf(samira, child)).lessons).toMatchObject([{ id: target.id }, { id: child, parentId: target.id }]);
  });
});

describe('an idea that travelled far', () => {
  it('costs the same statements and stays small; a loop ends', async () => {
    const { app, ingrid, samira, oslo } = story;
    const root = await makeLesson(app, { voiceId: ingrid.person.voiceId, cityId: oslo.id });
    const small = (await app.counting(() => chainOf(app.guest(), root.id))).statements.length;
    // 40 children, each with 24 of its own: 1,001 lessons, and 60 trials of the first.
    await sql(`insert into thread (id, kind, slug, audience, level, voice_id, original_language, published_at, last_activity_at, parent_id)
      select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'lesson', 'l', 'public', 'primary', $2, 'en', now(), now(),
             case when n <= 40 then $1 else ('00000000-0000-4000-8000-' || lpad((1 + (n - 41) / 24)::text, 12, '0'))::uuid end from generate_series(1, 1000) n order by n`, root.id, samira.person.voiceId);
    await sql(`insert into lesson_text (thread_id, language, state, version, title, short, minutes, context_md, context_html, did_md, did_html, happened_md, happened_html, differently_md, differently_html, elsewhere_md, elsewhere_html, search)
      select id, 'en', 'original', 1, 'Far', '', 1, '', '', '', '', '', '', '', '', '', '', '' from thread where slug = 'l'`);
    for (let index = 0; index < 30; index += 1) await tried(samira, root.id, index % 2 ? berlin : helsinki, index % 3 ? 'worked' : 'harmed');
    const { statements, result } = await app.counting(() => chainOf(app.guest(), root.id)) as unknown as { statements: string[]; result?: never };
    const chain = result ?? await chainOf(app.guest(), root.id);
    expect(statements.length).toBe(small);
    expect(small).toBeLessThanOrEqual(8);
    expect(chain).toMatchObject({ isCut: true, lessonCount: chainLimits.walked, trialCount: 30 });
    expect(chain.lessons).toHaveLength(chainLimits.lessons);
    expect(chain.trials).toHaveLength(chainLimits.trials);
    expect(chain.warnings[0].result).toBe('harmed');
    expect(JSON.stringify(chain).length).toBeLessThan(60_000);
    const place = new Map(chain.lessons.map((lesson: { id: string }, index: number) => [lesson.id, index]));
    for (const { id, parentId } of chain.lessons) if (parentId) expect(Number(place.get(parentId))).toBeLessThan(Number(place.get(id)));
    // The last of the far ones still finds its way up.
    const last = '00000000-0000-4000-8000-000000001000';
    const fromBelow = await chainOf(app.guest(), last);
    expect(fromBelow.lessons[0].id).toBe(root.id);
    expect(fromBelow.lessons.map(({ id }: { id: string }) => id)).toContain(last);

    await sql('update thread set parent_id = $2 where id = $1', root.id, last);
    const looped = await chainOf(app.guest(), last);
    expect(looped.lessons.filter(({ parentId }: { parentId: string | null }) => parentId === null)).toHaveLength(1);
    expect(new Set(looped.lessons.map(({ id }: { id: string }) => id)).size).toBe(looped.lessons.length);
  });
});

import { makeCity } from '@crosscity/cities/testing';
import { type ForumStory, forumStory, makeLesson, makeReply, setLessonStatus } from '@crosscity/forum/testing';
import { makeMember } from '@crosscity/identity/testing';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { Database, newId } from '@crosscity/platform/server';
import type { Client } from '@crosscity/platform/testing';
import { KeptCounts } from './kept-counts';
import { foldText } from './snippet';

const CARD = `id slug title short language isSample audience minutes publishedAt replyCount trialCount country city { id name } voice { id kind name handle title place }
  themes { slug name } trialResults { result count } reading { id newCount firstUnread } viewerCan { reply } languages { language }`;
const LIST = `query List($filter: LessonFilter, $sort: LessonSort, $first: Int, $after: String) { lessons(filter: $filter, sort: $sort, first: $first, after: $after) { items { ${CARD} } nextCursor totalCount } }`;
const FACETS = `query Facets($filter: LessonFilter) { lessonFacets(filter: $filter) { facet options { value label count chosen } } }`;
const SEARCH = `query Search($query: String!, $first: Int, $after: String) { searchForum(query: $query, first: $first, after: $after) { totalCount nextCursor items { kind part snippet language lesson { id title language } reply { id html } } } }`;
const POST = `mutation Post($input: PostReplyInput!) { postReply(input: $input) { id } }`;
const TRY = `mutation Try($input: RecordTrialInput!) { recordTrial(input: $input) { id } }`;

let story: ForumStory;

beforeAll(async () => {
  story = await forumStory();
});

/** Counts are shared for some seconds; here they are made anew. */
const countAnew = () => story.app.nest.get(KeptCounts).forget();
const list = async (who: Client, filter: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => (countAnew(), await who.ask(LIST, { filter, first: 50, ...more })).lessons;
const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
const search = async (who: Client, query: string, more: Record<string, unknown> = {}) => (await who.ask(SEARCH, { query, first: 20, ...more })).searchForum;
const facets = async (who: Client, filter: Record<string, unknown> = {}): Promise<Record<string, Record<string, number>>> => {
  countAnew();
  const { lessonFacets } = await who.ask(FACETS, { filter });
  return Object.fromEntries(lessonFacets.map(({ facet, options }: { facet: string; options: { value: string; count: number }[] }) => [facet, Object.fromEntries(options.map(({ value, count }) => [value, count]))]));
};

describe('lists and facets', () => {
  it('filter by every facet, count what each choice would leave, and keep what is for members from guests', async () => {
    const { app, samira, oslo } = story;
    const bergen = await makeCity(app, { name: 'Bergen', slug: 'bergen' });
    const writer = await makeMember(app);
    const { voiceId } = writer.person;
    const a = await makeLesson(app, { voiceId, cityId: oslo.id, themes: ['multi-agency-work'], level: 'primary', translations: [{ language: 'ar' }] });
    const b = await makeLesson(app, { voiceId, cityId: bergen.id, themes: ['digital-literacy', 'multi-agency-work'], level: 'secondary', audience: 'members', words: { language: 'de' } });
    await samira.ask(TRY, { input: { key: newId(), threadId: a.id, cityId: bergen.id, adaptation: 'same', result: 'harmed', advice: 'Stop early.' } });
    const mine = { voiceId };
    expect(ids(await list(samira, { ...mine, cities: ['oslo'] }))).toEqual([a.id]);
    expect(ids(await list(samira, { ...mine, themes: ['digital-literacy'] }))).toEqual([b.id]);
    expect(ids(await list(samira, { ...mine, languages: ['ar'] }))).toEqual([a.id]);
    expect(ids(await list(samira, { ...mine, results: ['harmed'] }))).toEqual([a.id]);
    expect(ids(await list(samira, { ...mine, levels: ['secondary'] }))).toEqual([b.id]);
    expect(ids(await list(samira, { ...mine, audiences: ['members'] }))).toEqual([b.id]);
    expect(ids(await list(samira, { ...mine, cities: ['oslo', 'bergen'] }))).toEqual([b.id, a.id]);
    expect((await list(samira, { ...mine, text: 'Thursday', languages: ['ar'] })).totalCount).toBe(1);
    expect(ids(await list(app.guest(), mine))).toEqual([a.id]);
    expect(await facets(samira, mine)).toMatchObject({
      theme: { 'multi-agency-work': 2, 'digital-literacy': 1 }, level: { primary: 1, secondary: 1, tertiary: 0 }, city: { oslo: 1, bergen: 1 }, language: { en: 1, ar: 1, de: 1 }, result: { harmed: 1, worked: 0 }, audience: { public: 1, members: 1 },
    });
    expect(await facets(samira, { ...mine, cities: ['oslo'] })).toMatchObject({ theme: { 'multi-agency-work': 1, 'digital-literacy': 0 }, city: { oslo: 1, bergen: 1 } });
    expect(await facets(app.guest(), mine)).toMatchObject({ theme: { 'digital-literacy': 0 }, city: { oslo: 1 }, audience: { public: 1, members: 0 } });
    expect((await facets(samira, { ...mine, cities: ['nowhere'] })).city).toMatchObject({ nowhere: 0 });
  });

  it('page without gaps or repeats while others publish', async () => {
    const { app, ingrid } = story;
    const { person } = await makeMember(app);
    const at = new Date('2026-01-01T00:00:00Z');
    // Some at the very same instant: the id decides then.
    for (let index = 0; index < 23; index += 1) await makeLesson(app, { voiceId: person.voiceId, publishedAt: new Date(at.getTime() + Math.floor(index / 3) * 1000) });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list(ingrid, { voiceId: person.voiceId }, { first: 5, after });
      seen.push(...ids(page));
      expect(page.totalCount).toBeGreaterThanOrEqual(23);
      after = page.nextCursor;
      await makeLesson(app, { voiceId: person.voiceId });
    } while (after);
    expect([seen.length, new Set(seen).size]).toEqual([23, 23]);
  });

  it('tell what is new, and cost the same for two lessons and for twenty', async () => {
    const { app, samira } = story;
    const { person } = await makeMember(app);
    const filter = { voiceId: person.voiceId };
    const count = async () => {
      await list(samira, filter);
      countAnew();
      return (await app.counting(() => samira.ask(`query Page($filter: LessonFilter) { lessons(filter: $filter, first: 20) { items { ${CARD} parts { html } } nextCursor totalCount } lessonFacets(filter: $filter) { facet options { value label count } } }`, { filter }))).statements.filter((text) => !/session|person p/.test(text)).length;
    };
    const first = await makeLesson(app, { voiceId: person.voiceId });
    await makeLesson(app, { voiceId: person.voiceId });
    await samira.ask('mutation Seen($input: MarkSeenInput!) { markSeen(input: $input) { id } }', { input: { threadId: first.id, upTo: 0 } });
    const { id } = await makeReply(app, { threadId: first.id, voiceId: person.voiceId });
    expect((await list(samira, filter)).items.find((lesson: { id: string }) => lesson.id === first.id).reading).toEqual({ id: first.id, newCount: 1, firstUnread: id });
    const two = await count();
    for (let index = 0; index < 22; index += 1) await makeLesson(app, { voiceId: person.voiceId });
    expect(two).toBeLessThanOrEqual(4);
    // The first list was whole and counted itself.
    expect(await count()).toBeLessThanOrEqual(4);
  });
});

describe('search', () => {
  it('finds inflected words in the language of each text', async () => {
    const { app, ingrid, samira } = story;
    const { voiceId } = ingrid.person;
    const en = await makeLesson(app, { voiceId, words: { title: 'Visiting families', did: 'The zebrafinch team visited families at home.' } });
    const de = await makeLesson(app, { voiceId, words: { language: 'de', title: 'Gespräche mit Nachbarn', did: 'Wir sprachen mit den Nachbarinnen über Gewalttaten.' } });
    const fi = await makeLesson(app, { voiceId, words: { language: 'fi', title: 'Nuorten talot', did: 'Tapasimme nuoria taloissa ja kaduilla.' } });
    const ar = await makeLesson(app, { voiceId, words: { language: 'ar', title: 'مُقَابَلَةُ الأُسَر', did: 'زار الفريق الأسر في بيوتها وتحدّث إلى الآباء.' } });
    expect((await search(ingrid, 'visits family')).items[0].lesson.id).toBe(en.id);
    expect((await search(ingrid, 'Gewalttat')).items.map(({ lesson }: { lesson: { id: string } }) => lesson.id)).toEqual([de.id]);
    expect((await search(ingrid, 'talo')).items.map(({ lesson }: { lesson: { id: string } }) => lesson.id)).toContain(fi.id);
    // Without vowels and hamza, as people type it.
    const [hit] = (await search(samira, 'الاسر')).items;
    expect(hit).toMatchObject({ kind: 'lesson', language: 'ar', lesson: { id: ar.id }, part: 'did', snippet: expect.stringContaining('<mark>الأسر</mark>') });
    expect((await search(samira, 'مقابله')).items.map(({ lesson }: { lesson: { id: string } }) => lesson.id)).toContain(ar.id);
    expect((await search(ingrid, '"zebrafinch team" -school')).totalCount).toBe(1);
    expect((await search(ingrid, 'zebrafinch -families')).totalCount).toBe(0);
  });

  it('finds replies, the advice of trials, and never what is hidden', async () => {
    const { app, ingrid, samira, oslo } = story;
    const { id: threadId } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    const reply = await makeReply(app, { threadId, voiceId: samira.person.voiceId, text: 'The **okapi** method is <b>calm</b> & kind.' });
    await samira.ask(TRY, { input: { key: newId(), threadId, cityId: oslo.id, adaptation: 'same', result: 'worked', advice: 'Ask the okapis first.' } });
    const found = await search(ingrid, 'okapi');
    expect(found.totalCount).toBe(2);
    expect(found.items.map(({ snippet }: { snippet: string }) => snippet).sort()).toEqual(['Ask the <mark>okapis</mark> first.', 'The <mark>okapi</mark> method is calm &amp; kind.']);
    await samira.ask('mutation W($input: WithdrawReplyInput!) { withdrawReply(input: $input) { id } }', { input: { id: reply.id } });
    expect((await search(samira, 'okapi')).totalCount).toBe(1);
    await setLessonStatus(app, threadId, 'hidden', 'danger');
    for (const who of [ingrid, samira, app.guest()]) expect((await search(who, 'okapi')).totalCount).toBe(0);
  });

  it('tells guests nothing of what is for members: not in hits, counts, facets, lists, snippets or pages of cities and members', async () => {
    const { app, ingrid, samira, oslo } = story;
    const guest = app.guest();
    const before = JSON.stringify([await facets(guest), (await list(guest)).totalCount]);
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId, audience: 'members', cityId: oslo.id, themes: ['multi-agency-work'], words: { title: 'Canary quokka', short: 'quokka', did: 'quokka' } });
    await samira.ask(POST, { input: { key: newId(), threadId: id, text: 'quokka again' } });
    await samira.ask(TRY, { input: { key: newId(), threadId: id, cityId: oslo.id, adaptation: 'same', result: 'worked', advice: 'quokka advice' } });
    expect((await search(samira, 'quokka')).totalCount).toBe(3);
    const answers = [
      await search(guest, 'quokka'), await list(guest, { text: 'quokka' }), await facets(guest, { text: 'quokka' }),
      await guest.ask('{ city(slug: "oslo") { lessons(first: 100) { totalCount items { title } } trials(first: 100) { advice lesson { title } } } }'),
    ];
    expect(JSON.stringify(answers)).not.toContain('quokka');
    expect(answers[0]).toMatchObject({ totalCount: 0, items: [] });
    expect(answers[1]).toMatchObject({ totalCount: 0, items: [] });
    expect(Object.values(answers[2]).flatMap((counts) => Object.values(counts as Record<string, number>)).every((count) => count === 0)).toBe(true);
    expect(JSON.stringify([await facets(guest), (await list(guest)).totalCount])).toBe(before);
    await expect(guest.ask('query L($id: ID!) { lesson(id: $id) { title replies { items { html } } } }', { id })).rejects.toMatchObject({ code: 'platform.notFound' });
  });

  it('pages by rank without repeats, shrugs at odd input, and costs six statements at most', async () => {
    const { app, ingrid } = story;
    const { id: threadId } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    for (let index = 0; index < 9; index += 1) await makeReply(app, { threadId, voiceId: ingrid.person.voiceId, text: `wombat ${'wombat '.repeat(index % 3)}` });
    const first = await search(ingrid, 'wombat', { first: 5 });
    const second = await search(ingrid, 'wombat', { first: 5, after: first.nextCursor });
    expect([first.totalCount, new Set([...first.items, ...second.items].map(({ reply }) => reply.id)).size, second.nextCursor]).toEqual([9, 9, null]);
    for (const query of ['', '   ', '&|!()', "'; drop table thread; --", '"', '<b>', '%', '\\', 'x'.repeat(200)]) expect(await search(ingrid, query)).toMatchObject({ items: expect.any(Array) });
    await expect(search(ingrid, 'x'.repeat(201))).rejects.toMatchObject({ code: 'platform.invalid' });
    const { statements } = await app.counting(() => search(ingrid, 'wombat'));
    expect(statements.filter((text) => !/session|person p/.test(text)).length).toBeLessThanOrEqual(6);
  });
});

describe('the words of search', () => {
  it('fold in code as in the database, and every language has its configuration', async () => {
    const { app } = story;
    const database = app.nest.get(Database);
    const texts = ['مُقَابَلَةُ الأُسَر', 'إلـــى آبائهم ٱلكرام على', 'Grüße & <b>', 'ـ'];
    const rows = await database.rows<{ folded: string }>('select search_fold(t) folded from unnest($1::text[]) with ordinality x (t, o) order by o', [texts]);
    expect(rows.map(({ folded }) => folded)).toEqual(texts.map(foldText));
    const configurations = await database.rows<{ language: string; name: string }>('select l language, search_configuration(l)::text name from unnest($1::text[]) l', [Object.keys(CONTENT_LANGUAGES)]);
    expect(Object.fromEntries(configurations.map(({ language, name }) => [language, name]))).toEqual(CONTENT_LANGUAGES);
  });
});

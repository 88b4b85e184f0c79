import { TermsRepository } from '@crosscity/cities/server';
import { type ForumStory, forumStory, makeLesson, makeReply, setLessonStatus } from '@crosscity/forum/testing';
import { makeStaff } from '@crosscity/identity/testing';
import { newId } from '@crosscity/platform/server';
import type { Client } from '@crosscity/platform/testing';
import { WordList } from './word-list';

const SEARCH = `query Search($query: String!, $kind: SearchHitKind) { searchForum(query: $query, kind: $kind, first: 20) { totalCount corrected isPartly themes counts { lessons replies } also { language words count } items { kind snippet lesson { id } } } }`;
const ADD = `mutation Add($input: AddThemeMeaningInput!) { addThemeMeaning(input: $input) { id version words { language word } } }`;
const EDIT = `mutation Edit($input: EditThemeMeaningInput!) { editThemeMeaning(input: $input) { version } }`;
const REMOVE = `mutation R($input: ThemeMeaningInput!) { removeThemeMeaning(input: $input) { id } }`;
const RESTORE = `mutation R($input: ThemeMeaningInput!) { restoreThemeMeaning(input: $input) { id } }`;
const LOG = `query ($about: String) { auditLog(first: 20, subjectId: $about) { items { action } } }`;

let story: ForumStory;
const anew = () => story.app.nest.get(WordList).makeAnew();
const search = async (who: Client, query: string, kind: string | null = null) => (await who.ask(SEARCH, { query, kind })).searchForum;
const found = ({ items }: { items: { lesson: { id: string } }[] }) => items.map(({ lesson }) => lesson.id);

beforeAll(async () => {
  story = await forumStory();
});

describe('mistyped words', () => {
  it('are read as the nearest word of the texts, and the answer says so', async () => {
    const { app, ingrid } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId, words: { title: 'The hedgehog method', did: 'We asked the neighbours.' } });
    await anew();
    expect(await search(ingrid, 'hedghog')).toMatchObject({ corrected: 'hedgehog', totalCount: 1, counts: { lessons: 1, replies: 0 } });
    expect(found(await search(ingrid, 'hegdehog metod'))).toEqual([id]);
    // What is in quotes is meant as it stands, and numbers are nobody's typing mistake.
    expect(await search(ingrid, '"hedghog"')).toMatchObject({ corrected: null, totalCount: 0 });
    expect(await search(ingrid, '4711 0815')).toMatchObject({ corrected: null, totalCount: 0 });
    expect(await search(ingrid, 'hedgehog submarine')).toMatchObject({ corrected: null, isPartly: true, totalCount: 1 });
    expect(await search(ingrid, 'hedgehog', 'reply')).toMatchObject({ totalCount: 0, counts: { lessons: 1, replies: 0 } });
  });

  it('also find a part of a longer word, and the parts of a compound', async () => {
    const { app, ingrid } = story;
    const { voiceId } = ingrid.person;
    const street = await makeLesson(app, { voiceId, words: { language: 'de', title: 'Igelstraßenfest', did: 'Wir feierten.' } });
    const halves = await makeLesson(app, { voiceId, words: { language: 'de', title: 'Dachs und Patenschaft', did: 'Patenschaft im Viertel.' } });
    await anew();
    expect(found(await search(ingrid, 'strassenfest'))).toContain(street.id);
    expect(found(await search(ingrid, 'Dachspatenschaft'))).toContain(halves.id);
  });

  it('never say a word of a text that the reader may not read: of members, of what is hidden, of a closed space', async () => {
    const { app, ingrid, samira } = story;
    const guest = app.guest();
    const { voiceId } = ingrid.person;
    await makeLesson(app, { voiceId, audience: 'members', words: { title: 'Pangolinmembers', did: 'pangolinmembers' } });
    const { id: hidden } = await makeLesson(app, { voiceId, words: { title: 'Pangolinhidden', did: 'pangolinhidden' } });
    const { id: closed } = await makeLesson(app, { voiceId, words: { title: 'A room', did: 'Nothing.' } });
    await makeReply(app, { threadId: closed, voiceId: samira.person.voiceId, text: 'pangolinreply' });
    await anew();
    expect(await search(samira, 'pangolinmember')).toMatchObject({ totalCount: 1 });
    expect(await search(guest, 'pangolinhiden')).toMatchObject({ corrected: 'pangolinhidden', totalCount: 1 });
    expect(await search(samira, 'pangolinrepyl')).toMatchObject({ corrected: 'pangolinreply', counts: { replies: 1 } });
    // The list is older than the decisions.
    await setLessonStatus(app, hidden, 'hidden', 'danger');
    await setLessonStatus(app, closed, 'hidden', 'danger');
    for (const query of ['pangolinmembres', 'pangolinhiden', 'pangolinrepyl', 'pangolin']) {
      const answer = await search(guest, query);
      expect([query, answer.totalCount, JSON.stringify(answer).includes('angolin')]).toEqual([query, 0, false]);
    }
    for (const query of ['pangolinhiden', 'pangolinrepyl']) {
      expect(JSON.stringify(await search(samira, query))).not.toMatch(/pangolin(hidden|reply)/i);
    }
  });

  it('of any kind are harmless: operators, control characters, very long ones, emoji', async () => {
    const guest = story.app.guest();
    for (const query of ['a & b | !c <-> d:*', '\u0001\u0002\u001f', 'x'.repeat(200), '😀'.repeat(50), 'ـًٌٍ', '%_\\', `${'a '.repeat(100)}`, "'); drop table thread --", '((((', '\u202e\u2066abc', 'İıſK']) {
      expect(await search(guest, query)).toMatchObject({ items: expect.any(Array) });
    }
    await expect(search(guest, 'a\u0000b')).rejects.toMatchObject({ code: 'platform.invalid' });
    await expect(search(guest, '\ud800')).rejects.toMatchObject({ code: 'platform.invalid' });
    await expect(search(guest, 'x'.repeat(201))).rejects.toMatchObject({ code: 'platform.invalid' });
    const themes = Array.from({ length: 10_000 }, (_, index) => `theme-${index}`);
    await expect(guest.ask('query F($filter: LessonFilter) { lessonFacets(filter: $filter) { facet } }', { filter: { themes } })).rejects.toMatchObject({ code: 'platform.invalid' });
    await expect(guest.ask('query L($filter: LessonFilter) { lessons(filter: $filter) { totalCount } }', { filter: { cities: themes } })).rejects.toMatchObject({ code: 'platform.invalid' });
  });
});

describe('the names that staff keep', () => {
  it('find lessons of other languages, say so, and stop when staff remove them', async () => {
    const { app, ingrid } = story;
    const staff = await makeStaff(app, { role: 'administrator' });
    const { id: german } = await makeLesson(app, { voiceId: ingrid.person.voiceId, words: { language: 'de', title: 'Nashornarbeit', did: 'Nashornarbeiten im Viertel.' } });
    const words = [{ language: 'en', word: 'rhino work' }, { language: 'de', word: 'Nashornarbeit' }, { language: 'ar', word: 'وحيد القرن' }];
    const input = { key: newId(), theme: 'multi-agency-work', words };
    await expect(ingrid.ask(ADD, { input })).rejects.toMatchObject({ code: 'platform.notAllowed' });
    expect((await search(ingrid, 'rhino work')).totalCount).toBe(0);
    const { addThemeMeaning: meaning } = await staff.ask(ADD, { input });
    expect((await staff.ask(ADD, { input })).addThemeMeaning.id).toBe(meaning.id);
    expect(await search(ingrid, 'rhino works')).toMatchObject({ totalCount: 1, corrected: null, also: [{ language: 'de', words: 'Nashornarbeit', count: 1 }] });
    expect(found(await search(ingrid, 'وحيد القرن'))).toEqual([german]);
    await staff.ask(EDIT, { input: { id: meaning.id, version: 1, words: [...words, { language: 'fi', word: 'sarvikuonotyö' }] } });
    expect(found(await search(ingrid, 'sarvikuonotyö'))).toEqual([german]);
    await expect(staff.ask(EDIT, { input: { id: meaning.id, version: 1, words } })).rejects.toMatchObject({ code: 'platform.conflict' });
    await staff.ask(REMOVE, { input: { id: meaning.id } });
    expect((await search(ingrid, 'sarvikuonotyö')).totalCount).toBe(0);
    await staff.ask(RESTORE, { input: { id: meaning.id } });
    expect((await search(ingrid, 'sarvikuonotyö')).totalCount).toBe(1);
    const { auditLog } = await staff.ask(LOG, { about: meaning.id });
    expect(auditLog.items.map(({ action }: { action: string }) => action)).toEqual(['cities.meaningRestored', 'cities.meaningRemoved', 'cities.meaningEdited', 'cities.meaningAdded']);
    expect((await app.nest.get(TermsRepository).list()).length).toBe(1);
  });

  it('of a theme lead to its lessons in any language', async () => {
    const { app, ingrid } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId, themes: ['digital-literacy'], words: { title: 'A quiet evening', did: 'Nothing with these words.' } });
    const answer = await search(app.guest('ar'), 'محو الأمية الرقميه');
    expect(found(answer)).toContain(id);
    expect(answer.themes).toEqual(['digital-literacy']);
  });
});

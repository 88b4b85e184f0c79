import { type ForumStory, forumStory, makeLesson, setLessonStatus } from '@crosscity/forum/testing';
import { makeMember } from '@crosscity/identity/testing';
import { newId } from '@crosscity/platform/server';

const LESSON = `query Lesson($id: ID!, $language: String) { lesson(id: $id, language: $language) {
  id slug title short language originalLanguage languages { language state title isOutdated } parts { part html } themes { slug name } level audience status hiddenRule
  city { slug } voice { id kind name } version editedAt minutes viewerCan { reply try edit withdraw report follow } reading { lastSeenSeq newCount follow since } } }`;
const PUBLISH = `mutation Publish($input: PublishLessonInput!) { publishLesson(input: $input) { id slug title audience voice { kind name } themes { slug } city { slug } reading { follow } viewerCan { edit } } }`;
const EDIT = `mutation Edit($input: EditLessonInput!) { editLesson(input: $input) { id title version editedAt language languages { language isOutdated } } }`;
const WITHDRAW = `mutation Withdraw($input: WithdrawLessonInput!) { withdrawLesson(input: $input) { id status } }`;
const RESTORE = `mutation Restore($input: RestoreLessonInput!) { restoreLesson(input: $input) { id status } }`;
const HISTORY = `query History($id: ID!) { lessonHistory(id: $id) { version note title voice { name } parts { part html } } }`;

let story: ForumStory;

beforeAll(async () => {
  story = await forumStory();
});

const lesson = (change: Record<string, unknown> = {}) => ({
  key: newId(), title: 'Evening talks lowered conflict', short: 'Meet weekly, same adults.', context: 'A station at night.', did: 'We came **every** Thursday.', happened: 'Fewer calls.', differently: '', elsewhere: '',
  themes: ['multi-agency-work'], level: 'primary', audience: 'members', language: 'en', ...change,
});

const refusal = (code: string, data?: unknown) => expect.objectContaining(data === undefined ? { code } : { code, data });

describe('publishing a lesson', () => {
  it('speaks with the writer\'s voice, renders the parts and follows it from then on', async () => {
    const { ingrid, oslo } = story;
    const { publishLesson } = await ingrid.ask(PUBLISH, { input: lesson({ cityId: oslo.id }) });
    expect(publishLesson).toMatchObject({ title: 'Evening talks lowered conflict', slug: 'evening-talks-lowered-conflict', voice: { kind: 'member', name: 'Ingrid' }, city: { slug: 'oslo' }, reading: { follow: 'everything' }, viewerCan: { edit: true } });
    const { lesson: read } = await ingrid.ask(LESSON, { id: publishLesson.id });
    expect(read.parts[1]).toEqual({ part: 'did', html: '<p dir="auto">We came <strong>every</strong> Thursday.</p>' });
    expect(read.parts).toHaveLength(5);
  });

  it('happens once for one key, however often it is sent', async () => {
    const { ingrid } = story;
    const input = lesson();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ingrid.ask(PUBLISH, { input })));
    expect(new Set(answers.map(({ publishLesson }) => publishLesson.id)).size).toBe(1);
    await expect(ingrid.ask(PUBLISH, { input: { ...input, title: 'Another' } })).rejects.toEqual(refusal('platform.keyReused'));
  });

  it('speaks as a city for those who care for it, and for nobody else', async () => {
    const { coordinator, ingrid, app } = story;
    const { writer } = await coordinator.ask('{ writer { voices { id kind name } city { slug } memberCityCount } }');
    expect(writer).toMatchObject({ city: { slug: 'oslo' }, memberCityCount: 1 });
    const voiceId = writer.voices[1].id;
    const { publishLesson } = await coordinator.ask(PUBLISH, { input: lesson({ voiceId, audience: 'public' }) });
    expect(publishLesson.voice).toEqual({ kind: 'city', name: 'Oslo' });
    await expect(ingrid.ask(PUBLISH, { input: lesson({ voiceId }) })).rejects.toEqual(refusal('platform.invalid', { fields: { voiceId: 'voice' } }));
    const { lesson: asGuest } = await app.guest().ask(LESSON, { id: publishLesson.id });
    expect(asGuest).toMatchObject({ voice: { name: 'Oslo' }, reading: null, viewerCan: { reply: false, try: false, edit: false, withdraw: false, report: false, follow: false } });
  });

  it('refuses what is not there or not right, and names the field', async () => {
    const { ingrid, app } = story;
    await expect(app.guest().ask(PUBLISH, { input: lesson() })).rejects.toEqual(refusal('platform.signInFirst'));
    const broken: [Record<string, unknown>, Record<string, string>][] = [
      [{ themes: ['no-such-theme'] }, { themes: 'known' }], [{ themes: [] }, { themes: 'arrayMinSize' }], [{ cityId: newId() }, { cityId: 'known' }], [{ title: '   ' }, { title: 'matches' }],
      [{ title: 'x'.repeat(161) }, { title: 'maxLength' }], [{ title: 'a\u202Eb' }, { title: 'plainLine' }], [{ did: 'x\u0000' }, { did: 'storableText' }], [{ did: 'x'.repeat(8001) }, { did: 'maxLength' }],
      [{ language: 'xx' }, { language: 'isIn' }], [{ cityId: 'oslo' }, { cityId: 'isUuid' }], [{ themes: ['multi-agency-work', 'multi-agency-work'] }, { themes: 'arrayUnique' }], [{ key: '' }, { key: 'minLength' }],
    ];
    for (const [change, fields] of broken) await expect(ingrid.ask(PUBLISH, { input: lesson(change) })).rejects.toEqual(refusal('platform.invalid', { fields }));
    await expect(ingrid.ask(LESSON, { id: 'no-uuid' })).rejects.toEqual(refusal('platform.notFound'));
    await expect(ingrid.ask(LESSON, { id: newId() })).rejects.toEqual(refusal('platform.notFound'));
  });
});

describe('who may read', () => {
  it('keeps a lesson for members from guests as if it were not there, gone or not', async () => {
    const { app, ingrid, samira } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId, audience: 'members' });
    await expect(app.guest().ask(LESSON, { id })).rejects.toEqual(refusal('platform.notFound'));
    expect((await samira.ask(LESSON, { id })).lesson.viewerCan).toEqual({ reply: true, try: true, edit: false, withdraw: false, report: true, follow: true });
    await setLessonStatus(app, id, 'hidden', 'personalData');
    await expect(app.guest().ask(LESSON, { id })).rejects.toEqual(refusal('platform.notFound'));
    await expect(samira.ask(LESSON, { id })).rejects.toEqual(refusal('forum.gone', { at: expect.any(String), rule: 'personalData', why: null }));
  });

  it('shows hidden ones to their author and to staff, with the rule', async () => {
    const { app, ingrid, moderator } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    await setLessonStatus(app, id, 'hidden', 'danger');
    await expect(app.guest().ask(LESSON, { id })).rejects.toEqual(refusal('forum.gone', { at: expect.any(String), rule: 'danger', why: null }));
    for (const reader of [ingrid, moderator]) expect((await reader.ask(LESSON, { id })).lesson).toMatchObject({ status: 'hidden', hiddenRule: 'danger', viewerCan: { reply: false } });
  });

  it('does not name a member to guests who did not choose to be named to everyone', async () => {
    const { app, ingrid } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    expect((await app.guest().ask(LESSON, { id })).lesson.voice).toMatchObject({ kind: 'member', name: null });
  });

  it('shows the language that is asked for, else the reader\'s, else the original', async () => {
    const { app, ingrid, samira } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId, words: { title: 'Original' }, translations: [{ language: 'ar', title: 'الأصل' }, { language: 'de', title: 'Das Original' }], themes: ['multi-agency-work'] });
    expect((await samira.ask(LESSON, { id })).lesson).toMatchObject({ language: 'ar', title: 'الأصل', themes: [{ name: 'العمل المشترك بين الجهات' }] });
    expect((await samira.ask(LESSON, { id, language: 'de' })).lesson).toMatchObject({ language: 'de', title: 'Das Original' });
    expect((await samira.ask(LESSON, { id, language: 'sv' })).lesson.language).toBe('ar');
    expect((await ingrid.ask(LESSON, { id })).lesson).toMatchObject({ language: 'en', languages: [{ language: 'en', state: 'original' }, { language: 'ar', state: 'person' }, { language: 'de' }] });
  });
});

describe('editing and taking back', () => {
  it('keeps every version, tells who was overtaken, and marks translations as out of date', async () => {
    const { app, ingrid } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId, themes: ['multi-agency-work'], translations: [{ language: 'ar' }] });
    const { key: _key, ...words } = lesson({ title: 'A better title' });
    const input = { ...words, id, version: 1, note: 'Clearer' };
    const { editLesson } = await ingrid.ask(EDIT, { input });
    expect(editLesson).toMatchObject({ title: 'A better title', version: 2, languages: [{ language: 'en', isOutdated: false }, { language: 'ar', isOutdated: true }] });
    await expect(ingrid.ask(EDIT, { input })).rejects.toEqual(refusal('forum.lessonChanged', { version: 2 }));
    const { lessonHistory } = await ingrid.ask(HISTORY, { id });
    expect(lessonHistory).toMatchObject([{ version: 2, note: 'Clearer', title: 'A better title' }, { version: 1, note: null, title: 'Evening talks lowered conflict near the station' }]);
    await expect(app.guest().ask(HISTORY, { id })).rejects.toEqual(refusal('platform.signInFirst'));
  });

  it('lets one of two simultaneous editors win and tells the other', async () => {
    const { app, coordinator, oslo } = story;
    const other = await makeMember(app, { city: oslo, coordinates: [oslo] });
    const { writer } = await coordinator.ask('{ writer { voices { id kind } } }');
    const { id } = await makeLesson(app, { voiceId: writer.voices[1].id });
    const { key: _key, ...words } = lesson();
    const outcomes = await Promise.allSettled([coordinator, other].map((editor, index) => editor.ask(EDIT, { input: { ...words, id, version: 1, title: `Editor ${index}` } })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'forum.lessonChanged', data: { version: 2 } } });
  });

  it('is for whoever speaks with its voice: not for others, nor for staff', async () => {
    const { app, ingrid, samira, moderator } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    const { key: _key, ...words } = lesson();
    for (const other of [samira, moderator]) {
      await expect(other.ask(EDIT, { input: { ...words, id, version: 1 } })).rejects.toEqual(refusal('platform.notAllowed'));
      await expect(other.ask(WITHDRAW, { input: { id } })).rejects.toEqual(refusal('platform.notAllowed'));
      await expect(other.ask('query S($id: ID!) { lessonSource(id: $id) { did } }', { id })).rejects.toEqual(refusal('platform.notFound'));
    }
    expect((await ingrid.ask('query S($id: ID!) { lessonSource(id: $id) { did version themes } }', { id })).lessonSource).toMatchObject({ did: 'Two youth workers and one officer came **every Thursday** at seven.', version: 1 });
  });

  it('takes a lesson out of every list and back, but not past a moderator', async () => {
    const { app, ingrid, samira } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    expect((await ingrid.ask(WITHDRAW, { input: { id, why: 'A name was in it' } })).withdrawLesson.status).toBe('withdrawn');
    expect((await ingrid.ask(WITHDRAW, { input: { id } })).withdrawLesson.status).toBe('withdrawn');
    await expect(samira.ask(LESSON, { id })).rejects.toEqual(refusal('forum.gone', { at: expect.any(String), rule: null, why: null }));
    expect((await ingrid.ask(RESTORE, { input: { id } })).restoreLesson.status).toBe('published');
    await setLessonStatus(app, id, 'hidden', 'danger');
    await expect(ingrid.ask(RESTORE, { input: { id } })).rejects.toEqual(refusal('forum.cannotRestore'));
  });

  it('moves to another original language', async () => {
    const { app, ingrid } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId, translations: [{ language: 'de', title: 'Übersetzt' }] });
    const { key: _key, ...words } = lesson({ language: 'de', title: 'Jetzt auf Deutsch' });
    const { editLesson } = await ingrid.ask(EDIT, { input: { ...words, id, version: 1 } });
    expect(editLesson).toMatchObject({ language: 'de', title: 'Jetzt auf Deutsch', languages: [{ language: 'de', isOutdated: false }] });
  });
});

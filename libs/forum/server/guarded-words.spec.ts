import { type ForumStory, forumStory, makeLesson } from '@crosscity/forum/testing';
import { newId } from '@crosscity/platform/server';

const PUBLISH = `mutation Publish($input: PublishLessonInput!) { publishLesson(input: $input) { id version } }`;
const EDIT = `mutation Edit($input: EditLessonInput!) { editLesson(input: $input) { id version } }`;
const POST = `mutation Post($input: PostReplyInput!) { postReply(input: $input) { id } }`;
const CHANGE = `mutation Change($input: EditReplyInput!) { editReply(input: $input) { id source } }`;
const TRY = `mutation Try($input: RecordTrialInput!) { recordTrial(input: $input) { id } }`;

let story: ForumStory;

beforeAll(async () => {
  story = await forumStory();
});

const words = { title: 'Evening talks', short: 'Meet weekly.', context: '', did: 'We met.', happened: 'It helped.', differently: '', elsewhere: '', themes: ['digital-literacy'], level: 'primary', audience: 'members', language: 'en' };
const refused = (findings: unknown[]) => expect.objectContaining({ code: 'forum.caseData', data: { findings } });

describe('case data on the server', () => {
  it('refuses a lesson with what surely leads to a person, and says where and of which kind', async () => {
    const { ingrid } = story;
    const input = { ...words, key: newId(), short: 'Call 040 123 4567.', did: 'We met Ahmed, 14.' };
    await expect(ingrid.ask(PUBLISH, { input })).rejects.toEqual(refused([{ field: 'short', kind: 'phone', from: 5, to: 17 }, { field: 'did', kind: 'nameWithAge', from: 7, to: 16 }]));
    // The key was not spent: the mended text goes through with it.
    await expect(ingrid.ask(PUBLISH, { input: { ...words, key: input.key } })).resolves.toBeTruthy();
  });

  it('lets pass what only may be one: the writer was asked', async () => {
    await expect(story.ingrid.ask(PUBLISH, { input: { ...words, key: newId(), did: 'A boy called Tariq lives at 12 Harbour Street. Ask info@city.gov.' } })).resolves.toBeTruthy();
  });

  it('refuses it in an edit and in the note on it, and leaves the lesson as it was', async () => {
    const { ingrid } = story;
    const { publishLesson: lesson } = await ingrid.ask(PUBLISH, { input: { ...words, key: newId() } });
    await expect(ingrid.ask(EDIT, { input: { ...words, id: lesson.id, version: lesson.version, note: 'SSN 219-09-9999' } })).rejects.toEqual(refused([{ field: 'note', kind: 'nationalId', from: 4, to: 15 }]));
    await expect(ingrid.ask(EDIT, { input: { ...words, id: lesson.id, version: lesson.version } })).resolves.toMatchObject({ editLesson: { version: lesson.version + 1 } });
  });

  it('refuses it in replies, their edits, and trials, also when it is hidden', async () => {
    const { ingrid, samira, oslo } = story;
    const { id: threadId } = await makeLesson(story.app, { voiceId: ingrid.person.voiceId });
    await expect(samira.ask(POST, { input: { key: newId(), threadId, text: 'اتصل ٠٤٠ \u200b١٢٣ ٤٥٦٧' } })).rejects.toEqual(refused([{ field: 'text', kind: 'phone', from: 5, to: 18 }]));
    const { postReply: reply } = await samira.ask(POST, { input: { key: newId(), threadId, text: 'We tried it.' } });
    await expect(samira.ask(CHANGE, { input: { id: reply.id, text: 'sofia@inbox.se' } })).rejects.toEqual(refused([{ field: 'text', kind: 'email', from: 0, to: 14 }]));
    const trial = { threadId, cityId: oslo.id, adaptation: 'same', result: 'worked', advice: 'Start early.' };
    await expect(samira.ask(TRY, { input: { ...trial, key: newId(), advice: 'Ask Hugo L. (16).' } })).rejects.toEqual(refused([{ field: 'advice', kind: 'nameWithAge', from: 4, to: 16 }]));
    await expect(samira.ask(TRY, { input: { ...trial, key: newId() } })).resolves.toBeTruthy();
  });

  it('tells nobody anything about a lesson that one may not read', async () => {
    await expect(story.samira.ask(POST, { input: { key: newId(), threadId: newId(), text: 'sofia@inbox.se' } })).rejects.toEqual(expect.objectContaining({ code: 'platform.notFound' }));
  });
});

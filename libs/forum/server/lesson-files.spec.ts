import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FilesKeeping } from '@crosscity/files/server';
import { type Attached, deliver, makeJpeg, makeMp4, makePdf } from '@crosscity/files/testing';
import { type ForumStory, forumStory, setLessonStatus } from '@crosscity/forum/testing';
import { Database, SYSTEM, newId } from '@crosscity/platform/server';

let story: ForumStory;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crosscity-forum-files-'));
  story = await forumStory({ FILES_DIR: folder });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const DESCRIBE = 'mutation ($input: DescribeFileInput!) { describeFile(input: $input) { id isShown } }';
const FILES = 'id fileId kind state refusal name mediaType bytes width height colour seconds revision part position description isDecoration faces isShown captions transcripts { language text }';
const LESSON = `query ($id: ID!) { lesson(id: $id) { id title files { ${FILES} } } }`;
/** `page` is a field that only the resolvers know in this place: the same question, the slow way. */
const LESSON_BY_RESOLVERS = `query ($id: ID!) { lesson(id: $id) { id title files { ${FILES} } replies(first: 1, before: "WzFd") { totalCount } } }`;

const draftOf = async (client: ForumStory['ingrid']) => {
  const { saveDraft } = await client.ask('mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { id } }', { input: { id: newId(), kind: 'lesson', version: 0, device: 'Phone', content: { title: 'A bench' } } });
  return { kind: 'draft', id: (saveDraft as { id: string }).id };
};
const publish = (draftId: string, more: object = {}) => story.ingrid.ask<{ publishLesson: { id: string } }>('mutation ($input: PublishLessonInput!) { publishLesson(input: $input) { id } }', {
  input: { key: newId(), draftId, title: 'A bench', short: 'Sit down.', context: '', did: 'We sat down.', happened: 'They stayed.', differently: '', elsewhere: '', themes: ['multi-agency-work'], level: 'primary', audience: 'members', language: 'en', ...more },
}).then(({ publishLesson }) => publishLesson.id);
const filesOf = (client: { ask: ForumStory['ingrid']['ask'] }, id: string) => client.ask<{ lesson: { files: Attached[] } }>(LESSON, { id }).then(({ lesson }) => lesson.files);

describe('the files of a lesson', () => {
  it('go from the draft to the lesson, once they are described', async () => {
    const { app, ingrid, samira } = story;
    const draft = await draftOf(ingrid);
    const picture = await deliver(app, ingrid, draft, await makeJpeg(600, 400), { part: 'did' });
    const document = await deliver(app, ingrid, draft, await makePdf(), { kind: 'document', name: 'plan.pdf', part: 'did' });
    const refused = await deliver(app, ingrid, draft, Buffer.from('<html>'), { part: 'did' });
    expect((await samira.fetch(`/files/${picture.fileId}/480`)).status).toBe(404);
    await expect(publish(draft.id)).rejects.toMatchObject({ code: 'files.undescribed', data: { count: 1 } });
    await ingrid.ask(DESCRIBE, { input: { id: picture.id, description: 'A bench.' } });
    await expect(publish(draft.id)).rejects.toMatchObject({ code: 'files.undescribed' });
    await ingrid.ask(DESCRIBE, { input: { id: picture.id, faces: 'none' } });
    const key = newId();
    const [one, again] = await Promise.all([publish(draft.id, { key }), publish(draft.id, { key })]);
    expect(one).toBe(again);
    expect((await filesOf(samira, one)).map(({ fileId, description, name }) => [fileId, description, name])).toEqual([[picture.fileId, 'A bench.', ''], [document.fileId, '', 'plan.pdf']]);
    expect((await samira.fetch(`/files/${picture.fileId}/480`)).status).toBe(200);
    expect((await app.guest().fetch(`/files/${picture.fileId}/480`)).status).toBe(404);
    const left = await app.nest.get(Database).rows(`select from upload where file_id = any($1)`, [[picture.fileId, document.fileId]]);
    expect(left).toHaveLength(0);
    await app.settle();
    expect(await app.nest.get(Database).rows('select from file where id = $1', [refused.fileId])).toHaveLength(0);
  });

  it('say the same whichever way they are asked, and cost no statement where there are none', async () => {
    const { app, ingrid, samira } = story;
    const draft = await draftOf(ingrid);
    const picture = await deliver(app, ingrid, draft, await makeJpeg(600, 400), { part: 'did' });
    const film = await deliver(app, ingrid, draft, makeMp4(), { kind: 'video' });
    for (const { id } of [picture, film]) await ingrid.ask(DESCRIBE, { input: { id, description: 'It says "hello" \\ ‎', faces: 'agreed' } });
    await ingrid.ask('mutation ($input: VideoWordsInput!) { putVideoWords(input: $input) { id } }', { input: { id: film.id, language: 'en', captions: 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi', transcript: 'Hi\n"all"' } });
    const id = await publish(draft.id, { audience: 'public' });
    const slow = async (client: { ask: typeof samira.ask }) => (await client.ask<{ lesson: { files: Attached[] } }>(LESSON_BY_RESOLVERS, { id })).lesson.files;
    for (const client of [samira, ingrid, story.moderator, app.guest()]) {
      const quick = await filesOf(client, id);
      expect(quick).toHaveLength(2);
      expect(quick).toEqual(await slow(client));
    }
    const { statements } = await app.counting(() => filesOf(samira, id));
    expect(statements.length).toBeLessThanOrEqual(2);
  });

  it('are seen changed by the next reader: described, blurred, captioned, removed', async () => {
    const { app, ingrid, samira } = story;
    const id = await publish((await draftOf(ingrid)).id);
    expect(await filesOf(samira, id)).toEqual([]);
    const picture = await deliver(app, ingrid, { kind: 'lesson', id }, await makeJpeg(600, 400), { part: 'did' });
    expect(await filesOf(samira, id)).toEqual([]);
    await ingrid.ask(DESCRIBE, { input: { id: picture.id, description: 'A bench.', faces: 'agreed' } });
    expect(await filesOf(samira, id)).toMatchObject([{ description: 'A bench.', revision: 1 }]);
    await ingrid.ask('mutation ($input: BlurPictureInput!) { blurPicture(input: $input) { id } }', { input: { id: picture.id, revision: 1, areas: [{ x: 0, y: 0, width: 0.2, height: 0.2 }] } });
    expect(await filesOf(samira, id)).toMatchObject([{ faces: 'blurred', revision: 2 }]);
    await expect(samira.ask(DESCRIBE, { input: { id: picture.id, description: 'Mine' } })).rejects.toMatchObject({ code: 'platform.notFound' });
    await ingrid.ask('mutation ($input: RemoveFileInput!) { removeFile(input: $input) }', { input: { id: picture.id } });
    expect(await filesOf(samira, id)).toEqual([]);
  });

  it('of a closed space are nobody else\'s, staff included', async () => {
    const { app, ingrid, samira, moderator } = story;
    const draft = await draftOf(ingrid);
    const picture = await deliver(app, ingrid, draft, await makeJpeg(300, 200), { part: 'did' });
    await ingrid.ask(DESCRIBE, { input: { id: picture.id, isDecoration: true, faces: 'none' } });
    const id = await publish(draft.id);
    const space = newId();
    await app.work.run(SYSTEM, async (tx) => {
      await tx.rows(`insert into space (id, slug, name, kind, joining, created_at) values ($1, 'closed', 'Closed', 'hidden', 'invitation', now())`, [space]);
      await tx.rows(`insert into circle_member (circle_id, person_id) values ($1, $2)`, [space, ingrid.person.id]);
      await tx.rows(`update thread set audience = 'space', space_id = $2 where id = $1`, [id, space]);
    });
    const statuses = [];
    for (const client of [samira, moderator, app.guest()]) statuses.push((await client.fetch(`/files/${picture.fileId}/480`)).status);
    expect(statuses).toEqual([404, 404, 404]);
  });

  it('are hidden with it', async () => {
    const { app, ingrid, samira } = story;
    const draft = await draftOf(ingrid);
    const picture = await deliver(app, ingrid, draft, await makeJpeg(300, 200), { part: 'did' });
    await ingrid.ask(DESCRIBE, { input: { id: picture.id, isDecoration: true, faces: 'none' } });
    const id = await publish(draft.id);
    expect((await samira.fetch(`/files/${picture.fileId}/480`)).status).toBe(200);
    await setLessonStatus(app, id, 'hidden', 'personalData');
    expect((await samira.fetch(`/files/${picture.fileId}/480`)).status).toBe(404);
    expect((await story.moderator.fetch(`/files/${picture.fileId}/480`)).status).toBe(200);
    await app.nest.get(FilesKeeping).round();
    expect((await ingrid.fetch(`/files/${picture.fileId}/480`)).status).toBe(200);
  });
});

import { type ForumStory, forumStory, makeLesson, setLessonStatus } from '@crosscity/forum/testing';
import { makeMember } from '@crosscity/identity/testing';
import { SYSTEM, newId } from '@crosscity/platform/server';
import { SpaceEntity } from './space.entity';
import { ThreadEntity } from './thread.entity';

const FIELDS = 'id title note audience status version lessonCount voice { name } viewerCan { edit report } lessons { note lesson { id } }';
const COLLECTION = `query Collection($id: ID!) { collection(id: $id) { ${FIELDS} } }`;
const LIST = `query List($after: String) { collections(first: 100, after: $after) { items { id lessonCount } nextCursor } }`;
const OF_LESSON = 'query OfLesson($id: ID!) { lesson(id: $id) { id collections { id } } }';
const MINE = 'query Mine($lessonId: ID) { myCollections(lessonId: $lessonId) { holds collection { id title } } }';
const doing = (name: string, input: string) => `mutation Act($input: ${input}!) { ${name}(input: $input) { ${FIELDS} } }`;
const CREATE = doing('createCollection', 'CreateCollectionInput');
const EDIT = doing('editCollection', 'EditCollectionInput');
const ADD = doing('addToCollection', 'AddToCollectionInput');
const REMOVE = doing('removeFromCollection', 'CollectedLessonInput');
const MOVE = doing('moveInCollection', 'MoveInCollectionInput');
const NOTE = doing('noteInCollection', 'NoteInCollectionInput');
const AWAY = doing('removeCollection', 'CollectionInput');
const BACK = doing('restoreCollection', 'CollectionInput');

let story: ForumStory;
let lessons: string[];

beforeAll(async () => {
  story = await forumStory();
  lessons = [];
  for (let index = 0; index < 4; index += 1) lessons.push((await makeLesson(story.app, { voiceId: story.ingrid.person.voiceId, words: { title: `Lesson ${index}` } })).id);
});

const refusal = (code: string, data?: unknown) => expect.objectContaining(data === undefined ? { code } : { code, data });
const wish = (change: Record<string, unknown> = {}) => ({ key: newId(), title: 'First steps after an incident', note: 'For teams that begin.', audience: 'public', ...change });
const orderOf = (collection: { lessons: { lesson: { id: string } }[] }) => collection.lessons.map(({ lesson }) => lesson.id);

async function filled(ids: readonly string[] = lessons, change: Record<string, unknown> = {}): Promise<string> {
  const { createCollection: { id } } = await story.samira.ask(CREATE, { input: wish(change) });
  for (const lessonId of ids) await story.samira.ask(ADD, { input: { id, lessonId } });
  return id;
}

describe('a collection', () => {
  it('is made once for one key, filled, put in order and worded by its curator', async () => {
    const { samira, app } = story;
    const input = wish({ lessonId: lessons[0] });
    const made = await Promise.all(Array.from({ length: 6 }, () => samira.ask(CREATE, { input })));
    expect(new Set(made.map(({ createCollection }) => createCollection.id)).size).toBe(1);
    const { id } = made[0]!.createCollection;
    await samira.ask(ADD, { input: { id, lessonId: lessons[1], note: 'Read this second.' } });
    const { addToCollection } = await samira.ask(ADD, { input: { id, lessonId: lessons[2], beforeId: lessons[0] } });
    expect(orderOf(addToCollection)).toEqual([lessons[2], lessons[0], lessons[1]]);
    const { moveInCollection } = await samira.ask(MOVE, { input: { id, lessonId: lessons[1], beforeId: lessons[2] } });
    expect(orderOf(moveInCollection)).toEqual([lessons[1], lessons[2], lessons[0]]);
    expect(moveInCollection.lessons[0].note).toBe('Read this second.');
    const { noteInCollection } = await samira.ask(NOTE, { input: { id, lessonId: lessons[1], note: ' Read this first. ' } });
    expect(noteInCollection.lessons[0].note).toBe('Read this first.');
    const { editCollection } = await samira.ask(EDIT, { input: { id, version: 1, title: 'After an incident', note: '', audience: 'public' } });
    expect(editCollection).toMatchObject({ title: 'After an incident', version: 2, lessonCount: 3, viewerCan: { edit: true, report: false } });
    await expect(samira.ask(EDIT, { input: { id, version: 1, title: 'Other', audience: 'public' } })).rejects.toEqual(refusal('forum.collectionChanged', { version: 2 }));
    const { collection } = await app.guest().ask(COLLECTION, { id });
    expect(collection).toMatchObject({ title: 'After an incident', voice: { name: null }, viewerCan: { edit: false, report: false } });
    const { removeFromCollection } = await samira.ask(REMOVE, { input: { id, lessonId: lessons[2] } });
    expect(orderOf(removeFromCollection)).toEqual([lessons[1], lessons[0]]);
  });

  it('holds a lesson once and keeps its order, whoever moves at the same moment', async () => {
    const { samira } = story;
    const id = await filled([]);
    await Promise.all([...lessons, ...lessons, ...lessons].map((lessonId) => samira.ask(ADD, { input: { id, lessonId } })));
    await Promise.all(lessons.flatMap((lessonId) => lessons.map((beforeId) => samira.ask(MOVE, { input: { id, lessonId, beforeId } }))));
    const { collection } = await samira.ask(COLLECTION, { id });
    expect(orderOf(collection).toSorted()).toEqual(lessons.toSorted());
    const places = await story.app.work.run(SYSTEM, (tx) => tx.rows<{ place: number }>('select place from collection_lesson where collection_id = $1 order by place', [id]));
    expect(places.map(({ place }) => place)).toEqual([0, 1, 2, 3]);
  });

  it('is changed by nobody else, and can be taken away and brought back', async () => {
    const { ingrid, samira, app, moderator } = story;
    const id = await filled([lessons[0]!]);
    for (const [document, input] of [[ADD, { id, lessonId: lessons[1] }], [REMOVE, { id, lessonId: lessons[0] }], [MOVE, { id, lessonId: lessons[0] }], [NOTE, { id, lessonId: lessons[0], note: 'x' }],
      [EDIT, { id, version: 1, title: 'x', audience: 'public' }], [AWAY, { id }]] as const) {
      await expect(ingrid.ask(document, { input })).rejects.toEqual(refusal('platform.notAllowed'));
      await expect(app.guest().ask(document, { input })).rejects.toEqual(refusal('platform.signInFirst'));
    }
    await samira.ask(AWAY, { input: { id } });
    await expect(ingrid.ask(COLLECTION, { id })).rejects.toEqual(refusal('platform.notFound'));
    await expect(ingrid.ask(AWAY, { input: { id } })).rejects.toEqual(refusal('platform.notFound'));
    expect((await ingrid.ask(OF_LESSON, { id: lessons[0] })).lesson.collections.map((one: { id: string }) => one.id)).not.toContain(id);
    await expect(samira.ask(ADD, { input: { id, lessonId: lessons[1] } })).rejects.toEqual(refusal('platform.notAllowed'));
    expect((await moderator.ask(COLLECTION, { id })).collection.status).toBe('withdrawn');
    expect((await samira.ask(BACK, { input: { id } })).restoreCollection).toMatchObject({ status: 'published', lessonCount: 1 });
  });

  it('refuses what is not right', async () => {
    const { samira, coordinator, ingrid } = story;
    const broken: [Record<string, unknown>, Record<string, string>][] = [
      [{ title: ' ' }, { title: 'matches' }], [{ title: 'x'.repeat(121) }, { title: 'maxLength' }], [{ title: 'a\u202Eb' }, { title: 'plainLine' }], [{ note: 'x\u0000' }, { note: 'storableText' }],
      [{ note: 'x'.repeat(1001) }, { note: 'maxLength' }], [{ voiceId: ingrid.person.voiceId }, { voiceId: 'voice' }],
    ];
    for (const [change, fields] of broken) await expect(samira.ask(CREATE, { input: wish(change) })).rejects.toEqual(refusal('platform.invalid', { fields }));
    await expect(samira.ask(CREATE, { input: wish({ note: 'Call +47 912 34 567' }) })).rejects.toEqual(refusal('forum.caseData'));
    await expect(samira.ask(CREATE, { input: wish({ lessonId: newId() }) })).rejects.toEqual(refusal('platform.notFound'));
    await expect(samira.ask(COLLECTION, { id: 'no-uuid' })).rejects.toEqual(refusal('platform.notFound'));
    const { writer } = await coordinator.ask('{ writer { voices { id } } }');
    const { createCollection } = await coordinator.ask(CREATE, { input: wish({ voiceId: writer.voices[1].id }) });
    expect(createCollection.voice.name).toBe('Oslo');
  });

  it('neither shows nor counts what its reader may not read', async () => {
    const { samira, ingrid, app, moderator } = story;
    const forMembers = (await makeLesson(app, { voiceId: ingrid.person.voiceId, audience: 'members' })).id;
    const hidden = (await makeLesson(app, { voiceId: ingrid.person.voiceId })).id;
    const inSpace = (await makeLesson(app, { voiceId: samira.person.voiceId })).id;
    const spaceId = newId();
    await app.work.run(SYSTEM, (tx) => tx.repo(SpaceEntity).insert({ id: spaceId, slug: `s-${spaceId}`, name: 'Closed', kind: 'hidden', joining: 'invitation', createdAt: tx.now }));
    const id = await filled([lessons[0]!, forMembers, hidden, inSpace]);
    await setLessonStatus(app, hidden, 'hidden', 'danger');
    await app.work.run(SYSTEM, (tx) => tx.repo(ThreadEntity).update({ id: inSpace }, { audience: 'space', spaceId }));
    const seenBy = async (client: { ask: typeof samira.ask }) => {
      const { collection } = await client.ask(COLLECTION, { id });
      expect(collection.lessonCount).toBe(collection.lessons.length);
      return orderOf(collection);
    };
    expect(await seenBy(ingrid)).toEqual([lessons[0], forMembers]);
    expect(await seenBy(moderator)).toEqual([lessons[0], forMembers]);
    expect(await seenBy(app.guest() as never)).toEqual([lessons[0]]);
    await expect(ingrid.ask(CREATE, { input: wish({ lessonId: inSpace }) })).rejects.toEqual(refusal('platform.notFound'));

    const empty = await filled([forMembers]);
    const listed = (await app.guest().ask(LIST)).collections.items.map((one: { id: string }) => one.id);
    expect(listed).toContain(id);
    expect(listed).not.toContain(empty);
    const own = await filled([lessons[0]!], { audience: 'members' });
    await expect(app.guest().ask(COLLECTION, { id: own })).rejects.toEqual(refusal('platform.notFound'));
    expect((await app.guest().ask(OF_LESSON, { id: lessons[0] })).lesson.collections.map((one: { id: string }) => one.id)).not.toContain(own);
    expect((await ingrid.ask(OF_LESSON, { id: lessons[0] })).lesson.collections.map((one: { id: string }) => one.id)).toContain(own);
  });

  it('offers one\'s own for a lesson, in pages that cost the same', async () => {
    const someone = await makeMember(story.app, { name: 'Someone' });
    expect((await someone.ask(MINE, { lessonId: lessons[0] })).myCollections).toEqual([]);
    const { createCollection: { id } } = await someone.ask(CREATE, { input: wish({ lessonId: lessons[0], title: 'Mine' }) });
    expect((await someone.ask(MINE, { lessonId: lessons[0] })).myCollections).toEqual([{ holds: true, collection: { id, title: 'Mine' } }]);
    expect((await someone.ask(MINE, { lessonId: lessons[1] })).myCollections[0].holds).toBe(false);
    const full = await filled();
    const counting = async (act: () => Promise<unknown>) => (await story.app.counting(act)).statements.filter((text) => !/session|person p/.test(text));
    const page = await counting(() => someone.ask(COLLECTION, { id: full }));
    expect(page.length).toBe(3);
    const list = await counting(() => someone.ask(LIST));
    expect(list.length).toBe(1);
    const { collections: { nextCursor } } = await someone.ask('{ collections(first: 1) { nextCursor } }');
    expect((await someone.ask(LIST, { after: nextCursor })).collections.items.length).toBeGreaterThan(0);
  });
});

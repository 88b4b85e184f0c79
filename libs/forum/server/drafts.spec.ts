import { type ForumStory, forumStory, makeLesson, setLessonStatus } from '@crosscity/forum/testing';
import { newId } from '@crosscity/platform/server';
import type { Client } from '@crosscity/platform/testing';

const DRAFT = 'id kind threadId version device updatedAt discardedAt content { title did text themes level } copies { id device content { text did } }';
const SAVE = `mutation Save($input: SaveDraftInput!) { saveDraft(input: $input) { ${DRAFT} lesson { title } } }`;
const DISCARD = `mutation Discard($input: DiscardDraftInput!) { discardDraft(input: $input) { id discardedAt } }`;
const BACK = `mutation Back($input: RestoreDraftInput!) { restoreDraft(input: $input) { id discardedAt } }`;

let story: ForumStory;
let threadId: string;

beforeAll(async () => {
  story = await forumStory();
  threadId = (await makeLesson(story.app, { voiceId: story.ingrid.person.voiceId })).id;
});

const save = async (who: Client, input: Record<string, unknown>) => (await who.ask(SAVE, { input: { kind: 'lesson', version: 0, device: 'Phone', content: {}, ...input } })).saveDraft;
const drafts = async (who: Client) => (await who.ask(`{ drafts { ${DRAFT} lesson { title } } }`)).drafts;

describe('drafts', () => {
  it('grow version by version and hold half of anything', async () => {
    const { samira } = story;
    const id = newId();
    expect(await save(samira, { id, content: { did: 'We wen' } })).toMatchObject({ id, version: 1, content: { did: 'We wen', title: null } });
    expect(await save(samira, { id, version: 1, content: { did: 'We went', title: 'Ti', level: 'primary', themes: ['no-theme-yet'] } })).toMatchObject({ version: 2, content: { did: 'We went', title: 'Ti', level: 'primary' } });
    // The same text again, from a device that did not hear the answer.
    expect(await save(samira, { id, version: 1, content: { did: 'We went', title: 'Ti', level: 'primary', themes: ['no-theme-yet'] } })).toMatchObject({ version: 2, copies: [] });
    expect((await drafts(samira)).map((draft: { id: string }) => draft.id)).toEqual([id]);
  });

  it('keep both texts when two devices wrote, and tell the second what the first saved', async () => {
    const { samira } = story;
    const id = newId();
    await save(samira, { id, content: { did: 'Common' } });
    await save(samira, { id, version: 1, device: 'Office', content: { did: 'From the office' } });
    const refused = await save(samira, { id, version: 1, device: 'Phone', content: { did: 'From the phone' } }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'forum.draftConflict', data: { draftId: id, theirs: { version: 2, device: 'Office', content: { did: 'From the office' } } } });
    const { draft } = await samira.ask(`query D($id: ID!) { draft(id: $id) { ${DRAFT} } }`, { id });
    expect(draft).toMatchObject({ version: 2, content: { did: 'From the office' }, copies: [{ device: 'Phone', content: { did: 'From the phone' } }] });
    const { discardDraftCopy } = await samira.ask(`mutation C($input: DiscardDraftCopyInput!) { discardDraftCopy(input: $input) { ${DRAFT} } }`, { input: { id: draft.copies[0].id } });
    expect(discardDraftCopy.copies).toEqual([]);
  });

  it('lose nothing when ten devices save at the same moment', async () => {
    const { samira } = story;
    const id = newId();
    await save(samira, { id, content: { did: 'Start' } });
    const texts = Array.from({ length: 10 }, (_, index) => `Device ${index}`);
    const outcomes = await Promise.allSettled(texts.map((did) => save(samira, { id, version: 1, device: did, content: { did } })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { draft } = await samira.ask(`query D($id: ID!) { draft(id: $id) { ${DRAFT} } }`, { id });
    const kept = [draft.content.did, ...draft.copies.map(({ content }: { content: { did: string } }) => content.did)];
    expect(kept.sort()).toEqual(texts);
  });

  it('of a reply there is one in a thread, and it stays when the thread closes', async () => {
    const { samira, app, ingrid } = story;
    const { id: ofThread } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    const first = await save(samira, { kind: 'reply', threadId: ofThread, content: { text: 'Half a rep' } });
    expect(first.lesson.title).toBe('Evening talks lowered conflict near the station');
    await expect(save(samira, { kind: 'reply', threadId: ofThread, content: { text: 'Other tab' } })).rejects.toMatchObject({ code: 'forum.draftConflict' });
    await setLessonStatus(app, ofThread, 'hidden', 'danger');
    expect(await save(samira, { kind: 'reply', threadId: ofThread, version: 1, content: { text: 'Half a reply' } })).toMatchObject({ id: first.id, version: 2, lesson: null });
    await expect(save(samira, { kind: 'reply', content: {} })).rejects.toMatchObject({ code: 'platform.invalid' });
  });

  it('are put away with what they became, and can be taken out again', async () => {
    const { samira } = story;
    const draft = await save(samira, { kind: 'reply', threadId, content: { text: 'Whole reply' } });
    await samira.ask('mutation P($input: PostReplyInput!) { postReply(input: $input) { id } }', { input: { key: newId(), threadId, text: 'Whole reply', draftId: draft.id } });
    expect((await drafts(samira)).map(({ id }: { id: string }) => id)).not.toContain(draft.id);
    expect((await samira.ask(BACK, { input: { id: draft.id } })).restoreDraft.discardedAt).toBeNull();
    expect((await samira.ask(DISCARD, { input: { id: draft.id } })).discardDraft.discardedAt).toEqual(expect.any(String));
    await save(samira, { kind: 'reply', threadId, content: { text: 'A new one' } });
    await expect(samira.ask(BACK, { input: { id: draft.id } })).rejects.toMatchObject({ code: 'forum.cannotRestore' });
  });

  it('are nobody else\'s, not even to moderators', async () => {
    const { samira, ingrid, moderator, app } = story;
    const { id } = await save(samira, { content: { did: 'Private' } });
    for (const other of [ingrid, moderator]) {
      await expect(other.ask('query D($id: ID!) { draft(id: $id) { id } }', { id })).rejects.toMatchObject({ code: 'platform.notFound' });
      await expect(save(other, { id, version: 1, content: { did: 'Mine now' } })).rejects.toMatchObject({ code: 'platform.notFound' });
      await expect(other.ask(DISCARD, { input: { id } })).rejects.toMatchObject({ code: 'platform.notFound' });
    }
    await expect(app.guest().ask('{ drafts { id } }')).rejects.toMatchObject({ code: 'platform.signInFirst' });
    await expect(save(samira, { content: { did: 'x'.repeat(16_001) } })).rejects.toMatchObject({ code: 'platform.invalid' });
  });
});

import { type ForumStory, forumStory, makeLesson, makeReply, setLessonStatus } from '@crosscity/forum/testing';
import { VoiceEntity } from '@crosscity/identity/server';
import { makeMember } from '@crosscity/identity/testing';
import { HotOperations, SYSTEM, newId } from '@crosscity/platform/server';
import type { Client } from '@crosscity/platform/testing';

/** What the lesson page asks, with fragments, repeated fields and `__typename` as the client sends it, and the rest of what a lesson has. */
const PAGE = `query LessonPage($id: ID!, $language: String, $at: ID, $unread: Boolean, $first: Int, $after: String, $afterSeq: Int) {
  lesson(id: $id, language: $language) { ...Head ...Body ...Trials __typename id
    replies(first: $first, at: $at, unread: $unread, after: $after, afterSeq: $afterSeq) { ...List __typename } } }
fragment Head on Lesson { id slug title short language originalLanguage languages { language state title isOutdated __typename } audience level evidence isSample source { title publisher __typename } status hiddenRule
  publishedAt editedAt lastActivityAt version minutes country city { id slug name __typename } voice { ...V __typename } themes { slug name __typename } viewerCan { reply try edit withdraw report follow __typename } }
fragment Body on Lesson { id language parts { part html __typename } replyCount trialCount lastSeq lastChange reading { id lastSeenSeq newCount firstUnread follow since __typename } }
fragment Trials on Lesson { trialResults { result count __typename } trials(first: 20) { ...T __typename } voice { name } }
fragment T on Trial { id seq threadId language result adaptation change advice at city { id slug name country __typename } voice { ...V __typename } }
fragment V on Voice { id kind name handle title place }
fragment List on ReplyPage { items { id seq threadId parentId html source language status hiddenRule postedAt editedAt voice { ...V __typename } trial { ...T __typename } viewerCan { edit withdraw restore report reply __typename } __typename } nextCursor previousCursor totalCount }`;

let story: ForumStory;
let hot: HotOperations;
let id: string;
let named: Client;
const replyIds: string[] = [];

beforeAll(async () => {
  story = await forumStory();
  const { app, ingrid, samira, coordinator, oslo } = story;
  hot = app.nest.get(HotOperations);
  id = (await makeLesson(app, { voiceId: ingrid.person.voiceId, cityId: oslo.id, themes: ['digital-literacy', 'multi-agency-work'], words: { title: 'Quotes " and \\ and \u2028 <b>' }, translations: [{ language: 'ar', title: 'عنوان' }, { language: 'de' }] })).id;
  const open = await makeMember(app, { name: 'Open' });
  await app.work.run(SYSTEM, (tx) => tx.repo(VoiceEntity).update({ id: open.person.voiceId }, { guestsSee: ['name', 'title'] }));
  named = open;
  const speakers = [samira, ingrid, coordinator, open];
  for (let index = 0; index < 30; index += 1) {
    const parentId = index % 5 === 4 ? replyIds[index - 4]! : null;
    replyIds.push((await makeReply(app, { threadId: id, voiceId: speakers[index % 4]!.person.voiceId, text: `Reply ${index} with "quotes" and emoji 🌿`, language: index % 3 ? 'en' : 'nb', parentId })).id);
  }
  for (const [who, result] of [[samira, 'mixed'], [open, 'worked'], [coordinator, 'mixed']] as const) {
    await who.ask('mutation Try($input: RecordTrialInput!) { recordTrial(input: $input) { id } }', { input: { key: newId(), threadId: id, cityId: oslo.id, adaptation: 'changed', change: 'Weekends', result, advice: 'Begin small.' } });
  }
  await samira.ask('mutation W($input: WithdrawReplyInput!) { withdrawReply(input: $input) { id } }', { input: { id: replyIds[4] } });
  await ingrid.ask('mutation E($input: EditReplyInput!) { editReply(input: $input) { id } }', { input: { id: replyIds[1], text: 'Edited' } });
  await samira.ask('mutation S($input: MarkSeenInput!) { markSeen(input: $input) { id } }', { input: { threadId: id, upTo: 22 } });
});

/** The answer of both ways, which must be the same; and whether the database wrote one. */
async function both(who: Client, variables: Record<string, unknown>, query = PAGE): Promise<{ data: unknown; isHot: boolean }> {
  const before = hot.answered;
  const fast = await who.raw(query, { id, ...variables });
  const isHot = hot.answered > before;
  hot.isOff = true;
  const usual = await who.raw(query, { id, ...variables });
  hot.isOff = false;
  expect(fast).toEqual(usual);
  return { data: fast.data, isHot };
}

describe('the lesson page, written by the database', () => {
  it('says the same as the resolvers to guests, members, authors, coordinators and staff, in both languages', async () => {
    const { app, ingrid, samira, coordinator, moderator } = story;
    const readers: Client[] = [app.guest(), app.guest('ar'), ingrid, samira, coordinator, moderator, named];
    const questions: Record<string, unknown>[] = [{}, { language: 'ar' }, { language: 'fi' }, { first: 5 }, { unread: true }, { unread: false, first: 50 }, { afterSeq: 25 }, { afterSeq: 33 }, { afterSeq: 99 }, { after: Buffer.from('[20]').toString('base64url'), first: 3 }];
    for (const reader of readers) for (const question of questions) expect([question, (await both(reader, question)).isHot]).toEqual([question, true]);
  });

  it('says the same in an empty thread and one of a single page', async () => {
    const { app, ingrid, samira } = story;
    const empty = await makeLesson(app, { voiceId: ingrid.person.voiceId, themes: [] });
    for (const reader of [app.guest(), ingrid, samira]) expect((await both(reader, { id: empty.id })).isHot).toBe(true);
    await makeReply(app, { threadId: empty.id, voiceId: ingrid.person.voiceId });
    for (const reader of [app.guest(), ingrid, samira]) expect((await both(reader, { id: empty.id })).isHot).toBe(true);
  });

  it('leaves every refusal and every rare question to the resolvers', async () => {
    const { app, ingrid, samira, moderator } = story;
    for (const variables of [{ at: replyIds[9] }, { first: 0 }, { first: 101 }, { after: 'nonsense' }, { id: newId() }, { id: 'no-uuid' }, { first: null }]) {
      for (const reader of [app.guest(), samira]) expect([variables, (await both(reader, variables)).isHot]).toEqual([variables, false]);
    }
    const membersOnly = await makeLesson(app, { voiceId: ingrid.person.voiceId, audience: 'members' });
    expect((await both(app.guest(), { id: membersOnly.id })).data).toBeNull();
    expect((await both(samira, { id: membersOnly.id })).isHot).toBe(true);
    await setLessonStatus(app, membersOnly.id, 'hidden', 'danger');
    for (const reader of [app.guest(), samira, ingrid, moderator]) expect((await both(reader, { id: membersOnly.id })).isHot).toBe(false);
    const shapes = [
      'query($id: ID!) { lesson(id: $id) { id } lessonFacets { facet } }', 'query($id: ID!) { a: lesson(id: $id) { id } b: lesson(id: $id) { title } }', 'query($id: ID!, $no: Boolean = false) { lesson(id: $id) { id title @include(if: $no) } }',
      'query($id: ID!) { lesson(id: $id) { city { summary } } }', 'query($id: ID!) { lesson(id: $id) { first: replies(first: 1) { totalCount } second: replies(first: 2) { totalCount } } }',
      'query($id: ID!, $n: Int) { lesson(id: $id) { trials(first: $n) { id } } }', 'query($id: ID!) { lesson(id: $id) { trials(first: 0) { id } } }', 'query($id: ID!) { lesson(id: $id) { nonsense } }',
    ];
    for (const shape of shapes) expect([shape, (await both(samira, { no: true, n: 2 }, shape)).isHot]).toEqual([shape, false]);
    expect((await both(samira, {}, 'query($id: ID!) { it: lesson(id: $id) { called: title replies { items { by: voice { who: name } } } } }')).isHot).toBe(true);
  });

  it('hides from others what was hidden, in the database as in the resolvers', async () => {
    const { app, samira } = story;
    const { data } = await both(app.guest(), { first: 6 });
    const [, , , , gone] = (data as { lesson: { replies: { items: { html: string; status: string }[] } } }).lesson.replies.items;
    expect(gone).toMatchObject({ html: '', status: 'withdrawn' });
    expect(JSON.stringify(data)).not.toContain('Samira');
    expect(JSON.stringify((await both(samira, { first: 6 })).data)).toContain('Reply 4');
  });

  it('takes one small statement to be given what a stranger was given, and no more than two where one takes part', async () => {
    const { app, samira, moderator } = story;
    const reader = await makeMember(app, { name: 'Only reads' });
    const counted = async (who: Client) => (await app.counting(() => who.raw(PAGE, { id }))).statements.filter((text) => !/session|person p/.test(text)).map((text) => text.includes('from lesson_text'));
    await both(app.guest(), {});
    await both(reader, {});
    expect(await counted(app.guest())).toEqual([false]);
    expect(await counted(reader)).toEqual([false]);
    expect(await counted(samira)).toEqual([false, true]);
    expect(await counted(moderator)).toEqual([true]);
  });

  it('never shows what was kept before a change, whichever way the change came', async () => {
    const { app, ingrid, samira, oslo } = story;
    const reader = await makeMember(app, { name: 'Only reads' });
    const thread = (await makeLesson(app, { voiceId: ingrid.person.voiceId, cityId: oslo.id, themes: ['digital-literacy'] })).id;
    const first = (await makeReply(app, { threadId: thread, voiceId: samira.person.voiceId, text: 'First words' })).id;
    await samira.ask('mutation Try($input: RecordTrialInput!) { recordTrial(input: $input) { id } }', { input: { key: newId(), threadId: thread, cityId: oslo.id, adaptation: 'same', result: 'worked', advice: 'Begin.' } });
    const answers = async () => {
      const seen: string[] = [];
      for (const who of [app.guest(), reader, samira, ingrid]) {
        seen.push(JSON.stringify((await both(who, { id: thread })).data));
        expect(await both(who, { id: thread })).toMatchObject({ isHot: true });
      }
      return seen;
    };
    const sql = (text: string, ...parameters: unknown[]) => app.work.run(SYSTEM, (tx) => tx.rows(text, parameters));
    const changes: [string, () => Promise<unknown>][] = [
      ['a reply', () => reader.ask('mutation P($input: PostReplyInput!) { postReply(input: $input) { id } }', { input: { key: newId(), threadId: thread, text: 'Second words', language: 'en' } })],
      ['an edit', () => samira.ask('mutation E($input: EditReplyInput!) { editReply(input: $input) { id } }', { input: { id: first, text: 'Other words' } })],
      ['hiding', () => sql(`update reply set status = 'hidden', hidden_rule = 'danger', gone_at = now() where id = $1`, first)],
      ['restoring', () => sql(`update reply set status = 'published', hidden_rule = null, gone_at = null where id = $1`, first)],
      ['a trial that is told otherwise', () => sql(`update trial set advice = 'Begin later.' where thread_id = $1`, thread)],
      ['a new title', () => sql(`update lesson_text set title = 'Another title' where thread_id = $1`, thread)],
      ['a translation', () => sql(`insert into lesson_text select (jsonb_populate_record(l, '{"language": "ar", "state": "person"}')).* from lesson_text l where thread_id = $1`, thread)],
      ['a translation that goes', () => sql(`delete from lesson_text where thread_id = $1 and language = 'ar'`, thread)],
      ['a theme more', () => sql(`insert into thread_theme values ($1, 'multi-agency-work', 2)`, thread)],
      ['a theme that goes', () => sql(`delete from thread_theme where thread_id = $1 and theme = 'multi-agency-work'`, thread)],
      ['a theme that is called otherwise', () => sql(`update theme set names = names || '{"en": "Called otherwise"}' where slug = 'digital-literacy'`)],
      ['a person who is called otherwise', () => sql(`update voice set name = 'Called otherwise' where id = $1`, samira.person.voiceId)],
      ['a name that guests may see', () => sql(`update voice set guests_see = '{name}' where id = $1`, samira.person.voiceId)],
      ['a city that is called otherwise', () => sql(`update city set name = 'Kristiania' where id = $1`, oslo.id)],
    ];
    let before = await answers();
    for (const [what, change] of changes) {
      await change();
      const after = await answers();
      // A guest sees no names, so not each change is one for a guest.
      expect([what, after.some((answer, index) => answer !== before[index])]).toEqual([what, true]);
      before = after;
    }
    await setLessonStatus(app, thread, 'withdrawn');
    for (const who of [app.guest(), reader, samira]) expect(await both(who, { id: thread })).toMatchObject({ isHot: false });
  });
});

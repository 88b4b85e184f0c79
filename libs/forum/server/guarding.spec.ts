import { type ForumStory, forumStory, makeLesson, makeReply } from '@crosscity/forum/testing';
import { hostileTexts } from '@crosscity/platform/testing';
import { ModerationTargets } from '@crosscity/moderation/server';
import type { Actor } from '@crosscity/platform/server';
import { SYSTEM, Subjects, newId } from '@crosscity/platform/server';
import { may } from './forum.policy';

const REPLIES = `query Replies($id: ID!) { lesson(id: $id) { replyCount replies { items { html status hiddenRule trial { advice } } } } }`;

/** Each tries to run something, to load something, to leave the text, or to look like the page itself. */
const HOSTILE = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<iframe src="//evil.example"></iframe>', '<object data="x"></object>', '<embed src="x">', '<form action="//evil.example"><input name=a></form>',
  '<a href="javascript:alert(1)">x</a>', '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](java&#x0A;script:alert(1))', '[x](&#106;avascript:alert(1))', '[x](data:text/html;base64,PHNjcmlwdD4=)', '[x](vbscript:msgbox(1))',
  '[x](\u0001javascript:alert(1))', '[x]( javascript:alert(1) "t")', '[x](//evil.example)', '![x](https://evil.example/track.png)', '![x](javascript:alert(1))', '<https://evil.example/><img src=x>', '<javascript:alert(1)>',
  '<style>body{display:none}</style>', '<div style="position:fixed;inset:0">x</div>', '<p onclick="alert(1)">x</p>', '<p id="content">x</p>', '<p class="danger">x</p>', '<base href="//evil.example">', '<meta http-equiv=refresh content="0;url=//evil.example">', '<link rel=stylesheet href=//evil.example>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<template><script>alert(1)</script></template>', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<video><source onerror=alert(1)></video>', '<audio src=x onerror=alert(1)>', '<details open ontoggle=alert(1)>', '<marquee onstart=alert(1)>', '<body onload=alert(1)>', '<input autofocus onfocus=alert(1)>', '<button formaction=javascript:alert(1)>x</button>',
  '`<script>alert(1)</script>`', '```html\n<img src=x onerror=alert(1)>\n```', '| a |\n|---|\n| <img src=x onerror=alert(1)> |', '[^1]: <script>alert(1)</script>\n\nx[^1]', '<!-- --><script>alert(1)</script><!-- -->', '&lt;script&gt;alert(1)&lt;/script&gt;', '<a\nhref\n=\njavascript:alert(1)>x</a>', '- [ ] <input onfocus=alert(1)>', '# <img src=x onerror=alert(1)>',
];
const TAGS = new Set(['p', 'h3', 'h4', 'strong', 'em', 'del', 'ul', 'ol', 'li', 'blockquote', 'a', 'code', 'pre', 'br', 'hr']);

let story: ForumStory;

beforeAll(async () => {
  story = await forumStory();
});

function faultsOf(html: string): string[] {
  const tags = [...html.matchAll(/<\/?([a-z0-9-]+)((?:\s[^>]*)?)>/gi)];
  return tags.flatMap(([whole, name, attributes]) => {
    const names = [...attributes!.matchAll(/([^\s=]+)="([^"]*)"/g)];
    const isClean = TAGS.has(name!) && names.every(([, attribute, value]) => ['dir', 'start', 'rel', 'class'].includes(attribute!) || (attribute === 'href' && /^(https?:|mailto:|\/\/|#|[^:]*$)/.test(value!)));
    return isClean ? [] : [whole];
  });
}

describe('what people write', () => {
  it(`stays text: ${HOSTILE.length + hostileTexts.length} hostile texts leave clean tags only, in previews, replies, lessons and snippets`, async () => {
    const { ingrid, app } = story;
    const { id: threadId } = await makeLesson(app, { voiceId: ingrid.person.voiceId, words: { did: HOSTILE.join('\n\n'), title: 'numbat <script>alert(1)</script>', short: '<img src=x onerror=alert(1)> numbat' } });
    for (const text of [...HOSTILE, ...hostileTexts]) {
      const { previewText } = await ingrid.ask('query P($text: String!) { previewText(text: $text) }', { text });
      expect([text, faultsOf(previewText)]).toEqual([text, []]);
      expect(previewText).not.toMatch(/<(script|img|svg|iframe|style|input|form)/i);
    }
    await makeReply(app, { threadId, voiceId: ingrid.person.voiceId, text: `numbat\n\n${HOSTILE.join('\n\n')}` });
    const { lesson } = await ingrid.ask('query L($id: ID!) { lesson(id: $id) { parts { html } replies { items { html } } } }', { id: threadId });
    for (const { html } of [...lesson.parts, ...lesson.replies.items]) expect(faultsOf(html)).toEqual([]);
    const { searchForum } = await ingrid.ask('{ searchForum(query: "numbat OR alert") { items { snippet } } }');
    expect(searchForum.items.length).toBeGreaterThan(0);
    for (const { snippet } of searchForum.items) expect(snippet.replace(/<\/?mark>/g, '')).not.toMatch(/[<>]/);
  });
});

describe('moderation', () => {
  it('hides a reply from everybody but its author and staff, keeps the counters, and brings it back', async () => {
    const { app, ingrid, samira, moderator } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    const first = await makeReply(app, { threadId: id, voiceId: ingrid.person.voiceId, text: 'Before' });
    const reply = await makeReply(app, { threadId: id, voiceId: samira.person.voiceId, text: 'Names a **person**', parentId: first.id });
    const target = app.nest.get(ModerationTargets).of('reply')!;
    const text = (await target.load(SYSTEM, [reply.id])).get(reply.id)!;
    expect(text).toMatchObject({ voiceId: samira.person.voiceId, title: 'Evening talks lowered conflict near the station', status: 'published', path: expect.stringContaining(`?reply=${reply.id}`), context: [{ relation: 'parent', html: '<p dir="auto">Before</p>' }] });
    await app.work.run(SYSTEM, (tx) => target.hide(tx, reply.id, { rule: 'personalData' }));
    for (const reader of [ingrid, app.guest()]) expect((await reader.ask(REPLIES, { id })).lesson).toMatchObject({ replyCount: 1, replies: { items: [{ status: 'published' }, { html: '', status: 'hidden', hiddenRule: 'personalData', trial: null }] } });
    for (const reader of [samira, moderator]) expect((await reader.ask(REPLIES, { id })).lesson.replies.items[1].html).toContain('person');
    await expect(samira.ask('mutation R($input: RestoreReplyInput!) { restoreReply(input: $input) { id } }', { input: { id: reply.id } })).rejects.toMatchObject({ code: 'forum.cannotRestore' });
    await app.work.run(SYSTEM, (tx) => target.restore(tx, reply.id));
    expect((await ingrid.ask(REPLIES, { id })).lesson).toMatchObject({ replyCount: 2, replies: { items: [{}, { status: 'published', hiddenRule: null }] } });
  });

  it('hides a lesson with its title, and shows it again', async () => {
    const { app, ingrid, samira, moderator } = story;
    const { id } = await makeLesson(app, { voiceId: ingrid.person.voiceId });
    const target = app.nest.get(ModerationTargets).of('lesson')!;
    const subjects = app.nest.get(Subjects);
    const asMember = (client: typeof samira, role: 'member' | 'moderator' = 'member'): Actor => ({ kind: 'member', personId: client.person.id, role, voiceId: client.person.voiceId, voiceIds: [client.person.voiceId], cityId: null, coordinates: [], circleIds: [], locale: 'en', timeZone: 'UTC' });
    const titles = async (actor: Actor) => [...(await subjects.load(actor, [{ kind: 'thread', id }])).values()].map(({ title }) => title);
    expect((await target.load(asMember(samira), [id])).get(id)).toMatchObject({ title: 'Evening talks lowered conflict near the station', html: expect.stringContaining('every Thursday') });
    await app.work.run(SYSTEM, (tx) => target.hide(tx, id, { rule: 'danger' }));
    expect(await titles(asMember(samira))).toEqual([]);
    expect(await titles(asMember(ingrid))).toHaveLength(1);
    expect((await target.load(asMember(samira), [id])).size).toBe(0);
    expect((await target.load(asMember(moderator, 'moderator'), [id])).get(id)).toMatchObject({ status: 'hidden' });
    await app.work.run(SYSTEM, (tx) => target.restore(tx, id));
    expect(await titles(asMember(samira))).toHaveLength(1);
    await expect(app.work.run(SYSTEM, (tx) => target.hide(tx, newId(), { rule: 'danger' }))).rejects.toMatchObject({ code: 'platform.notFound' });
  });
});

describe('the rules', () => {
  const guest: Actor = { kind: 'guest', locale: 'en' };
  const other: Actor = { kind: 'member', personId: 'p', role: 'member', voiceId: 'v', voiceIds: ['v'], cityId: null, coordinates: [], circleIds: [], locale: 'en', timeZone: 'UTC' };
  const author: Actor = { ...other, voiceIds: ['v', 'author'] };
  const staff: Actor = { ...other, role: 'moderator' };
  const inside: Actor = { ...other, circleIds: ['s'] };

  it.each([
    ['public', 'published', 'yes', 'yes', 'yes', 'yes'],
    ['public', 'hidden', 'gone', 'gone', 'yes', 'yes'],
    ['public', 'withdrawn', 'gone', 'gone', 'yes', 'yes'],
    ['members', 'published', 'no', 'yes', 'yes', 'yes'],
    ['members', 'hidden', 'no', 'gone', 'yes', 'yes'],
    ['members', 'withdrawn', 'no', 'gone', 'yes', 'yes'],
    ['public', 'takenBack', 'no', 'no', 'no', 'no'],
    ['members', 'takenBack', 'no', 'no', 'no', 'no'],
    ['space', 'published', 'no', 'no', 'no', 'no'],
    ['space', 'hidden', 'no', 'no', 'no', 'no'],
  ] as const)('a %s lesson that is %s', (audience, status, ...expected) => {
    expect([guest, other, author, staff].map((actor) => may.read(actor, { audience, spaceId: audience === 'space' ? 's' : null, status, voiceId: 'author' }))).toEqual(expected);
  });

  it('what stands in a closed space is for those inside; others write nothing in an open one either', () => {
    const closed = { audience: 'space', spaceId: 's', status: 'published', voiceId: 'author' } as const;
    expect([inside, { ...inside, circleIds: ['other'] }].map((actor) => may.read(actor, closed))).toEqual(['yes', 'no']);
    expect(may.moderate(staff, closed)).toBe(true);
    const open = { ...closed, audience: 'members' } as const;
    expect([other, inside].map((actor) => [may.read(actor, open), may.withLesson(actor, open).reply, may.withReply(actor, { status: 'published', voiceId: 'author' }, open).reply])).toEqual([['yes', false, false], ['yes', true, true]]);
  });

  it('nobody edits what they did not say, and nobody reports themselves', () => {
    for (const status of ['published', 'hidden', 'withdrawn'] as const) {
      for (const actor of [guest, other, staff]) expect(may.withLesson(actor, { audience: 'public', spaceId: null, status, voiceId: 'author' })).toMatchObject({ edit: false, withdraw: false });
      expect(may.withLesson(author, { audience: 'public', spaceId: null, status, voiceId: 'author' }).report).toBe(false);
      expect(may.withReply(author, { status, voiceId: 'author' }, { status: 'published', spaceId: null })).toMatchObject({ edit: status !== 'withdrawn', withdraw: status === 'published', restore: status === 'withdrawn', report: false });
    }
  });
});

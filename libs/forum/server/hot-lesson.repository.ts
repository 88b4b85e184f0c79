import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LESSON_PARTS } from '@crosscity/forum/contract';
import { shownVoice } from '@crosscity/identity/server';
import { platformLimits } from '@crosscity/platform/contract';
import { type Asked, Database, type HotAnswer, HotOperations, readCursor } from '@crosscity/platform/server';
import { isUUID } from 'class-validator';
import { readerOf, readerParameters } from './lesson.rows';
import { joinReading } from './reading.repository';
import { CONTEXT_REPLIES } from './replies.repository';

/** A field that the statement can write: an expression for a leaf, or one made from what is asked below it. */
type Writer = string | ((asked: Asked) => string);
type Writers = Record<string, Writer>;

/** Thrown inside: the operation asks for something that only the resolvers know. */
class NotHot extends Error {}

/** Pairs of one `json_build_object`: PostgreSQL takes a hundred arguments. */
const MOST_FIELDS = 50;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const cursor = (seq: string) => `translate(rtrim(encode(convert_to('[' || ${seq} || ']', 'UTF8'), 'base64'), '='), '+/', '-_')`;
const orEmpty = (aggregate: string) => `coalesce(${aggregate}, '[]')`;

/** What is asked of an object, as one JSON object. */
function objectOf(type: string, { fields }: Asked, writers: Writers): string {
  if (!fields || fields.length > MOST_FIELDS) throw new NotHot();
  const pairs = fields.map((asked) => {
    if (asked.field === '__typename') return `${quoted(asked.as)}, ${quoted(type)}`;
    const writer = Object.hasOwn(writers, asked.field) ? writers[asked.field]! : undefined;
    if (writer === undefined || (typeof writer === 'string') !== (asked.fields === null)) throw new NotHot();
    return `${quoted(asked.as)}, ${typeof writer === 'string' ? writer : writer(asked)}`;
  });
  return `json_build_object(${pairs.join(', ')})`;
}

/** A page's numbers of replies, from the arguments; parameters $6 to $8. */
interface Range {
  start: number | null;
  count: number;
  fromUnread: boolean;
}

/**
 * Writes the `lesson` query of the lesson page as one statement whose answer is the JSON itself, for published lessons
 * that the reader may read. It knows the fields below, in any selection; a field or argument that it does not know makes
 * the whole operation go through the resolvers. `hot-lesson.spec.ts` compares the two ways for every kind of reader.
 */
@Injectable()
export class HotLessonRepository implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly hot: HotOperations,
  ) {}

  onModuleInit(): void {
    this.hot.on('lesson', (asked) => this.compile(asked));
  }

  private compile(asked: Asked): HotAnswer | null {
    const pages = asked.fields?.filter(({ field }) => field === 'replies') ?? [];
    if (pages.length > 1) return null;
    let toGuest: string;
    let toMember: string;
    try {
      toGuest = statement(asked, true);
      toMember = statement(asked, false);
    } catch (error) {
      if (error instanceof NotHot) return null;
      throw error;
    }
    return async ({ actor }, variables) => {
      if (actor.kind === 'system') return null;
      const { id, language } = asked.arguments(variables);
      const range = rangeOf(pages[0]?.arguments(variables) ?? {});
      if (!isUUID(id) || !range || !(language === undefined || language === null || typeof language === 'string')) return null;
      const isGuest = actor.kind === 'guest';
      const isStaff = actor.kind === 'member' && actor.role !== 'member';
      const row = await this.database.row<{ json: string }>(isGuest ? toGuest : toMember, [
        ...(isGuest ? [actor.locale, language ?? null] : readerParameters(readerOf(actor, language ?? null))), id, range.start, range.count, ...(isGuest ? [] : [range.fromUnread, isStaff]),
      ]);
      return row?.json ?? null;
    };
  }
}

/** Null for arguments that are wrong or rare: the resolvers answer or refuse those. */
function rangeOf({ first = platformLimits.page.usual, after, afterSeq, before, at, unread, ...others }: Record<string, unknown>): Range | null {
  if (typeof first !== 'number' || !Number.isInteger(first) || first < 1 || first > platformLimits.page.most) return null;
  if (Object.keys(others).length > 0 || (before ?? at ?? null) !== null) return null;
  const fromUnread = unread === true;
  if ((after ?? null) !== null) {
    let seq: unknown;
    try {
      [seq] = readCursor(String(after), 1) ?? [];
    } catch { return null; }
    return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 1 && seq < 2 ** 31 - 1_000 ? { start: seq + 1, count: first, fromUnread: false } : null;
  }
  if ((afterSeq ?? null) !== null) return typeof afterSeq === 'number' && Number.isSafeInteger(afterSeq) && afterSeq >= 0 && afterSeq < 2 ** 31 - 1_000 ? { start: afterSeq + 1, count: first, fromUnread: false } : null;
  return { start: null, count: first, fromUnread };
}

/** The statement for one kind of reader. `readerParameters`, or for guests the first two of them, come first. */
function statement(asked: Asked, toGuest: boolean): string {
  const $ = toGuest ? { id: '$3', start: '$4', count: '$5' } : { id: '$5', start: '$6', count: '$7', fromUnread: '$8', staff: '$9' };
  const yes = toGuest ? 'false' : 'true';
  const isTheirs = (alias: string) => (toGuest ? 'false' : `(${alias}.voice_id = any($4::uuid[]))`);
  const voice = (alias: string) => (below: Asked) => objectOf('Voice', below, shownVoice(alias, toGuest));
  const city = (alias: string) => (below: Asked) => objectOf('City', below, { id: `${alias}.id`, slug: `${alias}.slug`, name: `${alias}.name`, country: `${alias}.country` });
  const cityOrNull = (alias: string) => (below: Asked) => `case when ${alias}.id is not null then ${city(alias)(below)} end`;

  const trialWriters = (voiceAlias: string): Writers => ({
    id: 'r.id', seq: 'r.seq', threadId: 'r.thread_id', language: 'r.language', at: instant('r.posted_at'),
    result: 'tr.result', adaptation: 'tr.adaptation', change: 'tr.change', advice: 'tr.advice', city: city('rc'), voice: voice(voiceAlias),
  });

  // Only what is asked is read: a page without trials in its replies does not look for any.
  const readable = toGuest ? `r.status = 'published'` : `(r.status = 'published' or $9::boolean or ${isTheirs('r')})`;
  const stands = `r.status = 'published'`;
  const replyWriters: Writers = {
    id: 'r.id', seq: 'r.seq', threadId: 'r.thread_id', parentId: 'r.parent_id', language: 'r.language', status: 'r.status', hiddenRule: 'r.hidden_rule',
    postedAt: instant('r.posted_at'), editedAt: instant('r.edited_at'), html: `case when ${readable} then r.body_html else '' end`, voice: voice('rv'),
    source: toGuest ? 'null' : `case when ${isTheirs('r')} then r.body_md end`,
    trial: (below) => `case when tr.reply_id is not null and ${readable} then ${objectOf('Trial', below, trialWriters('rv'))} end`,
    viewerCan: (below) => objectOf('ReplyRights', below, {
      edit: `${isTheirs('r')} and r.status <> 'withdrawn'`, withdraw: `${isTheirs('r')} and ${stands}`, restore: `${isTheirs('r')} and r.status = 'withdrawn'`,
      report: `${yes} and ${stands} and not ${isTheirs('r')}`, reply: `${yes} and ${stands}`,
    }),
  };
  const replyPage = (page: Asked) => {
    const items = page.fields?.find(({ field }) => field === 'items');
    const withTrials = items?.fields?.some(({ field }) => field === 'trial');
    const last = `least(s.start + ${$.count}::int - 1, t.last_seq)`;
    return objectOf('ReplyPage', page, {
      items: (below) => `(select ${orEmpty(`json_agg(${objectOf('Reply', below, replyWriters)} order by r.seq)`)} from reply r join voice rv on rv.id = r.voice_id
        ${withTrials ? 'left join trial tr on tr.reply_id = r.id left join city rc on rc.id = tr.city_id' : ''}
        where r.thread_id = t.id and r.seq >= s.start and r.seq < s.start + ${$.count}::int)`,
      nextCursor: `case when s.start <= t.last_seq and ${last} < t.last_seq then ${cursor(last)} end`,
      previousCursor: `case when s.start > 1 and t.last_seq > 0 then ${cursor('s.start')} end`,
      totalCount: 't.last_seq',
    });
  };

  const lessonWriters: Writers = {
    id: 't.id', slug: 't.slug', title: 'x.title', short: 'x.short', language: 'x.language', originalLanguage: 't.original_language', level: 't.level', audience: 't.audience',
    country: 'coalesce(c.country, t.country)', status: 't.status', hiddenRule: 't.hidden_rule', publishedAt: instant('t.published_at'), editedAt: instant('t.edited_at'), version: 't.version',
    isSample: 't.is_sample', minutes: 'x.minutes', replyCount: 't.reply_count', trialCount: 't.trial_count', lastSeq: 't.last_seq', lastActivityAt: instant('t.last_activity_at'),
    city: cityOrNull('c'), voice: voice('v'), replies: replyPage,
    source: (below) => `case when t.source_title is not null then ${objectOf('LessonSource', below, { title: 't.source_title', publisher: 't.source_publisher' })} end`,
    parts: (below) => `json_build_array(${LESSON_PARTS.map((part) => objectOf('LessonPartText', below, { part: quoted(part), html: `x.${part}_html` })).join(', ')})`,
    languages: (below) => `(select json_agg(${objectOf('LessonLanguage', below, { language: 'l.language', state: 'l.state', title: 'l.title', isOutdated: 'l.version < t.version' })} order by l.state <> 'original', l.language)
      from lesson_text l where l.thread_id = t.id)`,
    themes: (below) => `(select ${orEmpty(`json_agg(${objectOf('Theme', below, { slug: 'th.slug', name: `coalesce(th.names ->> $1, th.names ->> 'en', th.slug)` })} order by tt.place)`)}
      from thread_theme tt join theme th on th.slug = tt.theme where tt.thread_id = t.id)`,
    trialResults: (below) => `case when t.trial_count = 0 then '[]' else (select ${orEmpty(`json_agg(${objectOf('TrialTally', below, { result: 'g.result', count: 'g.count' })} order by g.count desc, g.result)`)}
      from (select tr.result, count(*)::int from trial tr join reply r on r.id = tr.reply_id and ${stands} where tr.thread_id = t.id group by tr.result) g) end`,
    trials: (below) => `case when t.trial_count = 0 then '[]' else (select ${orEmpty(`json_agg(${objectOf('Trial', below, trialWriters('rv'))} order by r.seq desc)`)} from (
        select r.* from trial tr join reply r on r.id = tr.reply_id and ${stands} where tr.thread_id = t.id order by r.seq desc limit ${limitOf(below)}) r
      join trial tr on tr.reply_id = r.id join voice rv on rv.id = r.voice_id join city rc on rc.id = tr.city_id) end`,
    reading: (below) => {
      const reading = objectOf('Reading', below, READING);
      return toGuest ? 'null' : reading;
    },
    viewerCan: (below) => objectOf('LessonRights', below, { reply: yes, try: yes, follow: yes, edit: isTheirs('t'), withdraw: isTheirs('t'), report: `${yes} and not ${isTheirs('t')}` }),
  };
  if (asked.field !== 'lesson' || !asked.hasArguments) throw new NotHot();
  const start = `greatest(1, coalesce(${$.start}::int${toGuest ? '' : `, case when ${$.fromUnread}::boolean then n.first_unread_seq - ${CONTEXT_REPLIES} end`}, 1))`;
  return `
  select ${objectOf('Lesson', asked, lessonWriters)}::text json
  from thread t
  join lateral (
    select * from lesson_text y where y.thread_id = t.id
    order by y.language = $2 desc nulls last, y.language = $1 desc, y.language = t.original_language desc limit 1) x on true
  join voice v on v.id = t.voice_id
  left join city c on c.id = t.city_id
  ${toGuest ? '' : joinReading('$3', '$4')}
  cross join lateral (select ${start} start, ${$.count}::int count) s
  where t.id = ${$.id} and t.status = 'published'${toGuest ? ` and t.audience = 'public'` : ` and $9::boolean is not null`}`;
}

const READING: Writers = {
  id: 't.id', lastSeenSeq: 'coalesce(rd.last_seen_seq, 0)', newCount: 'coalesce(n.new_count, 0)', firstUnread: 'n.first_unread', follow: `coalesce(rd.follow, 'none')`, since: instant('rd.seen_at'),
};

/** A page size that stands in the operation itself; another one is for the resolvers. */
function limitOf(asked: Asked): number {
  const given = asked.arguments({});
  const { first = platformLimits.page.usual, ...others } = given;
  // A variable has no value here, and must not be taken for the usual one.
  if ('first' in given && given['first'] === undefined) throw new NotHot();
  if (typeof first !== 'number' || !Number.isInteger(first) || first < 1 || first > platformLimits.page.most || Object.keys(others).length > 0) throw new NotHot();
  return first;
}

import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { shownFilesJson } from '@crosscity/files/server';
import { LESSON_PARTS } from '@crosscity/forum/contract';
import { shownVoice } from '@crosscity/identity/server';
import { platformLimits } from '@crosscity/platform/contract';
import { type Asked, Database, type HotAnswer, HotOperations, type Json, NotHot, json, newId, readCursor, textOf } from '@crosscity/platform/server';
import { isUUID } from 'class-validator';
import { type Kept, KeptAnswers } from './kept-answers';
import { readerOf, readerParameters } from './lesson.rows';
import { joinReading } from './reading.repository';
import { CONTEXT_REPLIES } from './replies.repository';

const cursor = (seq: string) => `translate(rtrim(encode(convert_to('[' || ${seq} || ']', 'UTF8'), 'base64'), '='), '+/', '-_')`;

/**
 * Who reads: a guest, a member none of whose voices speaks on the page, or one whose does (or staff, who see what is hidden).
 * What the first two see depends on their language alone, their own reading state apart, so it can be kept for others.
 */
type ReaderKind = 'guest' | 'stranger' | 'member';

/** A page's numbers of replies, from the arguments. */
interface Range {
  start: number | null;
  count: number;
  fromUnread: boolean;
}

/**
 * Writes the `lesson` query of the lesson page as one statement whose answer is the JSON itself, for published lessons
 * of the commons that the reader may read. It knows the fields below, in any selection; a field or argument that it does not know makes
 * the whole operation go through the resolvers. `hot-lesson.spec.ts` compares the two ways for every kind of reader.
 *
 * What was written is kept under the lesson's stamp (see the migration `kept-lessons`): a number of the database that
 * changes with the lesson, its texts, themes, replies and trials, and with any name shown. Each request asks for the stamp
 * and for its right to read in one small statement, so a change is seen by the next request on every node.
 */
@Injectable()
export class HotLessonRepository implements OnModuleInit {
  private readonly kept = new KeptAnswers();

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
    let statements: Record<ReaderKind, string>;
    let personal: string;
    try {
      statements = { guest: statement(asked, 'guest'), stranger: statement(asked, 'stranger'), member: statement(asked, 'member') };
      personal = personalStatement(asked);
    } catch (error) {
      if (error instanceof NotHot) return null;
      throw error;
    }
    const plan = newId();

    /** What is kept for this kind of reader, if its stamp still holds; else written anew and kept. */
    const shared = async (kind: 'guest' | 'stranger', stamp: string | null, parameters: readonly unknown[]): Promise<Kept | null> => {
      const key = [plan, kind, ...parameters].join(' ');
      const known = this.kept.of(key);
      if (known && stamp === null) stamp = (await this.database.row<{ stamp: string }>(GUEST_STAMP, [parameters[2]]))?.stamp ?? null;
      if (known?.stamp === stamp) return known ?? null;
      const row = await this.database.row<{ json: string; stamp: string; voices: string[] }>(statements[kind], [...parameters]);
      if (!row) return null;
      const kept = { stamp: row.stamp, pieces: row.json.split(HOLE), voices: new Set(row.voices) };
      this.kept.keep(key, kept);
      return kept;
    };

    return async ({ actor }, variables) => {
      if (actor.kind === 'system') return null;
      const { id, language } = asked.arguments(variables);
      const range = rangeOf(pages[0]?.arguments(variables) ?? {});
      if (typeof id !== 'string' || !isUUID(id) || !range || !(language === undefined || language === null || typeof language === 'string')) return null;
      if (actor.kind === 'guest') return (await shared('guest', null, [actor.locale, language ?? null, id, range.start ?? 1, range.count]))?.pieces.join('') ?? null;
      const isStaff = actor.role !== 'member';
      if (!isStaff) {
        const own = await this.database.row<{ stamp: string; start: number; reading: string }>(personal, [id, actor.personId, actor.voiceIds, range.start, range.fromUnread]);
        if (!own) return null;
        const kept = await shared('stranger', own.stamp, [actor.locale, language ?? null, id, own.start, range.count]);
        if (kept && !actor.voiceIds.some((voice) => kept.voices.has(voice))) return kept.pieces.join(own.reading);
      }
      const row = await this.database.row<{ json: string }>(statements.member, [...readerParameters(readerOf(actor, language ?? null)), id, range.start, range.count, range.fromUnread, isStaff]);
      return row?.json ?? null;
    };
  }
}

/** Where a member's own reading state goes in a kept answer. Nobody outside knows it, so nobody can write it into a text. */
const HOLE = `"${randomUUID()}"`;

const STAMP = `t.xmin::text || '.' || shown.revision`;
const GUEST_STAMP = `select ${STAMP} stamp from thread t, shown_names shown where t.id = $1 and t.kind = 'lesson' and t.status = 'published' and t.space_id is null and t.audience = 'public'`;

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

/** The first number of a page: as asked, or a little above what is unread. */
const startOf = (asked: string, fromUnread?: string) => `greatest(1, coalesce(${asked}::int${fromUnread ? `, case when ${fromUnread}::boolean then n.first_unread_seq - ${CONTEXT_REPLIES} end` : ''}, 1))`;

const readingJson = (below: Asked): Json => json.object('Reading', below, {
  id: json.word('t.id'), lastSeenSeq: json.number('coalesce(rd.last_seen_seq, 0)'), newCount: json.number('coalesce(n.new_count, 0)'), firstUnread: json.wordOrNull('n.first_unread'),
  follow: json.word(`coalesce(rd.follow, 'none')`), since: json.instantOrNull('rd.seen_at'),
});

/** What of a member's page is theirs alone. Parameters: lesson, person, voices, start, from the first unread. */
function personalStatement(asked: Asked): string {
  const readings = asked.fields?.filter(({ field }) => field === 'reading') ?? [];
  if (readings.length > 1) throw new NotHot();
  const reading = readings.map(({ fields }) => textOf(readingJson({ ...readings[0]!, fields })))[0] ?? `''`;
  return `select ${STAMP} stamp, ${startOf('$4', '$5')} start, ${reading} reading
    from thread t cross join shown_names shown ${joinReading('$2', '$3')} where t.id = $1 and t.kind = 'lesson' and t.status = 'published' and t.space_id is null`;
}

/** The statement for one kind of reader. A guest's and a stranger's parameters: language of labels, language asked for, lesson, start, count. */
function statement(asked: Asked, kind: ReaderKind): string {
  const toGuest = kind === 'guest';
  const isPersonal = kind === 'member';
  const $ = isPersonal ? { id: '$5', start: '$6', count: '$7', fromUnread: '$8' } : { id: '$3', start: '$4', count: '$5' };
  const takesPart = toGuest ? 'false' : 'true';
  const theirs = (alias: string) => (isPersonal ? `${alias}.voice_id = any($4::uuid[])` : 'false');
  const both = (...conditions: string[]) => (conditions.includes('false') ? 'false' : conditions.filter((condition) => condition !== 'true').join(' and ') || 'true');
  const others = (alias: string) => (toGuest ? 'false' : isPersonal ? `not ${theirs(alias)}` : 'true');

  const voice = (alias: string) => (below: Asked) => {
    const shown = shownVoice(alias, toGuest);
    return json.object('Voice', below, { id: json.word(shown.id), kind: json.word(shown.kind), name: json.textOrNull(shown.name), handle: json.textOrNull(shown.handle), title: json.textOrNull(shown.title), place: json.textOrNull(shown.place) });
  };
  const city = (alias: string) => (below: Asked) => json.object('City', below, { id: json.word(`${alias}.id`), slug: json.text(`${alias}.slug`), name: json.text(`${alias}.name`), country: json.word(`${alias}.country`) });
  const trial = (below: Asked) => json.object('Trial', below, {
    id: json.word('r.id'), seq: json.number('r.seq'), threadId: json.word('r.thread_id'), language: json.word('r.language'), at: json.instant('r.posted_at'),
    result: json.word('tr.result'), adaptation: json.word('tr.adaptation'), change: json.textOrNull('tr.change'), advice: json.text('tr.advice'), city: city('rc'), voice: voice('rv'),
  });

  const tally = (below: Asked) => json.object('TrialTally', below, { result: json.word('g.result'), count: json.number('g.count') });

  const readable = !isPersonal ? `r.status = 'published'` : `(r.status = 'published' or $9::boolean or ${theirs('r')})`;
  const stands = `r.status = 'published'`;
  const reply = (below: Asked) => json.object('Reply', below, {
    id: json.word('r.id'), seq: json.number('r.seq'), threadId: json.word('r.thread_id'), parentId: json.wordOrNull('r.parent_id'), language: json.word('r.language'), status: json.word('r.status'),
    hiddenRule: json.wordOrNull('r.hidden_rule'), postedAt: json.instant('r.posted_at'), editedAt: json.instantOrNull('r.edited_at'), voice: voice('rv'),
    html: json.text(`case when ${readable} then r.body_html else '' end`),
    source: !isPersonal ? json.null : json.textOrNull(`case when ${theirs('r')} then r.body_md end`),
    trial: (inTrial) => json.when(`tr.reply_id is not null and ${readable}`, trial(inTrial)),
    viewerCan: (rights) => json.object('ReplyRights', rights, {
      edit: json.truth(both(theirs('r'), `r.status <> 'withdrawn'`)), withdraw: json.truth(both(theirs('r'), stands)), restore: json.truth(both(theirs('r'), `r.status = 'withdrawn'`)),
      report: json.truth(both(takesPart, stands, others('r'))), reply: json.truth(both(takesPart, stands)),
    }),
  });
  const replies = (page: Asked) => {
    const withTrials = page.fields?.some(({ field, fields }) => field === 'items' && fields?.some((below) => below.field === 'trial'));
    const last = `least(s.start + ${$.count}::int - 1, t.last_seq)`;
    return json.object('ReplyPage', page, {
      items: (below) => json.list(reply(below), `reply r join voice rv on rv.id = r.voice_id
        ${withTrials ? 'left join trial tr on tr.reply_id = r.id left join city rc on rc.id = tr.city_id' : ''}
        where r.thread_id = t.id and r.seq >= s.start and r.seq < s.start + ${$.count}::int`, 'r.seq'),
      nextCursor: json.wordOrNull(`case when s.start <= t.last_seq and ${last} < t.last_seq then ${cursor(last)} end`),
      previousCursor: json.wordOrNull(`case when s.start > 1 and t.last_seq > 0 then ${cursor('s.start')} end`),
      totalCount: json.number('t.last_seq'),
    });
  };

  const lesson = json.object('Lesson', asked, {
    id: json.word('t.id'), slug: json.text('t.slug'), title: json.text('x.title'), short: json.text('x.short'), language: json.word('x.language'), originalLanguage: json.word('t.original_language'),
    level: json.word('t.level'), audience: json.word('t.audience'), status: json.word('t.status'), hiddenRule: json.wordOrNull('t.hidden_rule'), country: json.wordOrNull('coalesce(c.country, t.country)'),
    publishedAt: json.instant('t.published_at'), editedAt: json.instantOrNull('t.edited_at'), lastActivityAt: json.instant('t.last_activity_at'), version: json.number('t.version'), isSample: json.truth('t.is_sample'), evidence: json.word('t.evidence'),
    minutes: json.number('x.minutes'), replyCount: json.number('t.reply_count'), trialCount: json.number('t.trial_count'), lastSeq: json.number('t.last_seq'), lastChange: json.number('t.last_change'), voice: voice('v'), replies,
    city: (below) => json.when('c.id is not null', city('c')(below)),
    source: (below) => json.when('t.source_title is not null', json.object('LessonSource', below, { title: json.text('t.source_title'), publisher: json.textOrNull('t.source_publisher') })),
    parts: (below) => LESSON_PARTS.flatMap((part, index): Json => [
      { constant: index === 0 ? '[' : ',' }, ...json.object('LessonPartText', below, { part: json.constant(part), html: json.text(`x.${part}_html`) }), ...(index === LESSON_PARTS.length - 1 ? [{ constant: ']' }] : []),
    ]),
    languages: (below) => json.list(json.object('LessonLanguage', below, { language: json.word('l.language'), state: json.word('l.state'), title: json.text('l.title'), isOutdated: json.truth('l.version < t.version') }),
      'lesson_text l where l.thread_id = t.id', `l.state <> 'original', l.language`),
    themes: (below) => json.list(json.object('Theme', below, { slug: json.text('th.slug'), name: json.text(`coalesce(th.names ->> $1, th.names ->> 'en', th.slug)`) }),
      'thread_theme tt join theme th on th.slug = tt.theme where tt.thread_id = t.id', 'tt.place'),
    trialResults: (below) => json.when('t.trial_count > 0', json.list(tally(below),
      `(select tr.result, count(*)::int from trial tr join reply r on r.id = tr.reply_id and ${stands} where tr.thread_id = t.id group by tr.result) g`, 'g.count desc, g.result'), '[]'),
    trials: (below) => json.when('t.trial_count > 0', json.list(trial(below), `(
        select r.* from trial tr join reply r on r.id = tr.reply_id and ${stands} where tr.thread_id = t.id order by r.seq desc limit ${limitOf(below)}) r
      join trial tr on tr.reply_id = r.id join voice rv on rv.id = r.voice_id join city rc on rc.id = tr.city_id`, 'r.seq desc'), '[]'),
    files: (below) => json.when('t.file_count > 0', shownFilesJson(below, 'lesson', 't.id'), '[]'),
    reading: (below) => {
      const reading = readingJson(below);
      return toGuest ? json.null : isPersonal ? reading : [{ constant: HOLE }];
    },
    viewerCan: (below) => json.object('LessonRights', below, {
      reply: json.truth(takesPart), try: json.truth(takesPart), follow: json.truth(takesPart), edit: json.truth(theirs('t')), withdraw: json.truth(theirs('t')), report: json.truth(others('t')),
    }),
  });
  if (!asked.hasArguments) throw new NotHot();
  // Whose page it is: their own rights differ, so they are not given what was kept for strangers.
  const voices = `array(select t.voice_id union select o.voice_id from reply o where o.thread_id = t.id and o.seq >= s.start and o.seq < s.start + ${$.count}::int
    union select o.voice_id from trial tr join reply o on o.id = tr.reply_id where t.trial_count > 0 and tr.thread_id = t.id)`;
  return `
  select ${textOf(lesson)} json${isPersonal ? '' : `, ${STAMP} stamp, ${voices} voices`}
  from thread t
  join lateral (
    select * from lesson_text y where y.thread_id = t.id
    order by y.language = $2 desc nulls last, y.language = $1 desc, y.language = t.original_language desc limit 1) x on true
  join voice v on v.id = t.voice_id
  left join city c on c.id = t.city_id
  ${isPersonal ? joinReading('$3', '$4') : 'cross join shown_names shown'}
  cross join lateral (select ${startOf($.start, $.fromUnread)} start, ${$.count}::int count) s
  where t.id = ${$.id} and t.kind = 'lesson' and t.status = 'published' and t.space_id is null${toGuest ? ` and t.audience = 'public'` : isPersonal ? ` and $9::boolean is not null` : ''}`;
}

/** A page size that stands in the operation itself; another one is for the resolvers. */
function limitOf(asked: Asked): number {
  const given = asked.arguments({});
  const { first = platformLimits.page.usual, ...others } = given;
  // A variable has no value here, and must not be taken for the usual one.
  if ('first' in given && given['first'] === undefined) throw new NotHot();
  if (typeof first !== 'number' || !Number.isInteger(first) || first < 1 || first > platformLimits.page.most || Object.keys(others).length > 0) throw new NotHot();
  return first;
}

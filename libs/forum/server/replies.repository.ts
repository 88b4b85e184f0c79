import { Injectable } from '@nestjs/common';
import { cityColumns } from '@crosscity/cities/server';
import type { ContentStatus } from '@crosscity/forum/contract';
import { voiceColumns } from '@crosscity/identity/server';
import { type Actor, Database, type Page, cursorOf, readCursor, toPage } from '@crosscity/platform/server';
import { reachable } from './forum.policy';
import type { RepliesArgs } from './reply.inputs';
import { type ReplyRow, type TrialRow, replyOf, trialOf } from './reply.rows';
import type { ChangedReplies, ReplyPage, ReplyType, TrialType } from './reply.type';

/** How many replies above the one that was asked for are shown with it. */
export const CONTEXT_REPLIES = 2;

/** Of `reply r` and its `voice v`. */
export const replyColumns = `r.id, r.seq, r.thread_id, r.parent_id, r.body_html, r.language, r.status, r.hidden_rule, r.posted_at, r.edited_at, ${voiceColumns('v')}`;
/** The Markdown travels only to whoever may edit it. */
const ownSource = (voices: string) => `case when r.voice_id = any(${voices}::uuid[]) then r.body_md end body_md`;
const trialColumns = `tr.result, tr.adaptation, tr.change, tr.advice, ${cityColumns('c')}`;
const withTrials = 'left join trial tr on tr.reply_id = r.id left join city c on c.id = tr.city_id';
/** Numbers have no gaps, so a page is a range of them, however long the thread is. */
const inRange = 'where r.thread_id = $1 and r.seq >= $2 and r.seq < $2 + $3 order by r.seq';
const PLAIN_PAGE = `select ${replyColumns}, ${ownSource('$4')} from reply r join voice v on v.id = r.voice_id ${inRange}`;
const PAGE_WITH_TRIALS = `select ${replyColumns}, ${ownSource('$4')}, ${trialColumns} from reply r join voice v on v.id = r.voice_id ${withTrials} ${inRange}`;

/** Of the thread that is read, what its replies depend on. */
export interface ReadThread {
  id: string;
  status: ContentStatus;
  spaceId: string | null;
  lastSeq: number;
  lastChange: number;
  trialCount: number;
  firstUnreadSeq?: number | null;
}

/** Reads replies and trials. */
@Injectable()
export class RepliesRepository {
  constructor(private readonly database: Database) {}

  async page(thread: ReadThread, asked: RepliesArgs, actor: Actor): Promise<ReplyPage> {
    const { start, count } = await this.range(thread, asked);
    const rows = count <= 0 ? [] : await this.database.rows<ReplyRow>(thread.trialCount > 0 ? PAGE_WITH_TRIALS : PLAIN_PAGE, [thread.id, start, count, voicesOf(actor)]);
    const last = rows.at(-1)?.seq ?? start - 1;
    return {
      items: rows.map((row) => replyOf(row, actor, thread)),
      nextCursor: rows.length > 0 && last < thread.lastSeq ? cursorOf(last) : null,
      previousCursor: start > 1 && thread.lastSeq > 0 ? cursorOf(start) : null,
      totalCount: thread.lastSeq,
    };
  }

  /** Replies that changed after the change of that number, in the order of their newest change. */
  async changed(thread: ReadThread, since: number, first: number, actor: Actor): Promise<ChangedReplies> {
    const rows = since >= thread.lastChange ? [] : await this.database.rows<ReplyRow & { changeNumber: number }>(
      `select ${replyColumns}, ${ownSource('$4')}, ${trialColumns}, r.change "changeNumber" from reply r join voice v on v.id = r.voice_id ${withTrials} where r.thread_id = $1 and r.change > $2 and r.change > 0 order by r.change limit $3`,
      [thread.id, since, first, voicesOf(actor)],
    );
    const last = rows.at(-1)?.changeNumber ?? since;
    const hasMore = rows.length === first;
    return { items: rows.map((row) => replyOf(row, actor, thread)), upTo: hasMore ? last : Math.max(last, thread.lastChange), hasMore };
  }

  /** The numbers of the first reply of a page and how many follow. */
  private async range(thread: ReadThread, asked: RepliesArgs): Promise<{ start: number; count: number }> {
    const before = seqOf(asked.before);
    if (before !== null) return { start: Math.max(1, before - asked.first), count: Math.min(asked.first, before - 1) };
    const after = seqOf(asked.after) ?? asked.afterSeq ?? null;
    if (after !== null) return { start: after + 1, count: asked.first };
    if (asked.at) {
      const row = await this.database.row<{ seq: number }>('select seq from reply where id = $1 and thread_id = $2', [asked.at, thread.id]);
      if (row) return { start: Math.max(1, row.seq - CONTEXT_REPLIES), count: asked.first };
    }
    if (asked.unread && thread.firstUnreadSeq) return { start: Math.max(1, thread.firstUnreadSeq - CONTEXT_REPLIES), count: asked.first };
    return { start: 1, count: asked.first };
  }

  /** Replies by id with their thread's standing; the words only for those who may read them. Not for checking who may read the thread. */
  async byIds(ids: readonly string[], actor: Actor): Promise<Map<string, ReplyType>> {
    const rows = await this.database.rows<ReplyRow & { thread_status: ContentStatus; space_id: string | null }>(
      `select ${replyColumns}, ${ownSource('$2')}, ${trialColumns}, t.status thread_status, t.space_id from reply r join voice v on v.id = r.voice_id join thread t on t.id = r.thread_id ${withTrials} where r.id = any($1)`,
      [ids, voicesOf(actor)],
    );
    return new Map(rows.map((row) => [row.id, replyOf(row, actor, { status: row.thread_status, spaceId: row.space_id })]));
  }

  /** Trials of a lesson that can be read, newest first. */
  async trials(threadId: string, first: number): Promise<TrialType[]> {
    const rows = await this.database.rows<TrialRow>(
      `select tr.reply_id, r.thread_id, r.seq, r.language, r.posted_at, ${trialColumns}, ${voiceColumns('v')}
       from trial tr join reply r on r.id = tr.reply_id and r.status = 'published' join voice v on v.id = r.voice_id join city c on c.id = tr.city_id
       where tr.thread_id = $1 order by r.seq desc limit $2`,
      [threadId, first],
    );
    return rows.map(trialOf);
  }

  /** What was tried in a city, of the lessons that this actor may read, newest first. */
  async trialsIn(cityId: string, first: number, after: string | null | undefined, actor: Actor): Promise<Page<TrialType>> {
    const cursor = readCursor(after, 2);
    const parameters: unknown[] = [cityId, first + 1, ...(cursor ?? [])];
    const rows = await this.database.rows<TrialRow & { key: string }>(
      `select tr.reply_id, r.thread_id, r.seq, r.language, r.posted_at, ${trialColumns}, ${voiceColumns('v')}, to_char(r.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') key
       from trial tr join reply r on r.id = tr.reply_id and r.status = 'published' join thread t on t.id = r.thread_id and t.status = 'published' and ${reachable(actor, (value) => `$${parameters.push(value)}`)}
       join voice v on v.id = r.voice_id join city c on c.id = tr.city_id
       where tr.city_id = $1 ${cursor ? 'and (r.posted_at, r.id) < ($3::timestamptz, $4::uuid)' : ''} order by r.posted_at desc, r.id desc limit $2`,
      parameters,
    );
    const page = toPage(rows, first, (row) => cursorOf(row.key, row.reply_id));
    return { nextCursor: page.nextCursor, items: page.items.map(trialOf) };
  }
}

function voicesOf(actor: Actor): readonly string[] {
  return actor.kind === 'member' ? actor.voiceIds : [];
}

function seqOf(cursor: string | null | undefined): number | null {
  const key = readCursor(cursor, 1)?.[0];
  return typeof key === 'number' && Number.isSafeInteger(key) && key >= 1 && key < 2 ** 31 ? key : null;
}

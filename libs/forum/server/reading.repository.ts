import { Injectable } from '@nestjs/common';
import type { FollowLevel } from '@crosscity/forum/contract';
import { Database, type Member, type Tx } from '@crosscity/platform/server';
import type { Reading } from './lesson.type';
import type { FollowReason } from './thread-reader.entity';

/** New replies are counted up to here: a phone shows "99+", and the statement costs the same in the longest thread. */
const COUNTED_NEW = 100;

export interface ReadingRow {
  last_seen_seq: number | null;
  seen_at: Date | null;
  follow: FollowLevel | null;
  new_count: number | null;
  first_unread: string | null;
  first_unread_seq: number | null;
}

export const readingColumns = 'rd.last_seen_seq, rd.seen_at, rd.follow, n.new_count, n.first_unread, n.first_unread_seq';

/** Joins to `thread t` where a person stopped reading, and which readable replies of others came since. */
export function joinReading(person: string, voices: string): string {
  return `left join thread_reader rd on rd.thread_id = t.id and rd.person_id = ${person}::uuid
  left join lateral (
    select count(*)::int new_count, (array_agg(u.id order by u.seq))[1] first_unread, min(u.seq) first_unread_seq from (
      select rp.id, rp.seq from reply rp
      where rp.thread_id = t.id and rp.seq > rd.last_seen_seq and rp.status = 'published' and rp.voice_id <> all(${voices}::uuid[])
      order by rp.seq limit ${COUNTED_NEW}) u) n on rd.seen_at is not null and rd.last_seen_seq < t.last_seq`;
}

export function readingOf(threadId: string, row: ReadingRow): Reading {
  return { id: threadId, lastSeenSeq: row.last_seen_seq ?? 0, newCount: row.new_count ?? 0, firstUnread: row.first_unread, follow: row.follow ?? 'none', since: row.seen_at };
}

/** The statement of `takePart`, given where its values come from; also a part of the one that posts a reply. */
export function takingPart({ thread, person, seq, at, reason }: Record<'thread' | 'person' | 'seq' | 'at' | 'reason', string>, from = ''): string {
  return `insert into thread_reader (thread_id, person_id, last_seen_seq, seen_at, follow, follow_reason)
    select ${thread}, ${person}, case when ${seq} <= 1 then ${seq} else 0 end, ${at}, 'everything', ${reason} ${from}
    on conflict (thread_id, person_id) do update set
      last_seen_seq = case when thread_reader.last_seen_seq = ${seq} - 1 then ${seq} else thread_reader.last_seen_seq end,
      seen_at = coalesce(thread_reader.seen_at, excluded.seen_at),
      follow = case when thread_reader.follow = 'none' then 'everything' else thread_reader.follow end,
      follow_reason = case when thread_reader.follow = 'none' then excluded.follow_reason else thread_reader.follow_reason end`;
}

/** A person's own state in threads. */
@Injectable()
export class ReadingRepository {
  constructor(private readonly database: Database) {}

  async of(threadId: string, member: Member): Promise<Reading> {
    const row = await this.database.row<ReadingRow>(`select ${readingColumns} from thread t ${joinReading('$2', '$3')} where t.id = $1`, [threadId, member.personId, member.voiceIds]);
    return readingOf(threadId, row ?? { last_seen_seq: 0, seen_at: null, follow: null, new_count: 0, first_unread: null, first_unread_seq: null });
  }

  /** Forward only, and never past what is there: two devices that report out of order lose nothing. */
  async seeUpTo(tx: Tx, threadId: string, personId: string, upTo: number): Promise<void> {
    await tx.rows(
      `insert into thread_reader (thread_id, person_id, last_seen_seq, seen_at) select t.id, $2, least($3, t.last_seq), $4 from thread t where t.id = $1
       on conflict (thread_id, person_id) do update set last_seen_seq = greatest(thread_reader.last_seen_seq, excluded.last_seen_seq), seen_at = excluded.seen_at`,
      [threadId, personId, upTo, tx.now],
    );
  }

  /** Backward: from that number on everything is unread again. */
  async unseeFrom(tx: Tx, threadId: string, personId: string, from: number): Promise<void> {
    await tx.rows(
      `insert into thread_reader (thread_id, person_id, last_seen_seq, seen_at) select t.id, $2, least($3 - 1, t.last_seq), $4 from thread t where t.id = $1
       on conflict (thread_id, person_id) do update set last_seen_seq = excluded.last_seen_seq, seen_at = coalesce(thread_reader.seen_at, excluded.seen_at)`,
      [threadId, personId, from, tx.now],
    );
  }

  async follow(tx: Tx, threadId: string, personId: string, level: FollowLevel): Promise<void> {
    await tx.rows(
      `insert into thread_reader (thread_id, person_id, follow, follow_reason) values ($1, $2, $3, 'follows')
       on conflict (thread_id, person_id) do update set follow = excluded.follow,
         follow_reason = case when thread_reader.follow = 'none' then 'follows' else thread_reader.follow_reason end`,
      [threadId, personId, level],
    );
  }

  /**
   * Who publishes or replies follows from then on, unless they chose a level themselves. Their own reply counts as read
   * where it is the next one; what others wrote in between stays unread.
   */
  async takePart(tx: Tx, threadId: string, personId: string, seq: number, reason: FollowReason): Promise<void> {
    await tx.rows(takingPart({ thread: '$1::uuid', person: '$2::uuid', seq: '$3::int', at: '$4::timestamptz', reason: '$5::text' }), [threadId, personId, seq, tx.now, reason]);
  }

  /** Everybody with a level of their own in these threads. */
  async readers(threadIds: readonly string[]): Promise<{ threadId: string; personId: string; follow: FollowLevel; reason: FollowReason }[]> {
    return this.database.rows(
      `select rd.thread_id "threadId", rd.person_id "personId", rd.follow, rd.follow_reason reason from thread_reader rd join person p on p.id = rd.person_id and p.status = 'active'
       where rd.thread_id = any($1) and rd.follow <> 'none'`,
      [threadIds],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { ContentStatus } from '@crosscity/forum/contract';
import { type FactJobs, type IdempotencyRow, type OneStatement, type Tx, insertJobs, newId, plainText } from '@crosscity/platform/server';
import { withoutNames } from './mentions';
import { takingPart } from './reading.repository';
import { replyColumns } from './replies.repository';
import { ReplyEntity } from './reply.entity';
import type { ReplyRow } from './reply.rows';
import { ReplyRevisionEntity } from './revision.entity';
import { ThreadEntity } from './thread.entity';
import { TrialEntity } from './trial.entity';

export interface NewReply {
  id: string;
  threadId: string;
  parentId: string | null;
  voiceId: string;
  text: string;
  html: string;
  language: string;
}

/** What is written together with a reply. */
export interface Posting {
  personId: string;
  draftId: string | null;
  key: IdempotencyRow;
  jobs: FactJobs;
}

/** On `thread`: nothing new is written in a space that was closed. */
const OPEN = 'and (thread.space_id is null or not exists (select from space sp where sp.id = thread.space_id and sp.closed_at is not null))';

/** Writes replies, and the counters of their thread in the same statement or under its lock. The thread is always locked first. */
@Injectable()
export class ReplyWritingRepository {
  /**
   * All of posting a reply as one statement: the thread's next number, the reply (under its parent, which must be there),
   * that its writer takes part, the draft put away, the key, the jobs. The thread's row lock makes writers wait for each
   * other, so numbers have no gaps. Null, and nothing written, where the thread takes no replies or the key is known;
   * a key that comes twice at the same moment breaks `pk_idempotency_key`, and then nothing is written either.
   */
  async post(one: OneStatement, reply: NewReply, { personId, draftId, key, jobs }: Posting): Promise<ReplyRow | null> {
    const [row] = await one.rows<ReplyRow>(
      `with parent as (select coalesce(parent_id, id) id from reply where id = $3 and thread_id = $2 and status = 'published'),
       t as (
         update thread set last_seq = last_seq + 1, reply_count = reply_count + 1, last_activity_at = greatest(last_activity_at, $9)
         where id = $2 and status = 'published' ${OPEN} and ($3::uuid is null or exists (select from parent)) and not exists (select from idempotency_key where id = $10)
         returning last_seq),
       k as (insert into idempotency_key (id, input_hash, answer, created_at) select $10, $11, to_jsonb($1::text), $9 from t),
       p as (${takingPart({ thread: '$2::uuid', person: '$12::uuid', seq: '(select last_seq from t)', at: '$9::timestamptz', reason: `'answered'` }, 'from t')}),
       d as (update draft set discarded_at = $9 from t where id = $13::uuid and person_id = $12 and discarded_at is null),
       j as (${insertJobs('$14', '$15', '$16', ' cross join t')}),
       r as (
         insert into reply (id, thread_id, seq, parent_id, voice_id, body_md, body_html, language, posted_at, search)
         select $1::uuid, $2, t.last_seq, (select id from parent), $4, $5, $6, $7, $9, search_vector($7, $8) from t returning *)
       select ${replyColumns}, r.body_md from r join voice v on v.id = r.voice_id`,
      [reply.id, reply.threadId, reply.parentId, reply.voiceId, reply.text, reply.html, reply.language, wordsFor(reply.html, null), one.now, key.id, key.inputHash, personId, draftId, ...jobs.columns],
    );
    return row ?? null;
  }

  /**
   * Gives the reply the thread's next number, inserts it, and notes that its writer (if a person is given) takes part, as
   * one statement under the thread's row lock. Null where the thread takes no replies.
   */
  async insert(tx: Tx, reply: NewReply, personId: string | null, trial: Omit<TrialEntity, 'replyId' | 'threadId'> | null): Promise<number | null> {
    const [placed] = await tx.rows<{ seq: number }>(
      `with t as (
         update thread set last_seq = last_seq + 1, reply_count = reply_count + 1, trial_count = trial_count + $10, last_activity_at = greatest(last_activity_at, $9)
         where id = $2 and status = 'published' ${OPEN} returning last_seq),
       p as (${takingPart({ thread: '$2::uuid', person: '$11::uuid', seq: '(select last_seq from t)', at: '$9::timestamptz', reason: `'answered'` }, 'from t where $11::uuid is not null')})
       insert into reply (id, thread_id, seq, parent_id, voice_id, body_md, body_html, language, posted_at, search)
       select $1, $2, t.last_seq, $3, $4, $5, $6, $7, $9, search_vector($7, $8) from t returning seq`,
      [reply.id, reply.threadId, reply.parentId, reply.voiceId, reply.text, reply.html, reply.language, wordsFor(reply.html, trial), tx.now, trial ? 1 : 0, personId],
    );
    if (!placed) return null;
    if (trial) await tx.repo(TrialEntity).insert({ ...trial, replyId: reply.id, threadId: reply.threadId });
    return placed.seq;
  }

  /** The reply with its thread, both locked, the thread first. */
  async lock(tx: Tx, id: string): Promise<{ reply: ReplyEntity; thread: ThreadEntity } | null> {
    const found = await tx.repo(ReplyEntity).findOneBy({ id });
    if (!found) return null;
    const thread = await tx.repo(ThreadEntity).findOne({ where: { id: found.threadId }, lock: { mode: 'pessimistic_write' } });
    const reply = await tx.repo(ReplyEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    return thread && reply && { reply, thread };
  }

  /** Changes what may be read of it, and the thread's counters with it. */
  async setStatus(tx: Tx, { reply, thread }: { reply: ReplyEntity; thread: ThreadEntity }, status: ContentStatus, hiddenRule: string | null = null): Promise<void> {
    const change = (status === 'published' ? 1 : 0) - (reply.status === 'published' ? 1 : 0);
    await tx.repo(ReplyEntity).update({ id: reply.id }, { status, hiddenRule, goneAt: status === 'published' ? null : tx.now });
    await this.noteChange(tx, reply);
    if (change === 0) return;
    await tx.rows('update thread set reply_count = reply_count + $2, trial_count = trial_count + $2 * (select count(*)::int from trial where reply_id = $3) where id = $1', [thread.id, change, reply.id]);
  }

  /** Replaces the text and keeps the one before for moderators. */
  async replaceText(tx: Tx, reply: ReplyEntity, text: string, html: string, language: string): Promise<void> {
    await tx.repo(ReplyRevisionEntity).insert({ id: newId(), replyId: reply.id, bodyMd: reply.bodyMd, bodyHtml: reply.bodyHtml, until: tx.now });
    const trial = await tx.repo(TrialEntity).findOneBy({ replyId: reply.id });
    await tx.rows('update reply set body_md = $2, body_html = $3, language = $4, edited_at = $5, search = search_vector($4, $6) where id = $1', [reply.id, text, html, language, tx.now, wordsFor(html, trial)]);
    await this.noteChange(tx, reply);
  }

  /** The thread's next number for what just changed. Numbers are given under its lock, so whoever sees one has seen all before it. */
  private async noteChange(tx: Tx, { id, threadId }: ReplyEntity): Promise<void> {
    await tx.rows('with t as (update thread set last_change = last_change + 1 where id = $1 returning last_change) update reply set change = t.last_change from t where reply.id = $2', [threadId, id]);
  }

  async cityIsThere(tx: Tx, cityId: string): Promise<boolean> {
    const [found] = await tx.rows<{ there: boolean }>('select exists (select from city where id = $1) there', [cityId]);
    return found!.there;
  }
}

/** A trial is found by its advice as well. Nobody is found by who named them: guests search too. */
function wordsFor(html: string, trial: { advice: string; change: string | null } | null): string {
  return [plainText(withoutNames(html)), trial?.advice, trial?.change].filter(Boolean).join('\n');
}

import { Injectable } from '@nestjs/common';
import type { ContentStatus } from '@crosscity/forum/contract';
import { type Tx, newId, plainText } from '@crosscity/platform/server';
import { withoutNames } from './mentions';
import { ReplyEntity } from './reply.entity';
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

/** Writes replies, and the counters of their thread in the same statement or under its lock. The thread is always locked first. */
@Injectable()
export class ReplyWritingRepository {
  /**
   * Gives the reply the thread's next number and inserts it, as one statement: the thread's row lock makes writers wait
   * for each other, so numbers have no gaps. Null where the thread takes no replies.
   */
  async insert(tx: Tx, reply: NewReply, trial: Omit<TrialEntity, 'replyId' | 'threadId'> | null): Promise<number | null> {
    const [placed] = await tx.rows<{ seq: number }>(
      `with t as (
         update thread set last_seq = last_seq + 1, reply_count = reply_count + 1, trial_count = trial_count + $10, last_activity_at = greatest(last_activity_at, $9)
         where id = $2 and status = 'published' returning last_seq)
       insert into reply (id, thread_id, seq, parent_id, voice_id, body_md, body_html, language, posted_at, search)
       select $1, $2, t.last_seq, $3, $4, $5, $6, $7, $9, search_vector($7, $8) from t returning seq`,
      [reply.id, reply.threadId, reply.parentId, reply.voiceId, reply.text, reply.html, reply.language, wordsFor(reply.html, trial), tx.now, trial ? 1 : 0],
    );
    if (!placed) return null;
    if (trial) await tx.repo(TrialEntity).insert({ ...trial, replyId: reply.id, threadId: reply.threadId });
    return placed.seq;
  }

  /** Where an answer to this reply belongs: under it, or beside it under its own parent. Null where nobody can answer it. */
  async rowOfAnswers(tx: Tx, threadId: string, replyId: string): Promise<string | null> {
    const [row] = await tx.rows<{ id: string }>(`select coalesce(parent_id, id) id from reply where id = $1 and thread_id = $2 and status = 'published'`, [replyId, threadId]);
    return row?.id ?? null;
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
    if (change === 0) return;
    await tx.rows('update thread set reply_count = reply_count + $2, trial_count = trial_count + $2 * (select count(*)::int from trial where reply_id = $3) where id = $1', [thread.id, change, reply.id]);
  }

  /** Replaces the text and keeps the one before for moderators. */
  async replaceText(tx: Tx, reply: ReplyEntity, text: string, html: string, language: string): Promise<void> {
    await tx.repo(ReplyRevisionEntity).insert({ id: newId(), replyId: reply.id, bodyMd: reply.bodyMd, bodyHtml: reply.bodyHtml, until: tx.now });
    const trial = await tx.repo(TrialEntity).findOneBy({ replyId: reply.id });
    await tx.rows('update reply set body_md = $2, body_html = $3, language = $4, edited_at = $5, search = search_vector($4, $6) where id = $1', [reply.id, text, html, language, tx.now, wordsFor(html, trial)]);
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

import { Injectable } from '@nestjs/common';
import { type Tx } from '@crosscity/platform/server';
import { QuestionEntity, QuestionOutcomeEntity } from './question.entity';
import { ThreadEntity } from './thread.entity';

export interface LockedQuestion {
  thread: ThreadEntity;
  question: QuestionEntity;
}

/** Writes what a question has besides its thread and its words. The thread is always locked first. */
@Injectable()
export class QuestionWritingRepository {
  async lock(tx: Tx, id: string): Promise<LockedQuestion | null> {
    const thread = await tx.repo(ThreadEntity).findOne({ where: { id, kind: 'question' }, lock: { mode: 'pessimistic_write' } });
    const question = thread && (await tx.repo(QuestionEntity).findOneBy({ threadId: id }));
    return thread && question && { thread, question };
  }

  async insert(tx: Tx, threadId: string, askedCityId: string | null): Promise<void> {
    await tx.repo(QuestionEntity).insert({ threadId, askedCityId, answerReplyId: null, finishedAt: null, outcomeVersion: 0 });
  }

  async update(tx: Tx, threadId: string, change: Partial<QuestionEntity>): Promise<void> {
    await tx.repo(QuestionEntity).update({ threadId }, change);
  }

  async addOutcome(tx: Tx, outcome: QuestionOutcomeEntity): Promise<void> {
    await tx.repo(QuestionOutcomeEntity).insert(outcome);
    await this.update(tx, outcome.threadId, { outcomeVersion: outcome.version });
  }

  /** Whether the reply can be read and belongs to the thread. */
  async canBeAnswer(tx: Tx, threadId: string, replyId: string): Promise<boolean> {
    const rows = await tx.rows(`select 1 from reply where id = $1 and thread_id = $2 and status = 'published' for share`, [replyId, threadId]);
    return rows.length > 0;
  }

  /** The voice of a city. */
  async voiceOfCity(tx: Tx, cityId: string): Promise<string | null> {
    const [row] = await tx.rows<{ id: string }>('select voice_id id from city where id = $1', [cityId]);
    return row?.id ?? null;
  }
}

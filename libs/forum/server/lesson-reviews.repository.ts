import { Injectable } from '@nestjs/common';
import { type VoiceRow, voiceColumns, voiceOf } from '@crosscity/identity/server';
import { type Actor, Database, type Tx, newId, speaksWith } from '@crosscity/platform/server';
import type { LessonReview } from './lesson-review.type';
import { LessonReviewEntity } from './lesson-review.entity';
import type { ThreadStanding } from './forum.policy';

const SHOWN = 50;

export interface ModeratedReview extends ThreadStanding {
  id: string;
  threadId: string;
  slug: string;
  ofVoiceId: string;
  ofStatus: LessonReviewEntity['status'];
  words: string;
  language: string;
}

/** Who reviewed lessons. */
@Injectable()
export class LessonReviewsRepository {
  constructor(private readonly database: Database) {}

  /** Those that can be read, newest first. Who may read the lesson was asked before. */
  async of(threadIds: readonly string[], actor: Actor): Promise<Map<string, LessonReview[]>> {
    const rows = await this.database.rows<VoiceRow & { id: string; thread_id: string; words: string; language: string; at: Date; is_earlier: boolean }>(
      `select r.id, r.thread_id, r.words, r.language, r.at, r.version < t.version is_earlier, ${voiceColumns('v')}
       from lesson_review r join thread t on t.id = r.thread_id join voice v on v.id = r.voice_id
       where r.thread_id = any($1) and r.status = 'published' order by r.at desc limit ${SHOWN} * cardinality($1::uuid[])`,
      [threadIds],
    );
    const reviews = rows.map((row) => {
      const isOwn = speaksWith(actor, row.voice_id);
      return { threadId: row.thread_id, review: { id: row.id, words: row.words, language: row.language, at: row.at, isOfEarlierVersion: row.is_earlier, voice: voiceOf(row), viewerCan: { takeBack: isOwn, report: actor.kind === 'member' && !isOwn } } };
    });
    return new Map([...Map.groupBy(reviews, ({ threadId }) => threadId)].map(([id, of]) => [id, of.map(({ review }) => review)]));
  }

  /** Whether the voice shows a role. */
  async hasRole(voiceId: string): Promise<boolean> {
    return (await this.database.row<{ has: boolean }>(`select coalesce(title, '') <> '' has from voice where id = $1`, [voiceId]))?.has ?? false;
  }

  async lock(tx: Tx, id: string): Promise<LessonReviewEntity | null> {
    return tx.repo(LessonReviewEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Writes or replaces what this voice says; not what a moderator hid. Tells whether it did. */
  async put(tx: Tx, review: Pick<LessonReviewEntity, 'threadId' | 'voiceId' | 'words' | 'language' | 'version'>): Promise<boolean> {
    const rows = await tx.rows(
      `with put as (
         insert into lesson_review (id, thread_id, voice_id, words, language, version, at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (thread_id, voice_id) do update set words = excluded.words, language = excluded.language, version = excluded.version, at = excluded.at, status = 'published'
         where lesson_review.status <> 'hidden' returning 1)
       select 1 from put`,
      [newId(), review.threadId, review.voiceId, review.words, review.language, review.version, tx.now],
    );
    return rows.length > 0;
  }

  async setStatus(tx: Tx, id: string, status: LessonReviewEntity['status']): Promise<void> {
    await tx.repo(LessonReviewEntity).update({ id }, { status });
  }

  async moderated(ids: readonly string[]): Promise<ModeratedReview[]> {
    return this.database.rows(
      `select r.id, r.thread_id "threadId", r.voice_id "ofVoiceId", r.status "ofStatus", r.words, r.language, t.slug, t.audience, t.space_id "spaceId", t.status, t.voice_id "voiceId"
       from lesson_review r join thread t on t.id = r.thread_id where r.id = any($1)`,
      [ids],
    );
  }
}

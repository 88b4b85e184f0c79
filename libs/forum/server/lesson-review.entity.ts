import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ContentStatus } from '@crosscity/forum/contract';

/** "I reviewed this": somebody with a role vouches for a lesson in one line. At most one of a voice on a lesson. */
@Entity('lesson_review')
@Check('ck_lesson_review_status', `status in ('published', 'hidden', 'withdrawn')`)
@Index('ux_lesson_review_voice', ['threadId', 'voiceId'], { unique: true })
export class LessonReviewEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_lesson_review' })
  id: string;

  @ForeignKey('ThreadEntity', { name: 'fk_lesson_review_thread', onDelete: 'CASCADE' })
  @Column({ name: 'thread_id', type: 'uuid' })
  threadId: string;

  @ForeignKey('VoiceEntity', { name: 'fk_lesson_review_voice' })
  @Index('ix_lesson_review_voice_id')
  @Column({ name: 'voice_id', type: 'uuid' })
  voiceId: string;

  @Column({ type: 'text' })
  words: string;

  @Column({ type: 'text' })
  language: string;

  /** The version of the lesson that was reviewed. */
  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'text', default: 'published' })
  status: Exclude<ContentStatus, 'takenBack'>;

  @Column({ type: 'timestamptz' })
  at: Date;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FollowLevel } from '@crosscity/forum/contract';

/** Why somebody follows; the inbox says it. */
export type FollowReason = 'author' | 'answered' | 'follows';

/** One person's own state in a thread: how far they have read, and how much they want to hear. Nobody else sees it. */
@Entity('thread_reader')
@Check('ck_thread_reader_follow', `follow in ('everything', 'mentions', 'muted', 'none')`)
@Check('ck_thread_reader_reason', `follow_reason in ('author', 'answered', 'follows')`)
@Index('ix_thread_reader_person_id', ['personId'])
export class ThreadReaderEntity {
  @ForeignKey('ThreadEntity', { name: 'fk_thread_reader_thread', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'thread_id', type: 'uuid', primaryKeyConstraintName: 'pk_thread_reader' })
  threadId: string;

  @ForeignKey('PersonEntity', { name: 'fk_thread_reader_person', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_thread_reader' })
  personId: string;

  /** The newest reply that was on the screen. */
  @Column({ name: 'last_seen_seq', type: 'int', default: 0 })
  lastSeenSeq: number;

  /** When it was; null until the thread was opened. */
  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true })
  seenAt: Date | null;

  @Column({ type: 'text', default: 'none' })
  follow: FollowLevel;

  @Column({ name: 'follow_reason', type: 'text', default: 'follows' })
  followReason: FollowReason;
}

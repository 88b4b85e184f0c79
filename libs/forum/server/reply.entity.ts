import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ContentStatus } from '@crosscity/forum/contract';

/** An answer in a thread, at most one level deep. Hidden and withdrawn ones keep their number and lose their words to readers. */
@Entity('reply')
@Check('ck_reply_status', `status in ('published', 'hidden', 'withdrawn')`)
@Check('ck_reply_gone', `(status = 'published') = (gone_at is null)`)
@Index('ux_reply_thread_seq', ['threadId', 'seq'], { unique: true })
@Index('ix_reply_language', ['language', 'postedAt'])
@Index('ix_reply_search', ['search'], { type: 'gin' })
@Index('ix_reply_changed', ['threadId', 'change'], { where: 'change > 0' })
export class ReplyEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_reply' })
  id: string;

  @ForeignKey('ThreadEntity', { name: 'fk_reply_thread', onDelete: 'CASCADE' })
  @Column({ name: 'thread_id', type: 'uuid' })
  threadId: string;

  /** 1, 2, 3 … within the thread, without gaps, never given twice. */
  @Column({ type: 'int' })
  seq: number;

  /** The reply that this one answers; that one has no parent itself. */
  @ForeignKey('ReplyEntity', { name: 'fk_reply_parent', onDelete: 'CASCADE' })
  @Index('ix_reply_parent_id', { where: 'parent_id is not null' })
  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId: string | null;

  @ForeignKey('VoiceEntity', { name: 'fk_reply_voice' })
  @Index('ix_reply_voice_id')
  @Column({ name: 'voice_id', type: 'uuid' })
  voiceId: string;

  @Column({ name: 'body_md', type: 'text' })
  bodyMd: string;

  @Column({ name: 'body_html', type: 'text' })
  bodyHtml: string;

  @Column({ type: 'text' })
  language: string;

  @Column({ type: 'text', default: 'published' })
  status: ContentStatus;

  @Column({ name: 'hidden_rule', type: 'text', nullable: true })
  hiddenRule: string | null;

  @Column({ name: 'gone_at', type: 'timestamptz', nullable: true })
  goneAt: Date | null;

  @Column({ name: 'posted_at', type: 'timestamptz' })
  postedAt: Date;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;

  /** Number of its newest change in the thread; 0 while it stands as it was posted. */
  @Column({ type: 'int', default: 0 })
  change: number;

  @Column({ type: 'tsvector', select: false })
  search: string;
}

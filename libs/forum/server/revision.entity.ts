import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LessonPart } from '@crosscity/forum/contract';

/** Markdown and HTML of each part. */
export type RevisedParts = Record<LessonPart, { md: string; html: string }>;

/** A lesson as it was at a version, the first and the newest included. */
@Entity('lesson_revision')
export class LessonRevisionEntity {
  @ForeignKey('ThreadEntity', { name: 'fk_lesson_revision_thread', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'thread_id', type: 'uuid', primaryKeyConstraintName: 'pk_lesson_revision' })
  threadId: string;

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'pk_lesson_revision' })
  version: number;

  /** Who edited: the voice that the lesson is spoken with. */
  @ForeignKey('VoiceEntity', { name: 'fk_lesson_revision_voice' })
  @Index('ix_lesson_revision_voice_id')
  @Column({ name: 'voice_id', type: 'uuid' })
  voiceId: string;

  @Column({ type: 'text' })
  language: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  short: string;

  @Column({ type: 'jsonb' })
  parts: RevisedParts;

  /** A word on what was changed. */
  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;
}

/** A reply before an edit: for moderators, who must see what was reported. */
@Entity('reply_revision')
@Index('ix_reply_revision_reply', ['replyId', 'until'])
export class ReplyRevisionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_reply_revision' })
  id: string;

  @ForeignKey('ReplyEntity', { name: 'fk_reply_revision_reply', onDelete: 'CASCADE' })
  @Column({ name: 'reply_id', type: 'uuid' })
  replyId: string;

  @Column({ name: 'body_md', type: 'text' })
  bodyMd: string;

  @Column({ name: 'body_html', type: 'text' })
  bodyHtml: string;

  /** When the edit replaced it. */
  @Column({ type: 'timestamptz' })
  until: Date;
}

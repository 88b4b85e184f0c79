import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Audience, ContentStatus, EvidenceLevel, PreventionLevel } from '@crosscity/forum/contract';

export type ThreadKind = 'lesson' | 'question';

/** A lesson or a question, and what is said about it. Spoken by a voice: no table of content names a person. */
@Entity('thread')
@Check('ck_thread_kind', `kind in ('lesson', 'question')`)
@Check('ck_thread_audience', `audience in ('public', 'members', 'space')`)
@Check('ck_thread_space', `audience <> 'space' or space_id is not null`)
@Check('ck_thread_status', `status in ('published', 'hidden', 'withdrawn', 'takenBack')`)
@Check('ck_thread_level', `level in ('primary', 'secondary', 'tertiary') and (level is not null or kind <> 'lesson')`)
@Check('ck_thread_gone', `(status = 'published') = (gone_at is null)`)
@Check('ck_thread_evidence', `evidence in ('one', 'repeated', 'reviewed', 'evaluated')`)
@Check('ck_thread_evaluation', `(evaluation_by is null) = (evaluation_url is null)`)
@Index('ix_thread_newest', ['publishedAt', 'id'], { where: `status = 'published'` })
@Index('ix_thread_active', ['lastActivityAt', 'id'], { where: `status = 'published'` })
@Index('ix_thread_taken_back', ['goneAt'], { where: `status = 'takenBack'` })
@Index('ux_thread_sample_slug', ['slug'], { unique: true, where: 'is_sample' })
export class ThreadEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_thread' })
  id: string;

  @Column({ type: 'text' })
  kind: ThreadKind;

  /** Last part of the address, made from the first title. The id before it is what counts. */
  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text' })
  audience: Audience;

  @Column({ type: 'text', default: 'published' })
  status: ContentStatus;

  /** The rule that a moderator named when hiding it. */
  @Column({ name: 'hidden_rule', type: 'text', nullable: true })
  hiddenRule: string | null;

  /** Since when it is hidden or withdrawn. */
  @Column({ name: 'gone_at', type: 'timestamptz', nullable: true })
  goneAt: Date | null;

  /** Why it was withdrawn, in the author's words, for staff and the author. */
  @Column({ name: 'withdrawn_why', type: 'text', nullable: true })
  withdrawnWhy: string | null;

  /** Null for questions. */
  @Column({ type: 'text', nullable: true })
  level: PreventionLevel | null;

  /** The space in which it stands; null for the commons. */
  @ForeignKey('SpaceEntity', { name: 'fk_thread_space', onDelete: 'RESTRICT' })
  @Index('ix_thread_space', { where: 'space_id is not null' })
  @Column({ name: 'space_id', type: 'uuid', nullable: true })
  spaceId: string | null;

  @ForeignKey('CityEntity', { name: 'fk_thread_city', onDelete: 'SET NULL' })
  @Index('ix_thread_city_id')
  @Column({ name: 'city_id', type: 'uuid', nullable: true })
  cityId: string | null;

  /** ISO 3166 code, where the country is known and the city is not. */
  @Column({ type: 'text', nullable: true })
  country: string | null;

  @ForeignKey('VoiceEntity', { name: 'fk_thread_voice' })
  @Index('ix_thread_voice_id')
  @Column({ name: 'voice_id', type: 'uuid' })
  voiceId: string;

  @Column({ name: 'original_language', type: 'text' })
  originalLanguage: string;

  /** Goes up by one with every edit. */
  @Column({ type: 'int', default: 1 })
  version: number;

  /** Replies that can be read: neither hidden nor withdrawn. */
  @Column({ name: 'reply_count', type: 'int', default: 0 })
  replyCount: number;

  /** Those of them that tell of a trial. */
  @Column({ name: 'trial_count', type: 'int', default: 0 })
  trialCount: number;

  /** Files that hang on it, counted by a trigger (migration `files`). */
  @Column({ name: 'file_count', type: 'int', default: 0 })
  fileCount: number;

  /** The number of the newest reply. Given out under this row's lock, so numbers have no gaps and never repeat. */
  @Column({ name: 'last_seq', type: 'int', default: 0 })
  lastSeq: number;

  /** How many times replies were edited, taken away or brought back. Given out under this row's lock, as the numbers of replies. */
  @Column({ name: 'last_change', type: 'int', default: 0 })
  lastChange: number;

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt: Date;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;

  @Column({ name: 'last_activity_at', type: 'timestamptz' })
  lastActivityAt: Date;

  /** The lesson of which it is an adaptation. Shown to nobody who may not read that one. */
  @ForeignKey('ThreadEntity', { name: 'fk_thread_parent', onDelete: 'SET NULL' })
  @Index('ix_thread_parent', { where: 'parent_id is not null' })
  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId: string | null;

  /** The trial that it grew from: each becomes one lesson at most. */
  @ForeignKey('TrialEntity', { name: 'fk_thread_grown_from', onDelete: 'SET NULL' })
  @Index('ux_thread_grown_from', { unique: true, where: 'grown_from is not null' })
  @Column({ name: 'grown_from', type: 'uuid', nullable: true })
  grownFrom: string | null;

  /** Who evaluated it from outside, and where that can be read; both or neither. */
  @Column({ name: 'evaluation_by', type: 'text', nullable: true })
  evaluationBy: string | null;

  @Column({ name: 'evaluation_url', type: 'text', nullable: true })
  evaluationUrl: string | null;

  /** Kept by triggers (migration `chain`): never written by hand. */
  @Column({ type: 'text', default: 'one', update: false })
  evidence: EvidenceLevel;

  @Column({ name: 'is_sample', type: 'boolean', default: false })
  isSample: boolean;

  /** The publication that a sample lesson retells. */
  @Column({ name: 'source_title', type: 'text', nullable: true })
  sourceTitle: string | null;

  @Column({ name: 'source_publisher', type: 'text', nullable: true })
  sourcePublisher: string | null;
}

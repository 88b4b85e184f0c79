import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DraftContent, DraftKind } from '@crosscity/forum/contract';

/** An unfinished text of one person, as the last device saved it. */
@Entity('draft')
@Check('ck_draft_kind', `kind in ('lesson', 'reply', 'trial', 'question', 'outcome')`)
@Check('ck_draft_thread', `kind in ('lesson', 'question') or thread_id is not null`)
@Index('ix_draft_person', ['personId', 'updatedAt'])
@Index('ux_draft_of_thread', ['personId', 'kind', 'threadId'], { unique: true, where: 'thread_id is not null and discarded_at is null' })
export class DraftEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_draft' })
  id: string;

  @ForeignKey('PersonEntity', { name: 'fk_draft_person', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: DraftKind;

  /** The thread of a reply or a trial; of a lesson or a question, the published one that is being edited. */
  @ForeignKey('ThreadEntity', { name: 'fk_draft_thread', onDelete: 'CASCADE' })
  @Index('ix_draft_thread_id')
  @Column({ name: 'thread_id', type: 'uuid', nullable: true })
  threadId: string | null;

  @Column({ type: 'jsonb' })
  content: DraftContent;

  @Column({ type: 'int' })
  version: number;

  /** What the device calls itself, so that a person recognises where a text came from. */
  @Column({ type: 'text' })
  device: string;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  /** Thrown away or published; can be brought back for thirty days. */
  @Column({ name: 'discarded_at', type: 'timestamptz', nullable: true })
  discardedAt: Date | null;
}

/** A text that another device had overtaken: kept beside the draft until its person has looked at it. */
@Entity('draft_copy')
@Index('ix_draft_copy_draft', ['draftId', 'keptAt'])
export class DraftCopyEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_draft_copy' })
  id: string;

  @ForeignKey('DraftEntity', { name: 'fk_draft_copy_draft', onDelete: 'CASCADE' })
  @Column({ name: 'draft_id', type: 'uuid' })
  draftId: string;

  @Column({ type: 'jsonb' })
  content: DraftContent;

  @Column({ type: 'text' })
  device: string;

  @Column({ name: 'kept_at', type: 'timestamptz' })
  keptAt: Date;
}

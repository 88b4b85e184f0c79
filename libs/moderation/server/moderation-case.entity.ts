import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type CaseStatus = 'open' | 'decided';

/** Everything reported about one text until it is decided. One open case a text. */
@Entity('moderation_case')
@Check('ck_moderation_case_status', `status in ('open', 'decided')`)
@Index('ux_moderation_case_open', ['targetKind', 'targetId'], { unique: true, where: `status = 'open'` })
@Index('ix_moderation_case_queue', ['priority', 'openedAt', 'id'], { where: `status = 'open'` })
@Index('ix_moderation_case_decided', ['decidedAt', 'id'], { where: `status = 'decided'` })
export class ModerationCaseEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_moderation_case' })
  id: string;

  @Column({ name: 'target_kind', type: 'text' })
  targetKind: string;

  /** No key: the text belongs to a capability that moderation doesn't know, and the record outlives it. */
  @Column({ name: 'target_id', type: 'uuid' })
  targetId: string;

  @Index('ix_moderation_case_target_voice_id')
  @ForeignKey('VoiceEntity', { name: 'fk_moderation_case_target_voice' })
  @Column({ name: 'target_voice_id', type: 'uuid' })
  targetVoiceId: string;

  @Column({ type: 'text' })
  status: CaseStatus;

  /** 0: somebody reported danger, goes first. 1: usual. */
  @Column({ type: 'smallint', default: 1 })
  priority: number;

  @ForeignKey('VoiceEntity', { name: 'fk_moderation_case_claimed_by' })
  @Column({ name: 'claimed_by', type: 'uuid', nullable: true })
  claimedBy: string | null;

  @Column({ name: 'claimed_at', type: 'timestamptz', nullable: true })
  claimedAt: Date | null;

  /** Rises with every change, so that nobody decides on what they haven't seen. */
  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;
}

import { CARE_REASONS, type CareReason, MEMBER_ACTS, type MemberAct } from '@crosscity/identity/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const listOf = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** Why an act was done; `timeUp` only the program says. */
export type ActReason = CareReason | 'timeUp';

/**
 * What staff did to an account, and why. Goes with the person; the audit log, which stays, holds the codes alone.
 */
@Entity('member_act')
@Check('ck_member_act_act', `act in (${listOf(MEMBER_ACTS)})`)
@Check('ck_member_act_reason', `reason in (${listOf([...CARE_REASONS, 'timeUp'])})`)
@Index('ix_member_act_person_id', ['personId', 'at'])
export class MemberActEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_member_act' })
  id: string;

  @ForeignKey('PersonEntity', { name: 'fk_member_act_person', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** Null where the program acted: a suspension that ran out. */
  @ForeignKey('VoiceEntity', { name: 'fk_member_act_actor_voice' })
  @Column({ name: 'actor_voice_id', type: 'uuid', nullable: true })
  actorVoiceId: string | null;

  @Column({ type: 'text' })
  act: MemberAct;

  @Column({ type: 'text' })
  reason: ActReason;

  /** What the person was told, where the account was closed. */
  @Column({ type: 'text', default: '' })
  words: string;

  /** Ids and codes of what changed. */
  @Column({ type: 'jsonb' })
  details: ActDetails;

  @Column({ type: 'timestamptz' })
  at: Date;
}

export interface ActDetails {
  /** Role or city before and after; null is no city. */
  from?: string | null;
  to?: string | null;
  /** Ids of cities, with spaces between. */
  added?: string;
  removed?: string;
  /** ISO 8601; null until staff open the account again. */
  until?: string | null;
}

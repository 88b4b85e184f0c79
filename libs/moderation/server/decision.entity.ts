import type { DecisionAction, Rule } from '@crosscity/moderation/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What was decided about a text, by which rule, in which words: the statement of reasons to its author (DSA, article 17). */
@Entity('decision')
@Check('ck_decision_action', `action in ('none', 'hide', 'restore', 'askToEdit', 'warn')`)
@Check('ck_decision_rule', `rule in ('personalData', 'hateOrInsult', 'danger', 'wrongPlace', 'other')`)
@Check('ck_decision_says_why', `action = 'none' or (rule is not null and words <> '')`)
@Index('ix_decision_case_id', ['caseId', 'decidedAt'])
export class DecisionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_decision' })
  id: string;

  @ForeignKey('ModerationCaseEntity', { name: 'fk_decision_case', onDelete: 'CASCADE' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @Column({ type: 'text' })
  action: DecisionAction;

  @Column({ type: 'text', nullable: true })
  rule: Rule | null;

  /** To the author, as the moderator wrote them. */
  @Column({ type: 'text', default: '' })
  words: string;

  /** Language of the words (BCP 47). */
  @Column({ type: 'text' })
  language: string;

  @ForeignKey('VoiceEntity', { name: 'fk_decision_decided_by' })
  @Column({ name: 'decided_by', type: 'uuid' })
  decidedBy: string;

  @Column({ name: 'decided_at', type: 'timestamptz' })
  decidedAt: Date;

  /** When it was taken back, with its effect. */
  @Column({ name: 'taken_back_at', type: 'timestamptz', nullable: true })
  takenBackAt: Date | null;
}

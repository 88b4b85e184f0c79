import type { ReportReason } from '@crosscity/moderation/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody found wrong with a text. Seen by staff only, never by the author. */
@Entity('report')
@Check('ck_report_reason', `reason in ('personalData', 'hateOrInsult', 'danger', 'wrongPlace', 'other')`)
@Index('ux_report_case_id_reporter_voice_id', ['caseId', 'reporterVoiceId'], { unique: true })
export class ReportEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_report' })
  id: string;

  @ForeignKey('ModerationCaseEntity', { name: 'fk_report_case', onDelete: 'CASCADE' })
  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @ForeignKey('VoiceEntity', { name: 'fk_report_reporter_voice' })
  @Column({ name: 'reporter_voice_id', type: 'uuid' })
  reporterVoiceId: string;

  @Column({ type: 'text' })
  reason: ReportReason;

  @Column({ type: 'text', default: '' })
  note: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

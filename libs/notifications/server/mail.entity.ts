import type { Locale } from '@crosscity/platform/contract';
import type { MailMessage } from '@crosscity/platform/server';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type MailStatus = 'waiting' | 'sent' | 'kept' | 'failed';

/** A mail to be sent, or kept where there is no mail server. The words are made when it goes out, in the reader's language. */
@Entity('mail')
@Check('ck_mail_status', `status in ('waiting', 'sent', 'kept', 'failed')`)
@Index('ux_mail_fact_id_address', ['factId', 'address'], { unique: true })
export class MailEntity {
  /** Also the Message-ID: the same on every try. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_mail' })
  id: string;

  @Column({ name: 'fact_id', type: 'uuid' })
  factId: string;

  @Index('ix_mail_person_id')
  @ForeignKey('PersonEntity', { name: 'fk_mail_person', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ type: 'text' })
  address: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  locale: Locale;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind: string;

  @Column({ name: 'subject_id', type: 'text' })
  subjectId: string;

  /** Values for the words. Emptied once the mail is sent, as is the path: it may hold a secret link. */
  @Column({ type: 'jsonb' })
  details: Record<string, string | number>;

  @Column({ type: 'text', nullable: true })
  path: string | null;

  @Column({ type: 'jsonb', nullable: true })
  calendar: MailMessage['calendar'] | null;

  @Column({ type: 'text' })
  status: MailStatus;

  @Column({ type: 'integer', default: 0 })
  tries: number;

  @Index('ix_mail_created_at')
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt: Date | null;
}

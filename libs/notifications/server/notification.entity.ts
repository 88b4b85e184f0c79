import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One thing that concerns one person: a line of their inbox, or part of one. Names and titles are looked up when it is shown. */
@Entity('notification')
@Index('ux_notification_person_id_fact_id', ['personId', 'factId'], { unique: true })
@Index('ix_notification_unread', ['personId', 'groupKey', 'createdAt'], { where: 'read_at is null' })
@Index('ix_notification_subject', ['subjectKind', 'subjectId'])
@Index('ix_notification_group', ['personId', 'groupKey', 'createdAt'])
export class NotificationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_notification' })
  id: string;

  @ForeignKey('PersonEntity', { name: 'fk_notification_person', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'fact_id', type: 'uuid' })
  factId: string;

  /** Kind of the fact: chooses the words. */
  @Column({ type: 'text' })
  kind: string;

  /** Why this person hears of it. */
  @Column({ type: 'text' })
  reason: string;

  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind: string;

  @Column({ name: 'subject_id', type: 'text' })
  subjectId: string;

  @Column({ name: 'group_key', type: 'text' })
  groupKey: string;

  @ForeignKey('VoiceEntity', { name: 'fk_notification_voice', onDelete: 'SET NULL' })
  @Column({ name: 'voice_id', type: 'uuid', nullable: true })
  voiceId: string | null;

  /** Values for the words: codes, counts, times. */
  @Column({ type: 'jsonb' })
  details: Record<string, string | number>;

  @Column({ type: 'text', nullable: true })
  path: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** Also names the act that marked it, so that exactly that act can be undone. */
  @Index('ix_notification_read_at')
  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt: Date | null;
}

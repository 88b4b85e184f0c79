import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * Who did what, for good: the database refuses to change or delete a row, and each row carries the hash of the one
 * before. Ids and codes only, never what people typed. Sequence number and hashes are made by a trigger.
 */
@Entity('audit_entry')
@Index('ix_audit_entry_subject', ['subjectKind', 'subjectId'])
export class AuditEntryEntity {
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_audit_entry' })
  seq: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  /** Null where the program acted by itself. */
  @ForeignKey('VoiceEntity', { name: 'fk_audit_entry_actor_voice' })
  @Column({ name: 'actor_voice_id', type: 'uuid', nullable: true })
  actorVoiceId: string | null;

  @Column({ type: 'text' })
  action: string;

  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind: string;

  @Column({ name: 'subject_id', type: 'text' })
  subjectId: string;

  @Column({ type: 'jsonb' })
  details: Record<string, string | number | boolean | null>;

  @Column({ name: 'previous_hash', type: 'bytea' })
  previousHash: Buffer;

  @Column({ type: 'bytea' })
  hash: Buffer;
}

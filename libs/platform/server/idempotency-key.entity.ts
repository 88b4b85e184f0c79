import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The first answer to a creating mutation, kept for a day so that a retry gets it again. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  /** SHA-256 of who asked, the operation and their key: says nothing about any of them by itself. */
  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName: 'pk_idempotency_key' })
  id: Buffer;

  /** SHA-256 of the input that the first answer is for. */
  @Column({ name: 'input_hash', type: 'bytea' })
  inputHash: Buffer;

  @Column({ type: 'jsonb', nullable: true })
  answer: unknown;

  @Index('ix_idempotency_key_created_at')
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A link to a new password that was mailed to a person. Only the hash of its secret is kept. */
@Entity('password_link')
export class PasswordLinkEntity {
  /** SHA-256 of the secret. It has 192 random bits, so a slow hash would add nothing. */
  @PrimaryColumn({ name: 'secret_hash', type: 'bytea', primaryKeyConstraintName: 'pk_password_link' })
  secretHash: Buffer;

  @Index('ix_password_link_person_id')
  @ForeignKey('PersonEntity', { name: 'fk_password_link_person', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}

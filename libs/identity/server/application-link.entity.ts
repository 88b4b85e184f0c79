import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A link that was mailed to an applicant. Only the hash of its secret is kept; a copy of this table opens nothing. */
@Entity('application_link')
export class ApplicationLinkEntity {
  /** SHA-256 of the secret. It has 192 random bits, so a slow hash would add nothing. */
  @PrimaryColumn({ name: 'secret_hash', type: 'bytea', primaryKeyConstraintName: 'pk_application_link' })
  secretHash: Buffer;

  @Index('ix_application_link_application_id')
  @ForeignKey('ApplicationEntity', { name: 'fk_application_link_application', onDelete: 'CASCADE' })
  @Column({ name: 'application_id', type: 'uuid' })
  applicationId: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}

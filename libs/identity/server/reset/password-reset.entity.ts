import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody typed an address because they forgot the password. The same row for every address, known here or not. */
@Entity('password_reset')
export class PasswordResetEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_password_reset' })
  id: string;

  @Column({ type: 'text' })
  email: string;

  @Index('ix_password_reset_created_at')
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

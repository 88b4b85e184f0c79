import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Server-side sessions, in the form that connect-pg-simple reads and writes. */
@Entity('session')
// On an expression, which the schema builder can't express: the migration makes it.
@Index('ix_session_person', { synchronize: false })
export class SessionEntity {
  /** SHA-256 of the id in the cookie: a stolen table opens no session. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_session' })
  sid: string;

  @Column({ type: 'jsonb' })
  sess: unknown;

  @Index('ix_session_expire')
  @Column({ type: 'timestamptz' })
  expire: Date;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

export const HAPPENED = ['requested', 'confirmed', 'waiting', 'promoted', 'passedOver', 'declined', 'cancelled', 'restored', 'sessionConfirmed', 'sessionWaiting', 'sessionPromoted', 'sessionLeft'] as const;
export type Happened = (typeof HAPPENED)[number];

/** What became of a registration, step by step. Rows are only ever added (a trigger refuses changing them). */
@Entity('registration_history')
@Index('ix_registration_history_registration', ['registrationId', 'id'])
@Check('ck_registration_history_happened', `happened in ('requested', 'confirmed', 'waiting', 'promoted', 'passedOver', 'declined', 'cancelled', 'restored', 'sessionConfirmed', 'sessionWaiting', 'sessionPromoted', 'sessionLeft')`)
export class RegistrationHistoryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'pk_registration_history' })
  id: string;

  @ForeignKey('RegistrationEntity', { name: 'fk_registration_history_registration', onDelete: 'CASCADE' })
  @Column({ name: 'registration_id', type: 'uuid' })
  registrationId: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  happened: Happened;

  /** `cityFull` and `eventFull` for waiting and being passed over, staff's words for a no. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ name: 'session_id', type: 'uuid', nullable: true })
  sessionId: string | null;

  /** Who did it, where it was not the person themselves or the program. */
  @Column({ name: 'staff_id', type: 'uuid', nullable: true })
  staffId: string | null;
}

import type { SessionSeat } from '@crosscity/events/contract';
import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryColumn } from 'typeorm';

/** A place in a session with limited places, or the wish for one. */
@Entity('registration_session')
@Index('ix_registration_session_waiting', ['sessionId', 'arrival'], { where: `seat = 'waiting'` })
@Index('ix_registration_session_session', ['sessionId'])
@Check('ck_registration_session_seat', `seat in ('wanted', 'confirmed', 'waiting')`)
export class RegistrationSessionEntity {
  @ForeignKey('RegistrationEntity', { name: 'fk_registration_session_registration', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'registration_id', type: 'uuid', primaryKeyConstraintName: 'pk_registration_session' })
  registrationId: string;

  @ForeignKey('EventSessionEntity', { name: 'fk_registration_session_session', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'session_id', type: 'uuid', primaryKeyConstraintName: 'pk_registration_session' })
  sessionId: string;

  @Column({ type: 'text' })
  seat: SessionSeat;

  @Generated('increment')
  @Column({ type: 'bigint' })
  arrival: string;
}

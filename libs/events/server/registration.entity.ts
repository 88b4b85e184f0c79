import type { PoolKind, RegistrationStatus } from '@crosscity/events/contract';
import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryColumn } from 'typeorm';

/** One person's place at one meeting: a seat, a place in line, a request, or what became of it. */
@Entity('registration')
@Index('ux_registration_code', ['code'], { unique: true })
@Index('ux_registration_active', ['eventId', 'personId'], { unique: true, where: `status in ('requested', 'confirmed', 'waiting')` })
@Index('ix_registration_waiting', ['eventId', 'arrival'], { where: `status = 'waiting'` })
@Index('ix_registration_guests', ['eventId', 'status', 'arrival'])
@Index('ix_registration_person', ['personId', 'createdAt'])
@Check('ck_registration_status', `status in ('requested', 'confirmed', 'waiting', 'declined', 'cancelled')`)
@Check('ck_registration_blocked_by', `blocked_by in ('event', 'city')`)
export class RegistrationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_registration' })
  id: string;

  /** What people read aloud, `K7M9-P2Q5`. */
  @Column({ type: 'text' })
  code: string;

  @ForeignKey('EventEntity', { name: 'fk_registration_event', onDelete: 'CASCADE' })
  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @ForeignKey('PersonEntity', { name: 'fk_registration_person', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** Whose share the seat counts in: the person's city at the time of registering. */
  @Index('ix_registration_city_id')
  @ForeignKey('CityEntity', { name: 'fk_registration_city' })
  @Column({ name: 'city_id', type: 'uuid' })
  cityId: string;

  @Column({ type: 'text' })
  status: RegistrationStatus;

  /** Place in line. Rises, is never used twice. */
  @Generated('increment')
  @Column({ type: 'bigint' })
  arrival: string;

  /** Which full pool keeps it waiting, at the last look. */
  @Column({ name: 'blocked_by', type: 'text', nullable: true })
  blockedBy: Exclude<PoolKind, 'session'> | null;

  /** Food, access, help. Only staff of the network read it; forgotten 30 days after the meeting. */
  @Column({ type: 'text', nullable: true })
  needs: string | null;

  /** Why staff said no, in their words. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** What it was when its person cancelled it, so that this can be taken back. */
  @Column({ name: 'cancelled_from', type: 'text', nullable: true })
  cancelledFrom: RegistrationStatus | null;

  /** UID of the calendar entry: one for a person and a meeting, also after cancelling and registering again. */
  @Column({ name: 'calendar_id', type: 'uuid' })
  calendarId: string;

  /** With the meeting's own, the SEQUENCE of the calendar entry. */
  @Column({ name: 'calendar_sequence', type: 'int', default: 0 })
  calendarSequence: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;
}

import type { FieldOfWork } from '@crosscity/identity/contract';
import type { Locale } from '@crosscity/platform/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type ApplicationStatus = 'unconfirmed' | 'waiting' | 'admitted' | 'refused';

/**
 * Somebody asks to join. Nothing here is a person yet: an address that was typed proves nothing, so the person is made when
 * the link from the mail comes back. Several applications may hold one address; the first that is confirmed wins.
 */
@Entity('application')
@Check('ck_application_status', `status in ('unconfirmed', 'waiting', 'admitted', 'refused')`)
@Index('ix_application_status', ['status', 'createdAt', 'id'])
@Index('ix_application_decided', ['decidedAt', 'id'], { where: 'decided_at is not null' })
@Index('ix_application_email', ['email'])
export class ApplicationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_application' })
  id: string;

  @Column({ type: 'text' })
  status: ApplicationStatus;

  @Column({ type: 'text' })
  email: string;

  /** Moves to the person on confirmation; empty from then on. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  work: FieldOfWork;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  organisation: string;

  @Column({ name: 'city_id', type: 'uuid', nullable: true })
  cityId: string | null;

  /** The city's name on that day, or own words where the city is not here yet. */
  @Column({ type: 'text' })
  place: string;

  @Column({ type: 'text', array: true })
  languages: string[];

  /** Whether the person agreed to stand in the members' directory. */
  @Column({ type: 'boolean' })
  listed: boolean;

  @Column({ type: 'text' })
  why: string;

  @Column({ type: 'text' })
  locale: Locale;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;

  @Index('ux_application_person_id', { unique: true })
  @ForeignKey('PersonEntity', { name: 'fk_application_person', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @ForeignKey('PersonEntity', { name: 'fk_application_decided_by', onDelete: 'SET NULL' })
  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy: string | null;

  /** Staff's words to the person who was refused. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;
}

import type { EventAudience, EventKind, EventStatus, RegistrationWay } from '@crosscity/events/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A meeting with a date and a place. Its seats are rows of `pool`. */
@Entity('event')
@Index('ux_event_slug', ['slug'], { unique: true })
@Index('ix_event_coming', ['endsAt', 'id'], { where: `status <> 'draft'` })
@Check('ck_event_kind', `kind in ('workshop', 'roundtable', 'meeting', 'online')`)
@Check('ck_event_way', `way in ('open', 'approval', 'invitation')`)
@Check('ck_event_status', `status in ('draft', 'published', 'cancelled')`)
@Check('ck_event_audience', `audience in ('public', 'members')`)
@Check('ck_event_order', `starts_at < ends_at`)
@Check('ck_event_seats_per_city', `seats_per_city > 0`)
export class EventEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_event' })
  id: string;

  @Column({ type: 'text' })
  slug: string;

  @Index('ix_event_city_id')
  @ForeignKey('CityEntity', { name: 'fk_event_city' })
  @Column({ name: 'city_id', type: 'uuid' })
  cityId: string;

  @Column({ type: 'text' })
  kind: EventKind;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', default: '' })
  summary: string;

  /** Markdown as staff wrote it, and what it renders to. */
  @Column({ type: 'text', default: '' })
  about: string;

  @Column({ name: 'about_html', type: 'text', default: '' })
  aboutHtml: string;

  /** BCP 47 tag of title, summary and about. */
  @Column({ type: 'text', default: 'en' })
  language: string;

  /** Where in the city; empty until it is known. */
  @Column({ type: 'text', default: '' })
  place: string;

  /** IANA name. Instants are stored; the meeting's own clock follows from them and from this. */
  @Column({ name: 'time_zone', type: 'text' })
  timeZone: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt: Date;

  /** Languages that are spoken at the meeting (BCP 47). */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  languages: string[];

  @Column({ name: 'chatham_house', type: 'boolean', default: false })
  chathamHouse: boolean;

  @Column({ type: 'text', default: 'public' })
  audience: EventAudience;

  /** How one gets a seat. */
  @Column({ type: 'text' })
  way: RegistrationWay;

  /** A city's share; null where cities don't have one. */
  @Column({ name: 'seats_per_city', type: 'int', nullable: true })
  seatsPerCity: number | null;

  /** Nobody registers and nobody moves up after this. */
  @Column({ name: 'closes_at', type: 'timestamptz' })
  closesAt: Date;

  @Column({ type: 'text', default: 'draft' })
  status: EventStatus;

  @Column({ name: 'cancelled_because', type: 'text', nullable: true })
  cancelledBecause: string | null;

  /** Part of the SEQUENCE of its calendar entries (RFC 5545, 3.8.7.4): grows with time, zone, place and cancellation. */
  @Column({ name: 'calendar_sequence', type: 'int', default: 0 })
  calendarSequence: number;

  @Column({ type: 'int', default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One line of a meeting's agenda. One with limited places has a pool. */
@Entity('event_session')
@Index('ix_event_session_event', ['eventId', 'startsAt', 'id'])
@Check('ck_event_session_order', `starts_at < ends_at`)
export class EventSessionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_event_session' })
  id: string;

  @ForeignKey('EventEntity', { name: 'fk_event_session_event', onDelete: 'CASCADE' })
  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', default: '' })
  place: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt: Date;
}

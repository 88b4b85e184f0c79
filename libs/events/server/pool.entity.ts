import type { PoolKind } from '@crosscity/events/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * Seats of one kind and how many are taken: of the meeting, of a city's share of it, of a session. `used` only moves by
 * a conditional update (seats.repository). Ids rise, and the meeting's own pool is its first: locks are taken in that order.
 */
@Entity('pool')
@Index('ux_pool_event', ['eventId'], { unique: true, where: `kind = 'event'` })
@Index('ux_pool_city', ['eventId', 'cityId'], { unique: true, where: `kind = 'city'` })
@Index('ux_pool_session', ['sessionId'], { unique: true, where: `kind = 'session'` })
@Index('ix_pool_event_id', ['eventId'])
@Check('ck_pool_kind', `(kind = 'event' and city_id is null and session_id is null) or (kind = 'city' and city_id is not null and session_id is null) or (kind = 'session' and session_id is not null and city_id is null)`)
@Check('ck_pool_used', `used >= 0 and ("limit" >= used or over)`)
export class PoolEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'pk_pool' })
  id: string;

  @ForeignKey('EventEntity', { name: 'fk_pool_event', onDelete: 'CASCADE' })
  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @Column({ type: 'text' })
  kind: PoolKind;

  @ForeignKey('CityEntity', { name: 'fk_pool_city' })
  @Column({ name: 'city_id', type: 'uuid', nullable: true })
  cityId: string | null;

  @ForeignKey('EventSessionEntity', { name: 'fk_pool_session', onDelete: 'CASCADE' })
  @Column({ name: 'session_id', type: 'uuid', nullable: true })
  sessionId: string | null;

  @Column({ type: 'int' })
  limit: number;

  @Column({ type: 'int', default: 0 })
  used: number;

  /** The limit was lowered below what is taken: nobody loses a seat, and nobody gets one. */
  @Column({ type: 'boolean', default: false })
  over: boolean;
}

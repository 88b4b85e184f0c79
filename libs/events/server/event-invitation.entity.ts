import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type InvitationStatus = 'open' | 'accepted' | 'declined' | 'withdrawn';

/** A person is asked to come to a meeting. */
@Entity('event_invitation')
@Index('ux_event_invitation_person', ['eventId', 'personId'], { unique: true })
@Index('ix_event_invitation_person_id', ['personId'])
@Check('ck_event_invitation_status', `status in ('open', 'accepted', 'declined', 'withdrawn')`)
export class EventInvitationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_event_invitation' })
  id: string;

  @ForeignKey('EventEntity', { name: 'fk_event_invitation_event', onDelete: 'CASCADE' })
  @Column({ name: 'event_id', type: 'uuid' })
  eventId: string;

  @ForeignKey('PersonEntity', { name: 'fk_event_invitation_person', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text', default: 'open' })
  status: InvitationStatus;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt: Date | null;
}

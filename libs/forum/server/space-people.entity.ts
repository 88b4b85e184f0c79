import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One version of what a space agreed on. Versions are never changed. */
@Entity('space_agreement')
export class SpaceAgreementEntity {
  @ForeignKey('SpaceEntity', { name: 'fk_space_agreement_space', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'space_id', type: 'uuid', primaryKeyConstraintName: 'pk_space_agreement' })
  spaceId: string;

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'pk_space_agreement' })
  version: number;

  @Column({ name: 'body_md', type: 'text' })
  bodyMd: string;

  @Column({ name: 'body_html', type: 'text' })
  bodyHtml: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}

/** A city whose members may join by themselves. */
@Entity('space_city')
export class SpaceCityEntity {
  @ForeignKey('SpaceEntity', { name: 'fk_space_city_space', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'space_id', type: 'uuid', primaryKeyConstraintName: 'pk_space_city' })
  spaceId: string;

  @ForeignKey('CityEntity', { name: 'fk_space_city_city', onDelete: 'CASCADE' })
  @Index('ix_space_city_city_id')
  @PrimaryColumn({ name: 'city_id', type: 'uuid', primaryKeyConstraintName: 'pk_space_city' })
  cityId: string;
}

/**
 * Membership: it stays while a new agreement waits for an answer. The right to read is the circle (`circle_member`), which
 * holds those who accepted the version that counts.
 */
@Entity('space_member')
export class SpaceMemberEntity {
  @ForeignKey('SpaceEntity', { name: 'fk_space_member_space', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'space_id', type: 'uuid', primaryKeyConstraintName: 'pk_space_member' })
  spaceId: string;

  @ForeignKey('PersonEntity', { name: 'fk_space_member_person', onDelete: 'CASCADE' })
  @Index('ix_space_member_person_id')
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_space_member' })
  personId: string;

  @Column({ name: 'is_moderator', type: 'boolean', default: false })
  isModerator: boolean;

  @Column({ name: 'agreed_version', type: 'int', default: 0 })
  agreedVersion: number;

  @Column({ name: 'joined_at', type: 'timestamptz' })
  joinedAt: Date;
}

export type EntryKind = 'request' | 'invitation';
export type EntryStatus = 'open' | 'accepted' | 'refused' | 'withdrawn';

/** Somebody asks to join, or is asked. */
@Entity('space_entry')
@Check('ck_space_entry_kind', `kind in ('request', 'invitation')`)
@Check('ck_space_entry_status', `status in ('open', 'accepted', 'refused', 'withdrawn')`)
@Check('ck_space_entry_decided', `(status = 'open') = (decided_at is null)`)
@Index('ux_space_entry_open', ['spaceId', 'personId', 'kind'], { unique: true, where: `status = 'open'` })
export class SpaceEntryEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_space_entry' })
  id: string;

  @ForeignKey('SpaceEntity', { name: 'fk_space_entry_space', onDelete: 'CASCADE' })
  @Column({ name: 'space_id', type: 'uuid' })
  spaceId: string;

  @ForeignKey('PersonEntity', { name: 'fk_space_entry_person', onDelete: 'CASCADE' })
  @Index('ix_space_entry_person_id')
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: EntryKind;

  @Column({ type: 'text', default: 'open' })
  status: EntryStatus;

  /** Why they ask. */
  @Column({ type: 'text', default: '' })
  why: string;

  /** Why they were refused, or a word with the admission. */
  @Column({ type: 'text', default: '' })
  reason: string;

  /** The agreement that they accepted when they asked. */
  @Column({ name: 'agreed_version', type: 'int', default: 0 })
  agreedVersion: number;

  @ForeignKey('VoiceEntity', { name: 'fk_space_entry_inviter', onDelete: 'SET NULL' })
  @Column({ name: 'inviter_voice_id', type: 'uuid', nullable: true })
  inviterVoiceId: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;
}

/** Somebody left or was removed. Holds what coming back restores. */
@Entity('space_departure')
@Check('ck_space_departure_kind', `kind in ('left', 'removed')`)
@Index('ix_space_departure_person_id', ['personId', 'spaceId', 'at'])
export class SpaceDepartureEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_space_departure' })
  id: string;

  @ForeignKey('SpaceEntity', { name: 'fk_space_departure_space', onDelete: 'CASCADE' })
  @Column({ name: 'space_id', type: 'uuid' })
  spaceId: string;

  @ForeignKey('PersonEntity', { name: 'fk_space_departure_person', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  kind: 'left' | 'removed';

  @Column({ type: 'text', default: '' })
  reason: string;

  @Column({ name: 'was_moderator', type: 'boolean' })
  wasModerator: boolean;

  @Column({ name: 'agreed_version', type: 'int' })
  agreedVersion: number;

  @Column({ name: 'joined_at', type: 'timestamptz' })
  joinedAt: Date;

  @Column({ type: 'timestamptz' })
  at: Date;
}

import { FIRST_VISIBILITY, type FieldOfWork, type ProfileVisibility } from '@crosscity/identity/contract';
import { BeforeInsert, BeforeUpdate, Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Locale } from '@crosscity/platform/contract';
import type { PlatformRole } from '@crosscity/platform/server';

export type PersonStatus = 'applied' | 'active' | 'refused' | 'suspended';

/** What the rows of tests and demonstrations usually carry: members see everything, guests nothing. */
export const USUAL_VISIBILITY: ProfileVisibility = { ...FIRST_VISIBILITY, directory: 'members' };

@Entity('person')
@Check('ck_person_role', `role in ('member', 'moderator', 'administrator')`)
@Check('ck_person_status', `status in ('applied', 'active', 'refused', 'suspended')`)
@Check('ck_person_suspended_until', `suspended_until is null or status = 'suspended'`)
@Index('ux_person_email', ['email'], { unique: true })
@Index('ux_person_voice_id', ['voiceId'], { unique: true })
@Index('ux_person_handle', ['handle'], { unique: true })
@Index('ix_person_directory', ['sortName', 'id'], { where: `status = 'active'` })
export class PersonEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_person' })
  id: string;

  @ForeignKey('VoiceEntity', { name: 'fk_person_voice' })
  @Column({ name: 'voice_id', type: 'uuid' })
  voiceId: string;

  /** Trimmed and in lower case, so that one address is one person. */
  @Column({ type: 'text' })
  email: string;

  /** Argon2id in the PHC string format. */
  @Column({ name: 'password_hash', type: 'text' })
  passwordHash: string;

  @Column({ name: 'display_name', type: 'text' })
  displayName: string;

  /** The name as lists sort it: small letters without accents. */
  @Column({ name: 'sort_name', type: 'text', default: '' })
  sortName: string;

  /** Random, not made from the name: an address that somebody shares must not tell who it is about. */
  @Column({ type: 'text' })
  handle: string;

  @Column({ type: 'text', default: 'other' })
  work: FieldOfWork;

  @Column({ type: 'text', default: '' })
  title: string;

  @Column({ type: 'text', default: '' })
  organisation: string;

  @Column({ type: 'text', default: '' })
  about: string;

  @Column({ name: 'ask_me_about', type: 'text', default: '' })
  askMeAbout: string;

  /** Languages that the person speaks (BCP 47). */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  languages: string[];

  @Column({ type: 'jsonb' })
  visibility: ProfileVisibility;

  @Column({ type: 'text', default: 'member' })
  role: PlatformRole;

  @Column({ type: 'text' })
  status: PersonStatus;

  @Index('ix_person_city_id')
  @Column({ name: 'city_id', type: 'uuid', nullable: true })
  cityId: string | null;

  /** Where the person works, in own words, while the city is not here yet. */
  @Column({ type: 'text', nullable: true })
  place: string | null;

  @Column({ type: 'text', default: 'en' })
  locale: Locale;

  /** IANA name; decides when mail may disturb. */
  @Column({ name: 'time_zone', type: 'text', default: 'UTC' })
  timeZone: string;

  /** Invented, for demonstrations. */
  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** Rises with each edit of the profile, so that two open forms can't overwrite each other unseen. */
  @Column({ name: 'profile_version', type: 'int', default: 1 })
  profileVersion: number;

  /** When a suspension ends by itself; null where staff open the account again, and for everybody else. */
  @Index('ix_person_suspended_until', { where: 'suspended_until is not null' })
  @Column({ name: 'suspended_until', type: 'timestamptz', nullable: true })
  suspendedUntil: Date | null;

  /** Rises with each act of staff on this account, so that two of them can't overwrite each other unseen. */
  @Column({ name: 'care_version', type: 'int', default: 1 })
  careVersion: number;

  @BeforeInsert()
  @BeforeUpdate()
  sort(): void {
    if (this.displayName) this.sortName = sortNameOf(this.displayName);
  }
}

export function sortNameOf(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[øØ]/g, 'o').replace(/[æÆ]/g, 'ae').toLowerCase();
}

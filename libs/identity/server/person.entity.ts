import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Locale } from '@crosscity/platform/contract';
import type { PlatformRole } from '@crosscity/platform/server';

export type PersonStatus = 'applied' | 'active' | 'refused' | 'suspended';

/** Who may see a field of a profile. */
export type Visibility = 'everyone' | 'members' | 'nobody';

export interface ProfileVisibility {
  /** The name to guests; members always see it. */
  name: 'everyone' | 'members';
  title: Visibility;
  organisation: Visibility;
  city: Visibility;
  languages: Visibility;
  about: Visibility;
  /** Whether the directory of members lists this person. */
  directory: 'members' | 'nobody';
}

export const USUAL_VISIBILITY: ProfileVisibility = { name: 'members', title: 'members', organisation: 'members', city: 'members', languages: 'members', about: 'members', directory: 'members' };

@Entity('person')
@Check('ck_person_role', `role in ('member', 'moderator', 'administrator')`)
@Check('ck_person_status', `status in ('applied', 'active', 'refused', 'suspended')`)
@Index('ux_person_email', ['email'], { unique: true })
@Index('ux_person_voice_id', ['voiceId'], { unique: true })
@Index('ux_person_handle', ['handle'], { unique: true })
@Index('ix_person_directory', ['displayName', 'id'], { where: `status = 'active'` })
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

  @Column({ type: 'text' })
  handle: string;

  @Column({ type: 'text', default: '' })
  title: string;

  @Column({ type: 'text', default: '' })
  organisation: string;

  @Column({ type: 'text', default: '' })
  about: string;

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
}

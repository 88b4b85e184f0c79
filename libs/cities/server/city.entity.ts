import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A member city, county or region, and its profile. Nothing here names a person. */
@Entity('city')
@Check('ck_city_country', `country ~ '^[A-Z]{2}$'`)
@Check('ck_city_latitude', `latitude between -90 and 90`)
@Check('ck_city_longitude', `longitude between -180 and 180`)
@Index('ux_city_slug', ['slug'], { unique: true })
@Index('ux_city_voice_id', ['voiceId'], { unique: true })
@Index('ix_city_name', ['name', 'id'])
export class CityEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_city' })
  id: string;

  /** Last part of the address: /cities/:slug. */
  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text' })
  name: string;

  /** Names in other languages and scripts, so that it is found by each of them. */
  @Column({ name: 'other_names', type: 'text', array: true, default: () => `'{}'` })
  otherNames: string[];

  /** All names, folded (see `fold`), so that a search finds `Malmö` by `malmo`. */
  @Column({ name: 'search_text', type: 'text', default: '' })
  searchText: string;

  /** ISO 3166-1, two letters. Its name in the reader's language is the page's work. */
  @Column({ type: 'text' })
  country: string;

  /** State or province, where leaving it out would be unclear. */
  @Column({ type: 'text', nullable: true })
  region: string | null;

  /** Degrees, WGS 84. */
  @Column({ type: 'double precision' })
  latitude: number;

  @Column({ type: 'double precision' })
  longitude: number;

  /** IANA name. */
  @Column({ name: 'time_zone', type: 'text' })
  timeZone: string;

  /** Languages that people work in there (BCP 47). */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  languages: string[];

  @Column({ type: 'text', default: '' })
  summary: string;

  /** Language that summary and structures are written in (BCP 47). */
  @Column({ name: 'profile_language', type: 'text', default: 'en' })
  profileLanguage: string;

  /** Teams, offices and networks that prevent: one line each. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  structures: string[];

  /** What the city says as itself is said by this voice. */
  @ForeignKey('VoiceEntity', { name: 'fk_city_voice' })
  @Column({ name: 'voice_id', type: 'uuid' })
  voiceId: string;

  @Column({ name: 'geonames_id', type: 'integer', nullable: true })
  geonamesId: number | null;

  /** Counts the saves of the profile: whoever saves on top of an older one is told. */
  @Column({ type: 'integer', default: 1 })
  version: number;

  /** When somebody of the city last read the profile and found it true; null while nobody has. */
  @Column({ name: 'checked_at', type: 'timestamptz', nullable: true })
  checkedAt: Date | null;

  /** Written for demonstrations or taken from a report, not by the city. */
  @Column({ name: 'is_sample', type: 'boolean', default: false })
  isSample: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

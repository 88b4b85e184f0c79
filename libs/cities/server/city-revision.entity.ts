import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a save of the profile replaced, so that no words are lost. */
@Entity('city_revision')
export class CityRevisionEntity {
  @ForeignKey('CityEntity', { name: 'fk_city_revision_city', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'city_id', type: 'uuid', primaryKeyConstraintName: 'pk_city_revision' })
  cityId: string;

  /** The version that was replaced. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_city_revision' })
  version: number;

  @Column({ name: 'replaced_at', type: 'timestamptz' })
  replacedAt: Date;

  /** Who replaced it. */
  @ForeignKey('VoiceEntity', { name: 'fk_city_revision_voice' })
  @Column({ name: 'voice_id', type: 'uuid', nullable: true })
  voiceId: string | null;

  /** The texts as they stood. */
  @Column({ type: 'jsonb' })
  profile: CityProfile;
}

/** The part of a city that its coordinators keep. */
export interface CityProfile {
  summary: string;
  profileLanguage: string;
  structures: string[];
  languages: string[];
  themes: string[];
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NewsLevel } from '@crosscity/forum/contract';

/** What one hears of a theme. Own state: nobody else sees it, and nobody counts it. */
@Entity('theme_follow')
@Check('ck_theme_follow_level', `level in ('told', 'shown')`)
@Index('ix_theme_follow_theme', ['theme', 'level'])
export class ThemeFollowEntity {
  @ForeignKey('PersonEntity', { name: 'fk_theme_follow_person', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_theme_follow' })
  personId: string;

  @ForeignKey('ThemeEntity', { name: 'fk_theme_follow_theme', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_theme_follow' })
  theme: string;

  @Column({ type: 'text' })
  level: NewsLevel;
}

/** What one hears of a member or a city, by their voice. That a city is followed at all is `city_follow`, of cities. */
@Entity('voice_follow')
@Check('ck_voice_follow_level', `level in ('told', 'shown')`)
@Index('ix_voice_follow_voice_id', ['voiceId', 'level'])
export class VoiceFollowEntity {
  @ForeignKey('PersonEntity', { name: 'fk_voice_follow_person', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_voice_follow' })
  personId: string;

  @ForeignKey('VoiceEntity', { name: 'fk_voice_follow_voice', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'voice_id', type: 'uuid', primaryKeyConstraintName: 'pk_voice_follow' })
  voiceId: string;

  @Column({ type: 'text' })
  level: NewsLevel;
}

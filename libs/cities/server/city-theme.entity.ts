import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A theme that a city works on. */
@Entity('city_theme')
export class CityThemeEntity {
  @ForeignKey('CityEntity', { name: 'fk_city_theme_city', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'city_id', type: 'uuid', primaryKeyConstraintName: 'pk_city_theme' })
  cityId: string;

  @ForeignKey('ThemeEntity', { name: 'fk_city_theme_theme' })
  @Index('ix_city_theme_theme')
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_city_theme' })
  theme: string;
}

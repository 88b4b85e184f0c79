import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a lesson or a city is about. A small list kept by staff; the slug is its name in addresses and in other tables. */
@Entity('theme')
export class ThemeEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_theme' })
  slug: string;

  /** Its name by language (BCP 47); `en` is always there. */
  @Column({ type: 'jsonb' })
  names: Record<string, string>;

  /** Place in lists. */
  @Column({ type: 'integer' })
  position: number;
}

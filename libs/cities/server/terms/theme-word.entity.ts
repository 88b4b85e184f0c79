import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One thing that people in this field talk about, under a theme. Its words in every language mean the same. */
@Entity('theme_meaning')
export class ThemeMeaningEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_theme_meaning' })
  id: string;

  @ForeignKey('ThemeEntity', { name: 'fk_theme_meaning_theme', onDelete: 'CASCADE' })
  @Index('ix_theme_meaning_theme')
  @Column({ type: 'text' })
  theme: string;

  /** Counts the saves, so that two who edit meet. */
  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** Staff can take a removal back. */
  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt: Date | null;
}

@Entity('theme_word')
@Index('ix_theme_word_stems', ['language', 'stems'])
export class ThemeWordEntity {
  @ForeignKey('ThemeMeaningEntity', { name: 'fk_theme_word_meaning', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'meaning_id', type: 'uuid', primaryKeyConstraintName: 'pk_theme_word' })
  meaningId: string;

  /** BCP 47. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_theme_word' })
  language: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_theme_word' })
  place: number;

  @Column({ type: 'text' })
  word: string;

  /** What search compares: the word stemmed in its language. */
  @Column({ type: 'text' })
  stems: string;
}

import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The themes of a lesson, in the order in which its author chose them. */
@Entity('thread_theme')
@Index('ix_thread_theme_theme', ['theme', 'threadId'])
export class ThreadThemeEntity {
  @ForeignKey('ThreadEntity', { name: 'fk_thread_theme_thread', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'thread_id', type: 'uuid', primaryKeyConstraintName: 'pk_thread_theme' })
  threadId: string;

  @ForeignKey('ThemeEntity', { name: 'fk_thread_theme_theme', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_thread_theme' })
  theme: string;

  @Column({ type: 'int' })
  place: number;
}

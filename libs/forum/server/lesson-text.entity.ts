import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { TextState } from '@crosscity/forum/contract';

/** A lesson in one language. Markdown is what was written; the HTML beside it was made from it once, on writing. */
@Entity('lesson_text')
@Check('ck_lesson_text_state', `state in ('original', 'person', 'machine')`)
@Index('ix_lesson_text_search', ['search'], { type: 'gin' })
@Index('ix_lesson_text_language', ['language'])
export class LessonTextEntity {
  @ForeignKey('ThreadEntity', { name: 'fk_lesson_text_thread', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'thread_id', type: 'uuid', primaryKeyConstraintName: 'pk_lesson_text' })
  threadId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_lesson_text' })
  language: string;

  @Column({ type: 'text' })
  state: TextState;

  /** The version of the lesson that this text says. A translation with a lower one than the lesson's is out of date. */
  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  short: string;

  @Column({ name: 'context_md', type: 'text' })
  contextMd: string;

  @Column({ name: 'context_html', type: 'text' })
  contextHtml: string;

  @Column({ name: 'did_md', type: 'text' })
  didMd: string;

  @Column({ name: 'did_html', type: 'text' })
  didHtml: string;

  @Column({ name: 'happened_md', type: 'text' })
  happenedMd: string;

  @Column({ name: 'happened_html', type: 'text' })
  happenedHtml: string;

  @Column({ name: 'differently_md', type: 'text' })
  differentlyMd: string;

  @Column({ name: 'differently_html', type: 'text' })
  differentlyHtml: string;

  @Column({ name: 'elsewhere_md', type: 'text' })
  elsewhereMd: string;

  @Column({ name: 'elsewhere_html', type: 'text' })
  elsewhereHtml: string;

  /** Minutes to read it at the usual speed of its language. */
  @Column({ type: 'int' })
  minutes: number;

  /** Stems of the title (weight A), the short version (B) and the parts (C); see `search_vector` in the migration. */
  @Column({ type: 'tsvector', select: false })
  search: string;
}

import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A word as it stands in published texts of one language. What stands in a closed space is never listed. */
@Entity('search_word')
@Check('ck_search_word_audience', `audience in ('public', 'members')`)
@Index('ix_search_word_exact', ['shape'])
// Its index by likeness is a GiST one, which TypeORM can't describe: it is in the migration.
@Index('ix_search_word_shape', { synchronize: false })
export class SearchWordEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_search_word' })
  language: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_search_word' })
  word: string;

  /** The widest audience of the texts that hold it, one row for each. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_search_word' })
  audience: 'public' | 'members';

  /** The word in a-z and 0-9 (`shapeOf`). */
  @Column({ type: 'text' })
  shape: string;

  /** About how many texts hold it: of two words equally near, the more common one is meant. */
  @Column({ type: 'integer' })
  texts: number;
}

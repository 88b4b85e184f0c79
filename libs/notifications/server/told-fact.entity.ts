import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A fact whose notices are written. The queue may hand a fact over twice; its notices, and the secret links in them, are made once. */
@Entity('told_fact')
export class ToldFactEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_told_fact' })
  id: string;

  @Index('ix_told_fact_told_at')
  @Column({ name: 'told_at', type: 'timestamptz' })
  toldAt: Date;
}

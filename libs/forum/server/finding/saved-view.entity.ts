import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A list that one person keeps: what it is narrowed to, and whether they hear of new lessons in it. */
@Entity('saved_view')
@Check('ck_saved_view_place', `place in ('lessons', 'search')`)
@Index('ix_saved_view_person', ['personId', 'createdAt'])
@Index('ix_saved_view_alerts', ['personId', 'id'], { where: 'alerts and removed_at is null' })
export class SavedViewEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_saved_view' })
  id: string;

  @ForeignKey('PersonEntity', { name: 'fk_saved_view_person', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  name: string;

  /** Which page it opens. */
  @Column({ type: 'text' })
  place: 'lessons' | 'search';

  /** Words, empty where there are none. */
  @Column({ type: 'text' })
  query: string;

  @Column({ type: 'text', array: true })
  themes: string[];

  @Column({ type: 'text', array: true })
  levels: string[];

  @Column({ type: 'text', array: true })
  cities: string[];

  @Column({ type: 'text', array: true })
  languages: string[];

  @Column({ type: 'text', array: true })
  results: string[];

  @Column({ type: 'text', array: true })
  evidence: string[];

  @Column({ type: 'text', array: true })
  audiences: string[];

  @Column({ type: 'boolean' })
  alerts: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt: Date | null;
}

import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person who cares for a city: its profile, its voice, its delegation. */
@Entity('coordinator')
export class CoordinatorEntity {
  @ForeignKey('PersonEntity', { name: 'fk_coordinator_person', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_coordinator' })
  personId: string;

  @Index('ix_coordinator_city_id')
  @PrimaryColumn({ name: 'city_id', type: 'uuid', primaryKeyConstraintName: 'pk_coordinator' })
  cityId: string;
}

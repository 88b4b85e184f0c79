import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who wants to hear of a city. Own state: nobody else sees the rows, and nobody counts them. */
@Entity('city_follow')
export class CityFollowEntity {
  @ForeignKey('PersonEntity', { name: 'fk_city_follow_person', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_city_follow' })
  personId: string;

  @ForeignKey('CityEntity', { name: 'fk_city_follow_city', onDelete: 'CASCADE' })
  @Index('ix_city_follow_city_id')
  @PrimaryColumn({ name: 'city_id', type: 'uuid', primaryKeyConstraintName: 'pk_city_follow' })
  cityId: string;

  @Column({ name: 'followed_at', type: 'timestamptz' })
  followedAt: Date;
}

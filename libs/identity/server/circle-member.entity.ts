import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person who belongs to a circle: the closed side of something that another capability owns, under the same id. */
@Entity('circle_member')
export class CircleMemberEntity {
  @PrimaryColumn({ name: 'circle_id', type: 'uuid', primaryKeyConstraintName: 'pk_circle_member' })
  circleId: string;

  @ForeignKey('PersonEntity', { name: 'fk_circle_member_person', onDelete: 'CASCADE' })
  @Index('ix_circle_member_person_id')
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_circle_member' })
  personId: string;
}

import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who is sending, or sent, a file that is not published yet. The row goes when the file is: from then on nothing leads to the person. */
@Entity('upload')
@Index('ux_upload_key', ['personId', 'key'], { unique: true })
@Index('ix_upload_expires_at', ['expiresAt'], { where: 'received_at is null' })
export class UploadEntity {
  @ForeignKey('FileEntity', { name: 'fk_upload_file', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'file_id', type: 'uuid', primaryKeyConstraintName: 'pk_upload' })
  fileId: string;

  @ForeignKey('PersonEntity', { name: 'fk_upload_person', onDelete: 'CASCADE' })
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** Made by the client from the file and the place: a second tab that sends the same joins in. */
  @Column({ type: 'text' })
  key: string;

  @Column({ name: 'received_at', type: 'timestamptz', nullable: true })
  receivedAt: Date | null;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}

/** How many bytes a person sent on a day (UTC), without saying which. */
@Entity('upload_day')
export class UploadDayEntity {
  @ForeignKey('PersonEntity', { name: 'fk_upload_day_person', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_upload_day' })
  personId: string;

  @Index('ix_upload_day_day')
  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'pk_upload_day' })
  day: string;

  @Column({ type: 'bigint' })
  bytes: string;
}

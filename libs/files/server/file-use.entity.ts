import type { Faces } from '@crosscity/files/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Where a file is used: at a part of a draft or of a lesson, with what it shows there. */
@Entity('file_use')
@Check('ck_file_use_faces', `faces in ('none', 'agreed', 'blurred')`)
@Index('ux_file_use_file', ['fileId', 'subjectKind', 'subjectId'], { unique: true })
@Index('ix_file_use_subject', ['subjectKind', 'subjectId', 'position'])
export class FileUseEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_file_use' })
  id: string;

  @ForeignKey('FileEntity', { name: 'fk_file_use_file', onDelete: 'CASCADE' })
  @Column({ name: 'file_id', type: 'uuid' })
  fileId: string;

  /** Registered by the lib above that owns the subject; see `FileUses`. */
  @Column({ name: 'subject_kind', type: 'text' })
  subjectKind: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId: string;

  /** The part of the subject that it stands at, in that lib's words. */
  @Column({ type: 'text', nullable: true })
  part: string | null;

  @Column({ type: 'int' })
  position: number;

  /** What it shows, for those who can't see it. */
  @Column({ type: 'text', default: '' })
  description: string;

  /** Shows nothing that one would miss. */
  @Column({ name: 'is_decoration', type: 'boolean', default: false })
  isDecoration: boolean;

  @Column({ type: 'text', nullable: true })
  faces: Faces | null;
}

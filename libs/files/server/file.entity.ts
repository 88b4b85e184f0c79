import type { FileKind, FileRefusal, FileState } from '@crosscity/files/contract';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A picture, a document or a video. Says nothing about who sent it: that is `upload`. */
@Entity('file')
@Check('ck_file_kind', `kind in ('picture', 'document', 'video')`)
@Check('ck_file_state', `state in ('receiving', 'processing', 'ready', 'refused')`)
@Check('ck_file_refusal', `(state = 'refused') = (refusal is not null)`)
export class FileEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_file' })
  id: string;

  /** What it was said to be, until somebody looked; then what it is. */
  @Column({ type: 'text' })
  kind: FileKind;

  @Column({ type: 'text', default: 'receiving' })
  state: FileState;

  @Column({ type: 'text', nullable: true })
  refusal: FileRefusal | null;

  /** Shown for documents, with the ending of the true type. Of pictures and videos the name is not kept: it often holds a person's. */
  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'media_type', type: 'text', nullable: true })
  mediaType: string | null;

  /** As it was sent; later of what is kept. */
  @Column({ type: 'bigint' })
  bytes: string;

  @Column({ type: 'int', nullable: true })
  width: number | null;

  @Column({ type: 'int', nullable: true })
  height: number | null;

  /** `#rrggbb`: the place of a picture until it is there. */
  @Column({ type: 'text', nullable: true })
  colour: string | null;

  @Column({ type: 'real', nullable: true })
  seconds: number | null;

  /** Goes up when the bytes change, so that a browser asks again. */
  @Column({ type: 'int', default: 1 })
  revision: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

/** What lies in the storage, by its SHA-256. Announced before the first byte is written. */
@Entity('file_content')
export class FileContentEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_file_content' })
  hash: string;

  @Column({ type: 'bigint' })
  bytes: string;

  @Index('ix_file_content_announced_at')
  @Column({ name: 'announced_at', type: 'timestamptz' })
  announcedAt: Date;
}

/** One size of a file, clean and ready to be handed out: `480`, `960`, `1920`, `fallback`, `file`, `video`. */
@Entity('file_version')
export class FileVersionEntity {
  @ForeignKey('FileEntity', { name: 'fk_file_version_file', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'file_id', type: 'uuid', primaryKeyConstraintName: 'pk_file_version' })
  fileId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_file_version' })
  size: string;

  @ForeignKey('FileContentEntity', { name: 'fk_file_version_content' })
  @Index('ix_file_version_hash')
  @Column({ type: 'text' })
  hash: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType: string;

  @Column({ type: 'int', nullable: true })
  width: number | null;

  @Column({ type: 'int', nullable: true })
  height: number | null;
}

/** Captions (WebVTT, as written by us) or the transcript of a video in one language. */
@Entity('file_words')
@Check('ck_file_words_kind', `kind in ('captions', 'transcript')`)
export class FileWordsEntity {
  @ForeignKey('FileEntity', { name: 'fk_file_words_file', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'file_id', type: 'uuid', primaryKeyConstraintName: 'pk_file_words' })
  fileId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_file_words' })
  kind: 'captions' | 'transcript';

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_file_words' })
  language: string;

  @Column({ type: 'text' })
  body: string;
}

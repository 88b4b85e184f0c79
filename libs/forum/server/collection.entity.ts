import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CollectionAudience, ContentStatus } from '@crosscity/forum/contract';

/** Lessons that somebody put in an order by hand, with words on why. */
@Entity('collection')
@Check('ck_collection_audience', `audience in ('public', 'members')`)
@Check('ck_collection_status', `status in ('published', 'hidden', 'withdrawn')`)
@Index('ix_collection_newest', ['updatedAt', 'id'], { where: `status = 'published'` })
export class CollectionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_collection' })
  id: string;

  @Column({ type: 'text' })
  title: string;

  /** Plain words. */
  @Column({ type: 'text', default: '' })
  note: string;

  /** BCP 47, of title and note. */
  @Column({ type: 'text' })
  language: string;

  @Column({ type: 'text' })
  audience: CollectionAudience;

  @Column({ type: 'text', default: 'published' })
  status: Exclude<ContentStatus, 'takenBack'>;

  @ForeignKey('VoiceEntity', { name: 'fk_collection_voice' })
  @Index('ix_collection_voice_id')
  @Column({ name: 'voice_id', type: 'uuid' })
  voiceId: string;

  /** Goes up with every change of title, note or audience. */
  @Column({ type: 'int', default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** When its words or its lessons changed. */
  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

@Entity('collection_lesson')
export class CollectionLessonEntity {
  @ForeignKey('CollectionEntity', { name: 'fk_collection_lesson_collection', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'collection_id', type: 'uuid', primaryKeyConstraintName: 'pk_collection_lesson' })
  collectionId: string;

  @ForeignKey('ThreadEntity', { name: 'fk_collection_lesson_thread', onDelete: 'CASCADE' })
  @Index('ix_collection_lesson_thread_id')
  @PrimaryColumn({ name: 'thread_id', type: 'uuid', primaryKeyConstraintName: 'pk_collection_lesson' })
  threadId: string;

  /** 0 for the first. Given out under the collection's lock. */
  @Column({ type: 'int' })
  place: number;

  /** Why it is in here. */
  @Column({ type: 'text', default: '' })
  note: string;

  @Column({ name: 'added_at', type: 'timestamptz' })
  addedAt: Date;
}

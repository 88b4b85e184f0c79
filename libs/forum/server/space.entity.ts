import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Joining, SpaceKind } from '@crosscity/forum/contract';

/** A room of the forum. Who belongs to it is its circle (`circle_member`, same id): only that gives the right to read. */
@Entity('space')
@Check('ck_space_kind', `kind in ('public', 'members', 'private', 'hidden')`)
@Check('ck_space_joining', `joining in ('open', 'request', 'invitation', 'city')`)
export class SpaceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_space' })
  id: string;

  @Index('ux_space_slug', { unique: true })
  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', default: '' })
  purpose: string;

  /** BCP 47, of name and purpose. */
  @Column({ type: 'text', default: 'en' })
  language: string;

  @Column({ type: 'text' })
  kind: SpaceKind;

  @Column({ type: 'text' })
  joining: Joining;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** Since when nothing new is written in it. */
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  /** Goes up by one with every change of these settings. */
  @Column({ type: 'int', default: 1 })
  version: number;

  /** The version of the agreement that counts; 0 where there is none. */
  @Column({ name: 'agreement_version', type: 'int', default: 0 })
  agreementVersion: number;
}

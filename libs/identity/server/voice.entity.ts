import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { VoiceKind } from '@crosscity/identity/contract';

/** Who speaks, as everybody sees it. Deliberately without a person: `person.voice_id` points here, nothing points back. */
@Entity('voice')
@Check('ck_voice_kind', `kind in ('member', 'city', 'unattributed')`)
export class VoiceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_voice' })
  id: string;

  @Column({ type: 'text' })
  kind: VoiceKind;

  /** As shown; null for the unattributed voice. */
  @Column({ type: 'text', nullable: true })
  name: string | null;

  /** Last part of the address of whoever speaks: /members/:handle or /cities/:handle. */
  @Column({ type: 'text', nullable: true })
  handle: string | null;

  /** The member's role in words, if they show it. */
  @Column({ type: 'text', nullable: true })
  title: string | null;

  /** Name of the city, if it is shown. */
  @Column({ type: 'text', nullable: true })
  place: string | null;

  @Index('ix_voice_city_id')
  @Column({ name: 'city_id', type: 'uuid', nullable: true })
  cityId: string | null;

  /** Which of `name`, `title` and `place` people who are not signed in see. Cities are public whole. */
  @Column({ name: 'guests_see', type: 'text', array: true, default: () => `'{}'` })
  guestsSee: ('name' | 'title' | 'place')[];
}

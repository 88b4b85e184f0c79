import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Adaptation, TrialResult } from '@crosscity/forum/contract';

/** "We tried this": what a reply tells of using the lesson in a city. */
@Entity('trial')
@Check('ck_trial_adaptation', `adaptation in ('same', 'changed')`)
@Check('ck_trial_result', `result in ('worked', 'mixed', 'didNotWork', 'harmed')`)
@Index('ix_trial_thread', ['threadId', 'result'])
export class TrialEntity {
  @ForeignKey('ReplyEntity', { name: 'fk_trial_reply', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'reply_id', type: 'uuid', primaryKeyConstraintName: 'pk_trial' })
  replyId: string;

  @ForeignKey('ThreadEntity', { name: 'fk_trial_thread', onDelete: 'CASCADE' })
  @Column({ name: 'thread_id', type: 'uuid' })
  threadId: string;

  @ForeignKey('CityEntity', { name: 'fk_trial_city', onDelete: 'CASCADE' })
  @Index('ix_trial_city_id')
  @Column({ name: 'city_id', type: 'uuid' })
  cityId: string;

  @Column({ type: 'text' })
  adaptation: Adaptation;

  /** What was changed, where something was. */
  @Column({ type: 'text', nullable: true })
  change: string | null;

  @Column({ type: 'text' })
  result: TrialResult;

  @Column({ type: 'text' })
  advice: string;
}

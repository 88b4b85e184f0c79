import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * What a thread has besides when it is a question. Its words are a `lesson_text` (the sentence as title, the rest as
 * `context`): so languages, search, titles and versions are those of lessons, and there is one place to keep them right.
 */
@Entity('question')
export class QuestionEntity {
  @ForeignKey('ThreadEntity', { name: 'fk_question_thread', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'thread_id', type: 'uuid', primaryKeyConstraintName: 'pk_question' })
  threadId: string;

  /** The city that is asked; null for the whole network. */
  @ForeignKey('CityEntity', { name: 'fk_question_city', onDelete: 'SET NULL' })
  @Index('ix_question_asked_city_id')
  @Column({ name: 'asked_city_id', type: 'uuid', nullable: true })
  askedCityId: string | null;

  /** The reply that helped. While that one is hidden or withdrawn the question counts as not answered. */
  @ForeignKey('ReplyEntity', { name: 'fk_question_answer', onDelete: 'SET NULL' })
  @Index('ix_question_answer_reply_id', { where: 'answer_reply_id is not null' })
  @Column({ name: 'answer_reply_id', type: 'uuid', nullable: true })
  answerReplyId: string | null;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt: Date | null;

  /** The newest row of `question_outcome`; 0 while there is none. */
  @Column({ name: 'outcome_version', type: 'int', default: 0 })
  outcomeVersion: number;
}

/** "What we did with it": every version that was written. An empty one takes the text away. */
@Entity('question_outcome')
export class QuestionOutcomeEntity {
  @ForeignKey('ThreadEntity', { name: 'fk_question_outcome_thread', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'thread_id', type: 'uuid', primaryKeyConstraintName: 'pk_question_outcome' })
  threadId: string;

  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'pk_question_outcome' })
  version: number;

  @ForeignKey('VoiceEntity', { name: 'fk_question_outcome_voice' })
  @Index('ix_question_outcome_voice_id')
  @Column({ name: 'voice_id', type: 'uuid' })
  voiceId: string;

  @Column({ name: 'body_md', type: 'text' })
  bodyMd: string;

  @Column({ name: 'body_html', type: 'text' })
  bodyHtml: string;

  /** BCP 47. */
  @Column({ type: 'text' })
  language: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}

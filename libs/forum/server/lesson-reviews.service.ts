import { Injectable } from '@nestjs/common';
import type { ReviewStanding } from '@crosscity/forum/contract';
import { type Actor, type Member, Work, isStaff, notFound, once, refuse, speaksWith } from '@crosscity/platform/server';
import { may } from './forum.policy';
import { refuseCaseData } from './guarded-words';
import { LessonReviewsRepository } from './lesson-reviews.repository';
import type { ReviewLessonInput } from './lesson-review.type';
import type { LessonType } from './lesson.type';
import { LessonWritingRepository } from './lesson-writing.repository';
import { LessonsService } from './lessons.service';
import { languageOf } from './text';

/** Reviewed by whom: said with one's own name and role, and taken back. */
@Injectable()
export class LessonReviewsService {
  constructor(
    private readonly work: Work,
    private readonly lessons: LessonsService,
    private readonly writing: LessonWritingRepository,
    private readonly reviews: LessonReviewsRepository,
  ) {}

  /** Staff and coordinators by their office, other members if they show a role; nobody for what they said themselves. */
  async standing(actor: Actor, lesson: Pick<LessonType, 'audience' | 'spaceId' | 'status' | 'voice'>): Promise<ReviewStanding> {
    if (actor.kind !== 'member' || !may.review(actor, { audience: lesson.audience, spaceId: lesson.spaceId, status: lesson.status, voiceId: lesson.voice.id })) return 'no';
    return isStaff(actor) || actor.coordinates.length > 0 || (await this.reviews.hasRole(actor.voiceId)) ? 'yes' : 'needsRole';
  }

  async review(actor: Member, input: ReviewLessonInput): Promise<LessonType> {
    refuseCaseData(input, ['words']);
    const lesson = await this.lessons.read(actor, input.lessonId);
    const standing = await this.standing(actor, lesson);
    if (standing === 'needsRole') throw refuse('forum.reviewNeedsRole');
    await this.work.run(actor, (tx) => once(tx, 'reviewLesson', input.key, input, async () => {
      const thread = await this.writing.lock(tx, input.lessonId);
      if (!thread || may.read(actor, thread) !== 'yes') throw notFound();
      if (!may.review(actor, thread)) throw refuse('platform.notAllowed');
      const words = input.words.trim();
      const isPut = await this.reviews.put(tx, { threadId: thread.id, voiceId: actor.voiceId, words, language: languageOf(words, actor.locale), version: thread.version });
      if (!isPut) throw refuse('platform.notAllowed');
      return thread.id;
    }));
    return lesson;
  }

  async takeBack(actor: Member, id: string): Promise<LessonType> {
    const threadId = await this.work.run(actor, async (tx) => {
      const review = await this.reviews.lock(tx, id);
      if (!review || !speaksWith(actor, review.voiceId)) throw notFound();
      if (review.status === 'published') await this.reviews.setStatus(tx, id, 'withdrawn');
      return review.threadId;
    });
    return this.lessons.read(actor, threadId);
  }
}

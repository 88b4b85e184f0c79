import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ReviewStanding } from '@crosscity/forum/contract';
import { Limited, type RequestContext, SignedIn, asMember, loaderOf } from '@crosscity/platform/server';
import { ReviewStandingEnum } from './forum.enums';
import { RenewLessonInput } from './freshness.inputs';
import { FreshnessService } from './freshness.service';
import { CitedVoice, LessonReview, ReviewLessonInput, TakeBackReviewInput } from './lesson-review.type';
import { LessonReviewsRepository } from './lesson-reviews.repository';
import { LessonReviewsService } from './lesson-reviews.service';
import { LessonType } from './lesson.type';

/** What tells whether a lesson can be relied on: who reviewed it, whether it still holds; and how it is cited. */
@Resolver(() => LessonType)
export class LessonReviewsResolver {
  constructor(
    private readonly service: LessonReviewsService,
    private readonly repository: LessonReviewsRepository,
    private readonly freshness: FreshnessService,
  ) {}

  @ResolveField(() => [LessonReview], { description: 'Newest first, at most fifty.' })
  async reviews(@Parent() lesson: LessonType, @Context() context: RequestContext): Promise<LessonReview[]> {
    return (await loaderOf<string, LessonReview[]>(context, 'forum.reviews', (ids) => this.repository.of(ids, context.actor)).load(lesson.id)) ?? [];
  }

  @ResolveField(() => ReviewStandingEnum, { description: 'Whether whoever asks may say that they reviewed it.' })
  reviewStanding(@Parent() lesson: LessonType, @Context() { actor }: RequestContext): Promise<ReviewStanding> {
    return this.service.standing(actor, lesson);
  }

  @ResolveField(() => CitedVoice, { description: 'Whoever cites it tells the world: so this never holds more than guests see.' })
  citedVoice(@Parent() { voice }: LessonType): CitedVoice {
    const open = (part: 'name' | 'title' | 'place') => (voice.kind !== 'member' || voice.guestsSee?.includes(part) ? voice[part] : null);
    return { name: open('name'), title: open('title'), place: open('place') };
  }

  @SignedIn()
  @Limited({ points: 60, seconds: 600 })
  @Mutation(() => LessonType, { description: 'Refuses with forum.reviewNeedsRole where one\'s profile shows no role. Saying it again replaces the words.' })
  reviewLesson(@Args('input', { type: () => ReviewLessonInput }) input: ReviewLessonInput, @Context() { actor }: RequestContext): Promise<LessonType> {
    return this.service.review(asMember(actor), input);
  }

  @SignedIn()
  @Mutation(() => LessonType)
  takeBackReview(@Args('input', { type: () => TakeBackReviewInput }) { id }: TakeBackReviewInput, @Context() { actor }: RequestContext): Promise<LessonType> {
    return this.service.takeBack(asMember(actor), id);
  }

  @SignedIn()
  @Mutation(() => LessonType, { description: '"Still true": moves its review date, by whoever speaks for it.' })
  renewLesson(@Args('input', { type: () => RenewLessonInput }) input: RenewLessonInput, @Context() { actor }: RequestContext): Promise<LessonType> {
    return this.freshness.renew(asMember(actor), input);
  }
}

import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type RequestContext, SignedIn, asMember } from '@crosscity/platform/server';
import { DraftType } from './draft.type';
import { takeBackUntil } from './forum.policy';
import { LessonType } from './lesson.type';
import { TakeBackLessonInput } from './take-back.inputs';
import { TakeBackService } from './take-back.service';

@Resolver(() => LessonType)
export class TakeBackResolver {
  constructor(private readonly service: TakeBackService) {}

  @ResolveField(() => Date, { nullable: true, description: 'Until then whoever asks may take it back without a trace; null where they may not.' })
  takeBackUntil(@Parent() lesson: LessonType, @Context() context: RequestContext): Date | null {
    return takeBackUntil(context.actor, { status: lesson.status, voiceId: lesson.voice.id, publishedAt: lesson.publishedAt }, new Date());
  }

  @SignedIn()
  @Mutation(() => DraftType, { description: 'Within ten minutes of publishing, as if it had never been there. Gives the draft that holds its words again.' })
  takeBackLesson(@Args('input', { type: () => TakeBackLessonInput }) input: TakeBackLessonInput, @Context() context: RequestContext): Promise<DraftType> {
    return this.service.takeBack(asMember(context.actor), input);
  }
}

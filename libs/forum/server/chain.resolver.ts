import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Anyone, type RequestContext, loaderOf } from '@crosscity/platform/server';
import { ChainService } from './chain.service';
import { LessonChain } from './chain.type';
import { LessonType } from './lesson.type';
import { TrialType } from './reply.type';

@Resolver(() => LessonChain)
export class ChainResolver {
  constructor(private readonly chain: ChainService) {}

  @Anyone()
  @Query(() => LessonChain, { description: 'How far the idea of a lesson travelled. Refuses with platform.notFound where the lesson can\'t be read.' })
  lessonChain(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<LessonChain> {
    return this.chain.of(context.actor, id);
  }
}

@Resolver(() => TrialType)
export class TrialChainResolver {
  constructor(private readonly chain: ChainService) {}

  @ResolveField(() => LessonType, { nullable: true, description: 'The lesson that it became, where that can be read.' })
  grewInto(@Parent() trial: TrialType, @Context() context: RequestContext): Promise<LessonType | null> {
    return loaderOf<string, LessonType>(context, 'forum.grewInto', (ids) => this.chain.grownInto(context.actor, ids)).load(trial.id);
  }
}

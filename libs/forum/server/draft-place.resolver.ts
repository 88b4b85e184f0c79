import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type RequestContext, type Subject, loaderOf } from '@crosscity/platform/server';
import { DraftType } from './draft.type';
import { ForumSubjects } from './forum.subjects';

@ObjectType({ description: 'The lesson or question to which an unfinished text belongs.' })
export class DraftPlace {
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true, description: 'BCP 47.' }) language: string | null;
  @Field(() => String) path: string;
}

@Resolver(() => DraftType)
export class DraftPlaceResolver {
  constructor(private readonly subjects: ForumSubjects) {}

  @ResolveField(() => DraftPlace, { nullable: true, description: 'Null for what stands by itself, and where the thread can\'t be read any more.' })
  place(@Parent() { threadId }: DraftType, @Context() context: RequestContext): Promise<DraftPlace | null> | null {
    return threadId ? loaderOf<string, Subject>(context, 'forum.places', (ids) => this.subjects.load(context.actor, ids)).load(threadId) : null;
  }
}

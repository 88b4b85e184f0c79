import { Context, Query, Resolver } from '@nestjs/graphql';
import { Anyone, type RequestContext } from '@crosscity/platform/server';
import { ViewerRepository } from './viewer.repository';
import { ViewerType } from './viewer.type';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly viewers: ViewerRepository) {}

  @Anyone()
  @Query(() => ViewerType, { nullable: true, description: 'The person who asks; null for a guest.' })
  async viewer(@Context() { actor }: RequestContext): Promise<ViewerType | null> {
    return actor.kind === 'member' ? this.viewers.viewer(actor) : null;
  }
}

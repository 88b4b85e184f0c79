import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Limited, type RequestContext, SignedIn, asMember } from '@crosscity/platform/server';
import { ChangeViewInput, SaveViewInput, SavedView, ViewInput } from './saved-view.types';
import { SavedViewsService } from './saved-views.service';

@Resolver(() => SavedView)
export class SavedViewsResolver {
  constructor(private readonly views: SavedViewsService) {}

  @SignedIn()
  @Query(() => [SavedView], { description: 'One\'s own, oldest first.' })
  savedViews(@Context() { actor }: RequestContext): Promise<SavedView[]> {
    return this.views.list(asMember(actor));
  }

  @SignedIn()
  @Limited({ points: 60, seconds: 600 })
  @Mutation(() => SavedView)
  saveView(@Args('input', { type: () => SaveViewInput }) input: SaveViewInput, @Context() { actor }: RequestContext): Promise<SavedView> {
    return this.views.save(asMember(actor), input);
  }

  @SignedIn()
  @Mutation(() => SavedView, { description: 'Another name, or whether one hears of new lessons in it.' })
  changeView(@Args('input', { type: () => ChangeViewInput }) input: ChangeViewInput, @Context() { actor }: RequestContext): Promise<SavedView> {
    return this.views.change(asMember(actor), input);
  }

  @SignedIn()
  @Mutation(() => SavedView)
  removeView(@Args('input', { type: () => ViewInput }) { id }: ViewInput, @Context() { actor }: RequestContext): Promise<SavedView> {
    return this.views.setRemoved(asMember(actor), id, true);
  }

  @SignedIn()
  @Mutation(() => SavedView, { description: 'Takes a removal back, for thirty days.' })
  restoreView(@Args('input', { type: () => ViewInput }) { id }: ViewInput, @Context() { actor }: RequestContext): Promise<SavedView> {
    return this.views.setRemoved(asMember(actor), id, false);
  }
}

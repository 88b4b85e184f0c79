import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type RequestContext, SignedIn, asMember } from '@crosscity/platform/server';
import { DiscardDraftCopyInput, DiscardDraftInput, RestoreDraftInput, SaveDraftInput } from './draft.inputs';
import { DraftType, Writer } from './draft.type';
import { DraftsService } from './drafts.service';
import { WriterRepository } from './writer.repository';

@Resolver(() => DraftType)
export class DraftsResolver {
  constructor(
    private readonly drafts: DraftsService,
    private readonly writers: WriterRepository,
  ) {}

  @SignedIn()
  @Query(() => Writer, { description: 'What a form needs to know about whoever writes.' })
  writer(@Context() context: RequestContext): Promise<Writer> {
    return this.writers.of(asMember(context.actor));
  }

  @SignedIn()
  @Query(() => [DraftType], { name: 'drafts', description: 'One\'s own, last saved first.' })
  list(@Context() context: RequestContext): Promise<DraftType[]> {
    return this.drafts.list(asMember(context.actor));
  }

  @SignedIn()
  @Query(() => DraftType)
  draft(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<DraftType> {
    return this.drafts.one(asMember(context.actor), id);
  }

  @SignedIn()
  @Mutation(() => DraftType, { description: 'Refuses with forum.draftConflict where another device saved since; both texts are kept.' })
  saveDraft(@Args('input', { type: () => SaveDraftInput }) input: SaveDraftInput, @Context() context: RequestContext): Promise<DraftType> {
    return this.drafts.save(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => DraftType)
  discardDraft(@Args('input', { type: () => DiscardDraftInput }) input: DiscardDraftInput, @Context() context: RequestContext): Promise<DraftType> {
    return this.drafts.discard(asMember(context.actor), input.id);
  }

  @SignedIn()
  @Mutation(() => DraftType, { description: 'Takes a discard back, for thirty days.' })
  restoreDraft(@Args('input', { type: () => RestoreDraftInput }) input: RestoreDraftInput, @Context() context: RequestContext): Promise<DraftType> {
    return this.drafts.restore(asMember(context.actor), input.id);
  }

  @SignedIn()
  @Mutation(() => DraftType, { description: 'Ends a copy that a conflict left; returns its draft.' })
  discardDraftCopy(@Args('input', { type: () => DiscardDraftCopyInput }) input: DiscardDraftCopyInput, @Context() context: RequestContext): Promise<DraftType> {
    return this.drafts.discardCopy(asMember(context.actor), input.id);
  }
}

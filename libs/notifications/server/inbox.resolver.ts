import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '@crosscity/identity/server';
import { type Page, type RequestContext, SignedIn, asMember } from '@crosscity/platform/server';
import { InboxRepository } from './inbox.repository';
import { InboxService } from './inbox.service';
import { InboxArgs, InboxPage, type InboxGroupType, MailPreferenceType, MarkReadInput, MarkGroupUnreadInput, ReadMarkType, SetMailPreferenceInput, UndoReadInput } from './inbox.types';

@Resolver(() => ViewerType)
export class InboxResolver {
  constructor(
    private readonly inbox: InboxService,
    private readonly counts: InboxRepository,
  ) {}

  @ResolveField(() => Int, { description: 'Lines of the inbox with something new, one a thing: what the inbox shows under "New".' })
  async unreadCount(@Parent() viewer: ViewerType): Promise<number> {
    return this.counts.unreadCount(viewer.id);
  }

  @SignedIn()
  @Query(() => InboxPage, { name: 'inbox', description: 'What concerns the reader, one line a thing, newest first.' })
  async groups(@Context() { actor }: RequestContext, @Args({ type: () => InboxArgs }) args: InboxArgs): Promise<Page<InboxGroupType>> {
    return this.inbox.page(asMember(actor), args);
  }

  @SignedIn()
  @Mutation(() => ReadMarkType, { description: 'Marks groups, or everything, as read.' })
  async markRead(@Context() { actor }: RequestContext, @Args('input', { type: () => MarkReadInput }) input: MarkReadInput): Promise<ReadMarkType> {
    return this.inbox.markRead(asMember(actor), input);
  }

  @SignedIn()
  @Mutation(() => ReadMarkType, { description: 'Undoes exactly one `markRead`.' })
  async undoRead(@Context() { actor }: RequestContext, @Args('input', { type: () => UndoReadInput }) { mark }: UndoReadInput): Promise<ReadMarkType> {
    return this.inbox.undoRead(asMember(actor), mark);
  }

  @SignedIn()
  @Mutation(() => ReadMarkType, { description: 'Sets the newest line of a group back to new.' })
  async markGroupUnread(@Context() { actor }: RequestContext, @Args('input', { type: () => MarkGroupUnreadInput }) { group }: MarkGroupUnreadInput): Promise<ReadMarkType> {
    return this.inbox.markUnread(asMember(actor), group);
  }

  @SignedIn()
  @Query(() => [MailPreferenceType])
  async mailPreferences(@Context() { actor }: RequestContext): Promise<MailPreferenceType[]> {
    return this.inbox.mailPreferences(asMember(actor));
  }

  @SignedIn()
  @Mutation(() => [MailPreferenceType])
  async setMailPreference(@Context() { actor }: RequestContext, @Args('input', { type: () => SetMailPreferenceInput }) { topic, isOn }: SetMailPreferenceInput): Promise<MailPreferenceType[]> {
    return this.inbox.setMailPreference(asMember(actor), topic, isOn);
  }
}

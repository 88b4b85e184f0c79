import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Anyone, Limited, type RequestContext, SignedIn, asMember } from '@crosscity/platform/server';
import { Reading } from './lesson.type';
import { ReadingService } from './reading.service';
import { RepliesService } from './replies.service';
import { EditReplyInput, FollowThreadInput, MarkSeenInput, MarkUnreadInput, PostReplyInput, RecordTrialInput, RestoreReplyInput, WithdrawReplyInput } from './reply.inputs';
import { ReplyType } from './reply.type';

@Resolver(() => ReplyType)
export class RepliesResolver {
  constructor(
    private readonly replies: RepliesService,
    private readonly reading: ReadingService,
  ) {}

  @Anyone()
  @Query(() => ReplyType, { description: 'Refuses like its thread.' })
  reply(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<ReplyType> {
    return this.replies.read(context.actor, id);
  }

  @SignedIn()
  @Limited({ points: 60, seconds: 600 })
  @Mutation(() => ReplyType, { description: 'Refuses with forum.closed where nobody can reply any more.' })
  postReply(@Args('input', { type: () => PostReplyInput }) input: PostReplyInput, @Context() context: RequestContext): Promise<ReplyType> {
    return this.replies.post(asMember(context.actor), input);
  }

  @SignedIn()
  @Limited({ points: 60, seconds: 600 })
  @Mutation(() => ReplyType, { description: '"We tried this."' })
  recordTrial(@Args('input', { type: () => RecordTrialInput }) input: RecordTrialInput, @Context() context: RequestContext): Promise<ReplyType> {
    return this.replies.recordTrial(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => ReplyType)
  editReply(@Args('input', { type: () => EditReplyInput }) input: EditReplyInput, @Context() context: RequestContext): Promise<ReplyType> {
    return this.replies.edit(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => ReplyType)
  withdrawReply(@Args('input', { type: () => WithdrawReplyInput }) input: WithdrawReplyInput, @Context() context: RequestContext): Promise<ReplyType> {
    return this.replies.withdraw(asMember(context.actor), input.id);
  }

  @SignedIn()
  @Mutation(() => ReplyType, { description: 'Takes a withdrawal back.' })
  restoreReply(@Args('input', { type: () => RestoreReplyInput }) input: RestoreReplyInput, @Context() context: RequestContext): Promise<ReplyType> {
    return this.replies.restore(asMember(context.actor), input.id);
  }

  @SignedIn()
  @Mutation(() => Reading, { description: 'Only ever forward.' })
  markSeen(@Args('input', { type: () => MarkSeenInput }) input: MarkSeenInput, @Context() context: RequestContext): Promise<Reading> {
    return this.reading.markSeen(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => Reading, { description: 'From that number on everything is unread again.' })
  markUnread(@Args('input', { type: () => MarkUnreadInput }) input: MarkUnreadInput, @Context() context: RequestContext): Promise<Reading> {
    return this.reading.markUnread(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => Reading)
  followThread(@Args('input', { type: () => FollowThreadInput }) input: FollowThreadInput, @Context() context: RequestContext): Promise<Reading> {
    return this.reading.follow(asMember(context.actor), input);
  }
}

import { Args, Context, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { forumLimits } from '@crosscity/forum/contract';
import { VoiceType } from '@crosscity/identity/server';
import { Limited, type RequestContext, SignedIn, notFound, refuse } from '@crosscity/platform/server';
import { isUUID } from 'class-validator';
import { may } from './forum.policy';
import { LessonsRepository } from './lessons.repository';
import { type Mentionable, MentionsRepository } from './mentions.repository';

@ObjectType('Mentionable', { description: 'Somebody who can be named in a discussion.' })
export class MentionableType implements Mentionable {
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => Boolean, { description: 'False: they can\'t read the discussion, so they are not told.' }) canRead: boolean;
}

/** A zero character, or half of a pair. */
const UNSTORABLE = /[\0\p{Cs}]/u;

@Resolver()
export class MentionsResolver {
  constructor(
    private readonly lessons: LessonsRepository,
    private readonly mentions: MentionsRepository,
  ) {}

  @SignedIn()
  @Limited({ points: 240, seconds: 60 })
  @Query(() => [MentionableType], { description: 'People and cities by a piece of their name; those who take part first. Nobody who is not listed, unless they take part.' })
  async mentionable(@Args('threadId', { type: () => ID }) threadId: string, @Args('text', { type: () => String }) text: string, @Context() { actor }: RequestContext): Promise<Mentionable[]> {
    if (text.length > forumLimits.mentionText || UNSTORABLE.test(text)) throw refuse('platform.invalid', { fields: { text: 'maxLength' } });
    const thread = isUUID(threadId) ? (await this.lessons.summaries([threadId])).get(threadId) : undefined;
    if (!thread || may.read(actor, thread) !== 'yes') throw notFound();
    return this.mentions.find(thread, text.trim(), forumLimits.mentionsOffered);
  }
}

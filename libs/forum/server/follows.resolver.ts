import { Injectable } from '@nestjs/common';
import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Parent, Query, ResolveField, Resolver, registerEnumType } from '@nestjs/graphql';
import { NEWS_LEVELS, type NewsLevel } from '@crosscity/forum/contract';
import { MemberType, VoiceType } from '@crosscity/identity/server';
import { type Member, type RequestContext, SignedIn, Work, asMember, loaderOf, notFound } from '@crosscity/platform/server';
import { IsEnum, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { FollowsRepository } from './follows.repository';

const NewsLevelEnum = Object.fromEntries(NEWS_LEVELS.map((level) => [level, level])) as { [L in NewsLevel]: L };
registerEnumType(NewsLevelEnum, { name: 'NewsLevel', description: 'told: each new lesson and question comes to the inbox. shown: they stand on the home page only.' });

@ObjectType()
export class FollowedTheme {
  @Field(() => ID) slug: string;
  @Field(() => String) name: string;
  @Field(() => NewsLevelEnum, { nullable: true, description: 'Null: not followed.' }) level: NewsLevel | null;
}

@ObjectType()
export class FollowedVoice {
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => NewsLevelEnum) level: NewsLevel;
}

@ObjectType({ description: 'What one hears of. Nobody else sees it.' })
export class Following {
  @Field(() => [FollowedTheme], { description: 'All themes, followed or not.' }) themes: FollowedTheme[];
  @Field(() => [FollowedVoice], { description: 'Cities and members.' }) voices: FollowedVoice[];
}

@InputType()
export class FollowThemeInput {
  @Field(() => String, { description: 'Slug.' }) @IsString() @MaxLength(100) theme: string;
  @Field(() => NewsLevelEnum, { nullable: true, description: 'Null: not any more.' }) @IsOptional() @IsEnum(NewsLevelEnum) level?: NewsLevel | null;
}

@InputType()
export class FollowVoiceInput {
  @Field(() => ID, { description: 'Of a member or a city.' }) @IsUUID() voiceId: string;
  @Field(() => NewsLevelEnum, { nullable: true, description: 'Null: not any more.' }) @IsOptional() @IsEnum(NewsLevelEnum) level?: NewsLevel | null;
}

/** What one wants to hear of. */
@Injectable()
export class FollowsService {
  constructor(
    private readonly work: Work,
    private readonly follows: FollowsRepository,
  ) {}

  async of(actor: Member): Promise<Following> {
    const [themes, voices] = await Promise.all([this.follows.themes(actor), this.follows.voices(actor.personId)]);
    return { themes, voices };
  }

  async theme(actor: Member, { theme, level = null }: FollowThemeInput): Promise<Following> {
    if (!(await this.work.run(actor, (tx) => this.follows.setTheme(tx, actor.personId, theme, level)))) throw notFound();
    return this.of(actor);
  }

  async voice(actor: Member, { voiceId, level = null }: FollowVoiceInput): Promise<Following> {
    if (!(await this.work.run(actor, (tx) => this.follows.setVoice(tx, actor.personId, voiceId, level)))) throw notFound();
    return this.of(actor);
  }
}

@Resolver()
export class FollowsResolver {
  constructor(private readonly follows: FollowsService) {}

  @SignedIn()
  @Query(() => Following)
  following(@Context() context: RequestContext): Promise<Following> {
    return this.follows.of(asMember(context.actor));
  }

  @SignedIn()
  @Mutation(() => Following)
  followTheme(@Args('input', { type: () => FollowThemeInput }) input: FollowThemeInput, @Context() context: RequestContext): Promise<Following> {
    return this.follows.theme(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => Following, { description: 'A member or a city. Refuses with platform.notFound for members who are not listed.' })
  followVoice(@Args('input', { type: () => FollowVoiceInput }) input: FollowVoiceInput, @Context() context: RequestContext): Promise<Following> {
    return this.follows.voice(asMember(context.actor), input);
  }
}

@Resolver(() => MemberType)
export class MemberFollowResolver {
  constructor(private readonly follows: FollowsRepository) {}

  @ResolveField(() => NewsLevelEnum, { nullable: true, description: 'What whoever asks hears of them; null: they don\'t follow.' })
  followLevel(@Parent() { id }: MemberType, @Context() context: RequestContext): Promise<NewsLevel | null> | null {
    const { actor } = context;
    return actor.kind === 'member' ? loaderOf<string, NewsLevel>(context, 'forum.followLevels', (ids) => this.follows.levels(actor.personId, ids)).load(id) : null;
  }
}

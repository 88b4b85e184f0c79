import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { type Adaptation, type FollowLevel, type TrialResult, forumLimits } from '@crosscity/forum/contract';
import { CONTENT_LANGUAGES, platformLimits } from '@crosscity/platform/contract';
import { IsStorableText } from '@crosscity/platform/server';
import { IsBoolean, IsEnum, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { AdaptationEnum, FollowLevelEnum, TrialResultEnum } from './forum.enums';

const languages = Object.keys(CONTENT_LANGUAGES);
const WRITTEN = /\S/u;

@ArgsType()
export class RepliesArgs {
  @Field(() => Int, { defaultValue: platformLimits.page.usual }) @IsInt() @Min(1) @Max(platformLimits.page.most) first: number = platformLimits.page.usual;
  @Field(() => String, { nullable: true, description: 'The `nextCursor` of another page.' }) @IsOptional() @IsString() @MaxLength(platformLimits.cursor) after?: string | null;
  @Field(() => String, { nullable: true, description: 'The `previousCursor` of another page.' }) @IsOptional() @IsString() @MaxLength(platformLimits.cursor) before?: string | null;
  @Field(() => Int, { nullable: true, description: 'Those with a higher number: what came since.' }) @IsOptional() @IsInt() @Min(0) afterSeq?: number | null;
  @Field(() => ID, { nullable: true, description: 'Begin two before this reply.' }) @IsOptional() @IsUUID() at?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Begin two before the first unread one, if there is one.' }) @IsOptional() @IsBoolean() unread?: boolean | null;
}

@ArgsType()
export class ChangedRepliesArgs {
  @Field(() => Int, { description: 'The `lastChange` that one knows.' }) @IsInt() @Min(0) since: number;
  @Field(() => Int, { defaultValue: platformLimits.page.most }) @IsInt() @Min(1) @Max(platformLimits.page.most) first: number = platformLimits.page.most;
}

@InputType()
export class PostReplyInput {
  @Field(() => String) @MinLength(1) @MaxLength(platformLimits.key) key: string;
  @Field(() => ID) @IsUUID() threadId: string;
  @Field(() => ID, { nullable: true, description: 'The reply that is answered. An answer to an answer joins the same row of answers.' }) @IsOptional() @IsUUID() parentId?: string | null;
  @Field(() => String, { description: 'Markdown subset.' }) @IsStorableText() @Matches(WRITTEN) @MaxLength(forumLimits.reply) text: string;
  @Field(() => String, { nullable: true, description: 'BCP 47; found out from the text where it is missing.' }) @IsOptional() @IsIn(languages) language?: string | null;
  @Field(() => ID, { nullable: true, description: 'Speak as one\'s city; else by one\'s own name.' }) @IsOptional() @IsUUID() voiceId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The draft that it grew in; it is put away.' }) @IsOptional() @IsUUID() draftId?: string | null;
}

@InputType()
export class RecordTrialInput {
  @Field(() => String) @MinLength(1) @MaxLength(platformLimits.key) key: string;
  @Field(() => ID) @IsUUID() threadId: string;
  @Field(() => ID, { description: 'Where it was tried.' }) @IsUUID() cityId: string;
  @Field(() => AdaptationEnum) @IsEnum(AdaptationEnum) adaptation: Adaptation;
  @Field(() => String, { nullable: true, description: 'What was changed.' }) @IsOptional() @IsStorableText() @MaxLength(forumLimits.change) change?: string | null;
  @Field(() => TrialResultEnum) @IsEnum(TrialResultEnum) result: TrialResult;
  @Field(() => String, { description: 'One sentence.' }) @IsStorableText() @Matches(WRITTEN) @MaxLength(forumLimits.advice) advice: string;
  @Field(() => String, { nullable: true, description: 'More, for the discussion.' }) @IsOptional() @IsStorableText() @MaxLength(forumLimits.reply) text?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsIn(languages) language?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() voiceId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() draftId?: string | null;
}

@InputType()
export class EditReplyInput {
  @Field(() => ID) @IsUUID() id: string;
  @Field(() => String) @IsStorableText() @Matches(WRITTEN) @MaxLength(forumLimits.reply) text: string;
}

@InputType()
export class WithdrawReplyInput {
  @Field(() => ID) @IsUUID() id: string;
}

@InputType()
export class RestoreReplyInput {
  @Field(() => ID) @IsUUID() id: string;
}

@InputType()
export class MarkSeenInput {
  @Field(() => ID) @IsUUID() threadId: string;
  @Field(() => Int, { description: 'Number of the newest reply that was on the screen; 0 where there was none.' }) @IsInt() @Min(0) upTo: number;
}

@InputType()
export class MarkUnreadInput {
  @Field(() => ID) @IsUUID() threadId: string;
  @Field(() => Int, { description: 'Number of the first reply to be unread again.' }) @IsInt() @Min(1) from: number;
}

@InputType()
export class FollowThreadInput {
  @Field(() => ID) @IsUUID() threadId: string;
  @Field(() => FollowLevelEnum) @IsEnum(FollowLevelEnum) level: FollowLevel;
}

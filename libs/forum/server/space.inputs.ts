import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { type Joining, type SpaceKind, forumLimits } from '@crosscity/forum/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { IdempotencyKey, IsPlainLine, IsStorableText } from '@crosscity/platform/server';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsEnum, IsIn, IsInt, IsOptional, IsUUID, Matches, MaxLength, Min } from 'class-validator';
import { JoiningEnum, SpaceKindEnum } from './space.type';

const WRITTEN = /\S/u;
const languages = Object.keys(CONTENT_LANGUAGES);

@InputType()
export class SpaceSettingsInput {
  @Field(() => String) @IsPlainLine() @Matches(WRITTEN) @MaxLength(forumLimits.spaceName) name: string;
  @Field(() => String) @IsStorableText() @MaxLength(forumLimits.spacePurpose) purpose: string;
  @Field(() => String, { description: 'The language of name and purpose (BCP 47).' }) @IsIn(languages) language: string;
  @Field(() => SpaceKindEnum) @IsEnum(SpaceKindEnum) kind: SpaceKind;
  @Field(() => JoiningEnum) @IsEnum(JoiningEnum) joining: Joining;
  @Field(() => [ID], { nullable: true, description: 'Cities whose members may join by themselves, where one joins so.' }) @IsOptional() @IsArray() @ArrayMaxSize(forumLimits.spaceCities) @ArrayUnique() @IsUUID(undefined, { each: true }) cityIds?: string[] | null;
}

@InputType()
export class CreateSpaceInput extends SpaceSettingsInput {
  @IdempotencyKey() key: string;
  @Field(() => String, { description: 'Handle of the member who will care for it.' }) @IsPlainLine() @MaxLength(100) moderator: string;
  @Field(() => String, { nullable: true, description: 'Markdown; who joins accepts it.' }) @IsOptional() @IsStorableText() @MaxLength(forumLimits.spaceAgreement) agreement?: string | null;
}

@InputType()
export class EditSpaceInput extends SpaceSettingsInput {
  @Field(() => ID) @IsUUID() id: string;
  @Field(() => Int, { description: 'The version that was read before.' }) @IsInt() @Min(1) version: number;
}

@InputType()
export class PublishSpaceAgreementInput {
  @Field(() => ID) @IsUUID() spaceId: string;
  @Field(() => Int, { description: 'The version that it follows; 0 for the first.' }) @IsInt() @Min(0) after: number;
  @Field(() => String) @IsStorableText() @Matches(WRITTEN) @MaxLength(forumLimits.spaceAgreement) text: string;
}

@InputType()
export class SpaceInput {
  @Field(() => ID) @IsUUID() spaceId: string;
}

@InputType()
export class AgreeToSpaceInput {
  @Field(() => ID) @IsUUID() spaceId: string;
  @Field(() => Int, { description: 'The version that was read and is accepted; 0 where there is none.' }) @IsInt() @Min(0) agreement: number;
}

@InputType()
export class AskToJoinSpaceInput extends AgreeToSpaceInput {
  @IdempotencyKey() key: string;
  @Field(() => String) @IsStorableText() @Matches(WRITTEN) @MaxLength(forumLimits.spaceWhy) why: string;
}

@InputType()
export class AnswerSpaceInvitationInput {
  @Field(() => ID) @IsUUID() id: string;
  @Field(() => Boolean) @IsBoolean() accept: boolean;
  @Field(() => Int, { nullable: true, description: 'The version that is accepted.' }) @IsOptional() @IsInt() @Min(0) agreement?: number | null;
}

@InputType()
export class DecideSpaceRequestInput {
  @Field(() => ID) @IsUUID() id: string;
  @Field(() => Boolean) @IsBoolean() admit: boolean;
  @Field(() => String, { nullable: true, description: 'Needed for a refusal; they read it.' }) @IsOptional() @IsStorableText() @MaxLength(forumLimits.spaceReason) reason?: string | null;
}

@InputType()
export class SpaceEntryInput {
  @Field(() => ID) @IsUUID() id: string;
}

@InputType()
export class InviteToSpaceInput {
  @IdempotencyKey() key: string;
  @Field(() => ID) @IsUUID() spaceId: string;
  @Field(() => String) @IsPlainLine() @MaxLength(100) handle: string;
}

@InputType()
export class SpaceMemberInput {
  @Field(() => ID) @IsUUID() spaceId: string;
  @Field(() => ID, { description: 'Id of their voice.' }) @IsUUID() memberId: string;
}

@InputType()
export class RemoveSpaceMemberInput extends SpaceMemberInput {
  @Field(() => String, { description: 'They read it.' }) @IsStorableText() @Matches(WRITTEN) @MaxLength(forumLimits.spaceReason) reason: string;
}

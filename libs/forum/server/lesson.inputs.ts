import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { type Audience, type EvidenceLevel, type LessonSort, type PreventionLevel, type TrialResult, forumLimits } from '@crosscity/forum/contract';
import { CONTENT_LANGUAGES, platformLimits } from '@crosscity/platform/contract';
import { IsPlainLine, IsStorableText, PageArgs } from '@crosscity/platform/server';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsEnum, IsIn, IsInt, IsOptional, IsUrl, IsUUID, Matches, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { AudienceEnum, EvidenceLevelEnum, LessonSortEnum, PreventionLevelEnum, TrialResultEnum } from './forum.enums';

const languages = Object.keys(CONTENT_LANGUAGES);
/** Something is written there, not only spaces. */
const WRITTEN = /\S/u;

@InputType()
export class LessonWordsInput {
  @Field(() => String) @IsPlainLine() @Matches(WRITTEN) @MaxLength(forumLimits.title) title: string;
  @Field(() => String, { description: 'In short: what to take from it.' }) @IsStorableText() @Matches(WRITTEN) @MaxLength(forumLimits.short) short: string;
  @Field(() => String, { defaultValue: '' }) @IsStorableText() @MaxLength(forumLimits.part) context: string;
  @Field(() => String) @IsStorableText() @Matches(WRITTEN) @MaxLength(forumLimits.part) did: string;
  @Field(() => String) @IsStorableText() @Matches(WRITTEN) @MaxLength(forumLimits.part) happened: string;
  @Field(() => String, { defaultValue: '' }) @IsStorableText() @MaxLength(forumLimits.part) differently: string;
  @Field(() => String, { defaultValue: '' }) @IsStorableText() @MaxLength(forumLimits.part) elsewhere: string;
  @Field(() => [String], { description: 'Slugs, 1 to 5.' }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(forumLimits.themes) @ArrayUnique() @MaxLength(100, { each: true }) themes: string[];
  @Field(() => PreventionLevelEnum) @IsEnum(PreventionLevelEnum) level: PreventionLevel;
  @Field(() => AudienceEnum) @IsEnum(AudienceEnum) audience: Audience;
  @Field(() => String, { description: 'The language that it is written in (BCP 47).' }) @IsIn(languages) language: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() cityId?: string | null;
  @Field(() => String, { nullable: true, description: 'Who evaluated it from outside. With an address or not at all; what is left out stays as it was.' }) @IsOptional() @IsPlainLine() @MaxLength(forumLimits.evaluationBy) evaluationBy?: string | null;
  @Field(() => String, { nullable: true, description: 'Where that can be read.' }) @IsOptional() @IsUrl({ protocols: ['https', 'http'], require_protocol: true, disallow_auth: true }) @MaxLength(forumLimits.evaluationUrl) evaluationUrl?: string | null;
}

@InputType()
export class PublishLessonInput extends LessonWordsInput {
  @Field(() => String) @MinLength(1) @MaxLength(platformLimits.key) key: string;
  @Field(() => ID, { nullable: true, description: 'The draft that it grew in; it is put away.' }) @IsOptional() @IsUUID() draftId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Speak as one\'s city; else by one\'s own name.' }) @IsOptional() @IsUUID() voiceId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The space in which it is to stand; who may read follows from its kind.' }) @IsOptional() @IsUUID() spaceId?: string | null;
  @Field(() => ID, { nullable: true, description: 'One\'s own trial that it grows from; it is spoken by the same voice.' }) @IsOptional() @IsUUID() grownFrom?: string | null;
}

@InputType()
export class EditLessonInput extends LessonWordsInput {
  @Field(() => ID) @IsUUID() id: string;
  @Field(() => Int, { description: 'The version that was read before editing.' }) @IsInt() @Min(1) version: number;
  @Field(() => String, { nullable: true, description: 'A word on what was changed, for the history.' }) @IsOptional() @IsStorableText() @MaxLength(forumLimits.note) note?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() draftId?: string | null;
}

@InputType()
export class WithdrawLessonInput {
  @Field(() => ID) @IsUUID() id: string;
  @Field(() => String, { nullable: true, description: 'For staff and oneself; with `showWhy` for everyone who could read it.' }) @IsOptional() @IsStorableText() @MaxLength(forumLimits.note) why?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Everyone who had read it, or would, may read why.' }) @IsOptional() @IsBoolean() showWhy?: boolean | null;
}

@InputType()
export class RestoreLessonInput {
  @Field(() => ID) @IsUUID() id: string;
}

function Choices(limit: number): PropertyDecorator {
  return (target, property) => {
    IsOptional()(target, property);
    IsArray()(target, property);
    ArrayMaxSize(forumLimits.choices)(target, property);
    MaxLength(limit, { each: true })(target, property);
  };
}

@InputType({ description: 'Values of one facet widen the list, facets narrow it.' })
export class LessonFilter {
  @Field(() => String, { nullable: true, description: 'Words that a language version must hold.' }) @IsOptional() @IsStorableText() @MaxLength(forumLimits.query) text?: string | null;
  @Field(() => [String], { nullable: true, description: 'Slugs.' }) @Choices(100) themes?: string[] | null;
  @Field(() => [PreventionLevelEnum], { nullable: true }) @Choices(20) levels?: PreventionLevel[] | null;
  @Field(() => [String], { nullable: true, description: 'Slugs.' }) @Choices(100) cities?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'BCP 47: the lesson can be read in one of them.' }) @Choices(20) languages?: string[] | null;
  @Field(() => [TrialResultEnum], { nullable: true, description: 'A trial had one of these results.' }) @Choices(20) results?: TrialResult[] | null;
  @Field(() => [EvidenceLevelEnum], { nullable: true }) @Choices(20) evidence?: EvidenceLevel[] | null;
  @Field(() => [AudienceEnum], { nullable: true }) @Choices(20) audiences?: Audience[] | null;
  @Field(() => ID, { nullable: true, description: 'Spoken by this voice.' }) @IsOptional() @IsUUID() voiceId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only what stands in this space.' }) @IsOptional() @IsUUID() spaceId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only from cities and members, and on themes, that whoever asks follows.' }) @IsOptional() @IsBoolean() followed?: boolean | null;
}

/** A class of its own: the limits of an argument that stands alone and may be null are looked at by nobody. */
@ArgsType()
export class LessonFacetsArgs {
  @Field(() => LessonFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => LessonFilter) filter?: LessonFilter | null;
}

@ArgsType()
export class LessonsArgs extends PageArgs {
  @Field(() => LessonFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => LessonFilter) filter?: LessonFilter | null;
  @Field(() => LessonSortEnum, { nullable: true }) @IsOptional() @IsEnum(LessonSortEnum) sort?: LessonSort | null;
}

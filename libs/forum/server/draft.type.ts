import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CityType } from '@crosscity/cities/server';
import { type Adaptation, type Audience, type DraftContent, type DraftKind, type PreventionLevel, type TrialResult, forumLimits } from '@crosscity/forum/contract';
import { VoiceType } from '@crosscity/identity/server';
import { IsStorableText } from '@crosscity/platform/server';
import { ArrayMaxSize, IsEnum, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { AdaptationEnum, AudienceEnum, DraftKindEnum, PreventionLevelEnum, TrialResultEnum } from './forum.enums';

/** A text field of a draft: long enough for more than may be published, since a draft is where one shortens. */
function DraftText(limit: number): PropertyDecorator {
  return (target, property) => {
    Field(() => String, { nullable: true })(target, property);
    IsOptional()(target, property);
    IsStorableText()(target, property);
    MaxLength(limit * 2)(target, property);
  };
}

/** The same fields are read and written; everything may be missing. */
@ObjectType('DraftContent')
@InputType('DraftContentInput')
export class DraftContentType implements DraftContent {
  @DraftText(forumLimits.title) title?: string | null;
  @DraftText(forumLimits.short) short?: string | null;
  @DraftText(forumLimits.part) context?: string | null;
  @DraftText(forumLimits.part) did?: string | null;
  @DraftText(forumLimits.part) happened?: string | null;
  @DraftText(forumLimits.part) differently?: string | null;
  @DraftText(forumLimits.part) elsewhere?: string | null;
  @Field(() => [String], { nullable: true }) @IsOptional() @ArrayMaxSize(forumLimits.choices) @MaxLength(100, { each: true }) themes?: string[] | null;
  @Field(() => PreventionLevelEnum, { nullable: true }) @IsOptional() @IsEnum(PreventionLevelEnum) level?: PreventionLevel | null;
  @Field(() => AudienceEnum, { nullable: true }) @IsOptional() @IsEnum(AudienceEnum) audience?: Audience | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(20) language?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() cityId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() voiceId?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() spaceId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The trial that the lesson grows from.' }) @IsOptional() @IsUUID() grownFrom?: string | null;
  @DraftText(forumLimits.evaluationBy) evaluationBy?: string | null;
  @DraftText(forumLimits.evaluationUrl) evaluationUrl?: string | null;
  @DraftText(forumLimits.note) note?: string | null;
  @DraftText(forumLimits.reply) text?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() parentId?: string | null;
  @Field(() => AdaptationEnum, { nullable: true }) @IsOptional() @IsEnum(AdaptationEnum) adaptation?: Adaptation | null;
  @DraftText(forumLimits.change) change?: string | null;
  @Field(() => TrialResultEnum, { nullable: true }) @IsOptional() @IsEnum(TrialResultEnum) result?: TrialResult | null;
  @DraftText(forumLimits.advice) advice?: string | null;
}

@ObjectType({ description: 'A text that another device had overtaken, kept beside the draft.' })
export class DraftCopy {
  @Field(() => ID) id: string;
  @Field(() => DraftContentType) content: DraftContent;
  @Field(() => String) device: string;
  @Field(() => Date) keptAt: Date;
}

@ObjectType('Draft', { description: 'An unfinished text. Only its writer sees it.' })
export class DraftType {
  @Field(() => ID) id: string;
  @Field(() => DraftKindEnum) kind: DraftKind;
  @Field(() => ID, { nullable: true, description: 'The thread to reply in; of a lesson draft, the lesson that is being edited.' }) threadId: string | null;
  @Field(() => DraftContentType) content: DraftContent;
  @Field(() => Int, { description: 'Send it back with the next save.' }) version: number;
  @Field(() => String) device: string;
  @Field(() => Date) updatedAt: Date;
  @Field(() => Date, { nullable: true }) discardedAt: Date | null;
  @Field(() => [DraftCopy], { description: 'Newest first.' }) copies: DraftCopy[];
}

@ObjectType({ description: 'What a form needs to know about whoever writes.' })
export class Writer {
  @Field(() => CityType, { nullable: true, description: 'Where they work.' }) city: CityType | null;
  @Field(() => [VoiceType], { description: 'Voices that they may speak with, their own first.' }) voices: VoiceType[];
  @Field(() => Int, { description: 'In how many cities members can read what is for members.' }) memberCityCount: number;
}

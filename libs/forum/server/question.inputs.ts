import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { type Audience, type QuestionState, forumLimits } from '@crosscity/forum/contract';
import { CONTENT_LANGUAGES, platformLimits } from '@crosscity/platform/contract';
import { IsPlainLine, IsStorableText, PageArgs } from '@crosscity/platform/server';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsEnum, IsIn, IsInt, IsOptional, IsUUID, Matches, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { AudienceEnum, QuestionStateEnum } from './forum.enums';

const languages = Object.keys(CONTENT_LANGUAGES);
const WRITTEN = /\S/u;

@InputType()
export class QuestionWordsInput {
  @Field(() => String, { description: 'The question in one sentence.' }) @IsPlainLine() @Matches(WRITTEN) @MaxLength(forumLimits.title) title: string;
  @Field(() => String, { description: 'What one should know to answer; Markdown subset, may be empty.' }) @IsStorableText() @MaxLength(forumLimits.question) text: string;
  @Field(() => [String], { description: 'Slugs, none to 5.' }) @IsArray() @ArrayMaxSize(forumLimits.themes) @ArrayUnique() @MaxLength(100, { each: true }) themes: string[];
  @Field(() => AudienceEnum) @IsEnum(AudienceEnum) audience: Audience;
  @Field(() => String, { description: 'The language that it is written in (BCP 47).' }) @IsIn(languages) language: string;
}

@InputType()
export class AskQuestionInput extends QuestionWordsInput {
  @Field(() => String) @MinLength(1) @MaxLength(platformLimits.key) key: string;
  @Field(() => ID, { nullable: true, description: 'The city that is asked; the whole network where it is missing.' }) @IsOptional() @IsUUID() askedCityId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Speak as one\'s city; else by one\'s own name.' }) @IsOptional() @IsUUID() voiceId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The draft that it grew in; it is put away.' }) @IsOptional() @IsUUID() draftId?: string | null;
}

@InputType()
export class EditQuestionInput extends QuestionWordsInput {
  @Field(() => ID) @IsUUID() id: string;
  @Field(() => Int, { description: 'The version that was read before editing.' }) @IsInt() @Min(1) version: number;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() draftId?: string | null;
}

@InputType()
export class WithdrawQuestionInput {
  @Field(() => ID) @IsUUID() id: string;
}

@InputType()
export class RestoreQuestionInput {
  @Field(() => ID) @IsUUID() id: string;
}

@InputType()
export class ChooseAnswerInput {
  @Field(() => ID, { description: 'Of the question.' }) @IsUUID() id: string;
  @Field(() => ID, { nullable: true, description: 'Null takes the choice back.' }) @IsOptional() @IsUUID() replyId?: string | null;
}

@InputType()
export class TellOutcomeInput {
  @Field(() => ID, { description: 'Of the question.' }) @IsUUID() id: string;
  @Field(() => String, { description: 'Markdown subset; empty takes the text away.' }) @IsStorableText() @MaxLength(forumLimits.outcome) text: string;
  @Field(() => Int, { description: 'The version of the outcome that was read before; 0 where there was none.' }) @IsInt() @Min(0) version: number;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() draftId?: string | null;
}

@InputType()
export class FinishQuestionInput {
  @Field(() => ID) @IsUUID() id: string;
  @Field(() => Boolean, { description: 'False opens it again.' }) @IsBoolean() finished: boolean;
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
export class QuestionFilter {
  @Field(() => String, { nullable: true, description: 'Words that it must hold.' }) @IsOptional() @IsStorableText() @MaxLength(forumLimits.query) text?: string | null;
  @Field(() => [QuestionStateEnum], { nullable: true }) @Choices(20) states?: QuestionState[] | null;
  @Field(() => [String], { nullable: true, description: 'Slugs.' }) @Choices(100) themes?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Slugs of the cities that are asked.' }) @Choices(100) cities?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'BCP 47.' }) @Choices(20) languages?: string[] | null;
}

@ArgsType()
export class QuestionsArgs extends PageArgs {
  @Field(() => QuestionFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => QuestionFilter) filter?: QuestionFilter | null;
}

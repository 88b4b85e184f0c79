import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { citiesLimits } from '@crosscity/cities/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { IdempotencyKey, IsPlainLine } from '@crosscity/platform/server';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsUUID, Matches, MaxLength, Min, ValidateNested } from 'class-validator';

@ObjectType()
export class Term {
  @Field(() => String, { description: 'BCP 47.' }) language: string;
  @Field(() => String) word: string;
}

@ObjectType({ description: 'A thing that people speak of under a theme, with its names in every language. Search finds all by each.' })
export class ThemeMeaning {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Slug of the theme.' }) theme: string;
  @Field(() => Int) version: number;
  @Field(() => [Term]) words: Term[];
}

@InputType()
export class TermInput {
  @Field(() => String) @IsIn(Object.keys(CONTENT_LANGUAGES))
  language: string;

  @Field(() => String) @IsPlainLine() @Matches(/\p{L}/u) @MaxLength(citiesLimits.term)
  word: string;
}

@InputType()
export class AddThemeMeaningInput {
  @IdempotencyKey()
  key: string;

  @Field(() => String, { description: 'Slug.' }) @MaxLength(citiesLimits.slug)
  theme: string;

  @Field(() => [TermInput]) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(citiesLimits.terms) @ValidateNested({ each: true }) @Type(() => TermInput)
  words: TermInput[];
}

@InputType()
export class EditThemeMeaningInput {
  @Field(() => ID) @IsUUID()
  id: string;

  @Field(() => Int, { description: 'The version that was edited; refused with `platform.conflict` if it is no longer the newest.' }) @IsInt() @Min(1)
  version: number;

  @Field(() => [TermInput]) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(citiesLimits.terms) @ValidateNested({ each: true }) @Type(() => TermInput)
  words: TermInput[];
}

@InputType()
export class ThemeMeaningInput {
  @Field(() => ID) @IsUUID()
  id: string;
}

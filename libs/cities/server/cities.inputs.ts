import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { citiesLimits } from '@crosscity/cities/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { IsPlainLine, IsStorableText, PageArgs } from '@crosscity/platform/server';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, ValidateNested } from 'class-validator';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Language and, where it matters, script or region: `nb`, `zh-Hant`, `pt-BR`. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;

@InputType()
export class CityFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name, in any language, or a country.' })
  @IsOptional() @IsString() @MaxLength(citiesLimits.search) @IsPlainLine()
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1, two letters.' })
  @IsOptional() @Matches(/^[A-Z]{2}$/)
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Slug of a theme.' })
  @IsOptional() @MaxLength(citiesLimits.slug) @Matches(SLUG)
  theme?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that whoever asks follows.' })
  @IsOptional()
  followed?: boolean | null;
}

@ArgsType()
export class CitiesArgs extends PageArgs {
  @Field(() => CityFilter, { nullable: true })
  @IsOptional() @ValidateNested() @Type(() => CityFilter)
  filter?: CityFilter | null;
}

@InputType()
export class FollowCityInput {
  @Field(() => ID) @IsUUID()
  cityId: string;
}

@InputType()
export class EditCityInput {
  @Field(() => ID) @IsUUID()
  cityId: string;

  @Field(() => Int, { description: 'The version that was edited; refused with `platform.conflict` if it is no longer the newest.' })
  @IsInt() @Min(1)
  version: number;

  @Field(() => String)
  @IsString() @MaxLength(citiesLimits.summary) @IsStorableText()
  summary: string;

  @Field(() => String, { description: 'Language of summary and structures.' })
  @IsIn(Object.keys(CONTENT_LANGUAGES))
  profileLanguage: string;

  @Field(() => [String])
  @ArrayMaxSize(citiesLimits.structures) @IsString({ each: true }) @MaxLength(citiesLimits.structure, { each: true }) @IsPlainLine({ each: true })
  structures: string[];

  @Field(() => [String])
  @ArrayMaxSize(citiesLimits.languages) @ArrayUnique() @Matches(LANGUAGE, { each: true })
  languages: string[];

  @Field(() => [String], { description: 'Slugs of themes.' })
  @ArrayMaxSize(citiesLimits.themes) @ArrayUnique() @MaxLength(citiesLimits.slug, { each: true }) @Matches(SLUG, { each: true })
  themes: string[];
}

import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { forumLimits } from '@crosscity/forum/contract';
import { IdempotencyKey, IsPlainLine, IsStorableText } from '@crosscity/platform/server';
import { ArrayMaxSize, IsArray, IsBoolean, IsEnum, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';

export const ViewPlaceEnum = { lessons: 'lessons', search: 'search' } as const;
export type ViewPlace = keyof typeof ViewPlaceEnum;
registerEnumType(ViewPlaceEnum, { name: 'ViewPlace', description: 'The page that a kept view opens.' });

function Values(): PropertyDecorator {
  return (target, property) => {
    Field(() => [String], { nullable: true })(target, property);
    IsOptional()(target, property);
    IsArray()(target, property);
    ArrayMaxSize(forumLimits.choices)(target, property);
    MaxLength(100, { each: true })(target, property);
    IsPlainLine({ each: true })(target, property);
  };
}

@ObjectType({ description: 'A list that one keeps; nobody else sees it.' })
export class SavedView {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => ViewPlaceEnum) place: ViewPlace;
  @Field(() => String, { description: 'Words, empty where there are none.' }) query: string;
  @Field(() => [String]) themes: string[];
  @Field(() => [String]) levels: string[];
  @Field(() => [String]) cities: string[];
  @Field(() => [String]) languages: string[];
  @Field(() => [String]) results: string[];
  @Field(() => [String]) evidence: string[];
  @Field(() => [String]) audiences: string[];
  @Field(() => Boolean, { description: 'Whether one hears of new lessons in it.' }) alerts: boolean;
  @Field(() => Date) createdAt: Date;
}

@InputType()
export class SaveViewInput {
  @IdempotencyKey()
  key: string;

  @Field(() => String) @IsPlainLine() @Matches(/\S/u) @MaxLength(forumLimits.viewName)
  name: string;

  @Field(() => ViewPlaceEnum) @IsEnum(ViewPlaceEnum)
  place: ViewPlace;

  @Field(() => String, { nullable: true }) @IsOptional() @IsStorableText() @MaxLength(forumLimits.query)
  query?: string | null;

  @Values() themes?: string[] | null;
  @Values() levels?: string[] | null;
  @Values() cities?: string[] | null;
  @Values() languages?: string[] | null;
  @Values() results?: string[] | null;
  @Values() evidence?: string[] | null;
  @Values() audiences?: string[] | null;

  @Field(() => Boolean) @IsBoolean()
  alerts: boolean;
}

@InputType()
export class ChangeViewInput {
  @Field(() => ID) @IsUUID()
  id: string;

  @Field(() => String, { nullable: true }) @IsOptional() @IsPlainLine() @Matches(/\S/u) @MaxLength(forumLimits.viewName)
  name?: string | null;

  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean()
  alerts?: boolean | null;
}

@InputType()
export class ViewInput {
  @Field(() => ID) @IsUUID()
  id: string;
}

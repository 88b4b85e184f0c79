import { ArgsType, Field } from '@nestjs/graphql';
import { forumLimits } from '@crosscity/forum/contract';
import { IsStorableText, PageArgs } from '@crosscity/platform/server';
import { IsEnum, IsOptional, MaxLength } from 'class-validator';
import { SearchHitKindEnum } from './forum.enums';

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, { description: 'Words; "in quotes" for a phrase, -word to leave out, or between alternatives.' })
  @IsStorableText() @MaxLength(forumLimits.query)
  query: string;

  @Field(() => SearchHitKindEnum, { nullable: true, description: 'Only these; counts are of both.' })
  @IsOptional() @IsEnum(SearchHitKindEnum)
  kind?: 'lesson' | 'reply' | null;
}

import { ArgsType, Field } from '@nestjs/graphql';
import { forumLimits } from '@crosscity/forum/contract';
import { IsStorableText, PageArgs } from '@crosscity/platform/server';
import { MaxLength } from 'class-validator';

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, { description: 'Words; "in quotes" for a phrase, -word to leave out, or between alternatives.' })
  @IsStorableText() @MaxLength(forumLimits.query)
  query: string;
}

import { Args, ArgsType, Context, Field, Query, Resolver } from '@nestjs/graphql';
import { forumLimits } from '@crosscity/forum/contract';
import { Anyone, IsStorableText, type RequestContext } from '@crosscity/platform/server';
import { MaxLength } from 'class-validator';
import { SearchService } from '../search.service';
import { TitleHit } from '../search.type';

@ArgsType()
export class LessonTitlesArgs {
  @Field(() => String, { description: 'Two letters at least, or nothing is found.' })
  @IsStorableText() @MaxLength(forumLimits.query)
  text: string;
}

@Resolver()
export class SearchMoreResolver {
  constructor(private readonly searching: SearchService) {}

  @Anyone()
  @Query(() => [TitleHit], { description: 'Lessons whose title holds the text, the newest five: to go to while one types.' })
  async lessonTitles(@Args() { text }: LessonTitlesArgs, @Context() { actor }: RequestContext): Promise<TitleHit[]> {
    const asked = text.replace(/\p{Cc}/gu, ' ').trim();
    return asked.length < 2 ? [] : this.searching.titles(actor, asked, 5);
  }
}

import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { forumLimits } from '@crosscity/forum/contract';
import { Anyone, Limited, type RequestContext, SignedIn, asMember, refuse, renderMarkdown } from '@crosscity/platform/server';
import { FacetsRepository } from './facets.repository';
import { EditLessonInput, LessonFacetsArgs, LessonsArgs, PublishLessonInput, RestoreLessonInput, WithdrawLessonInput } from './lesson.inputs';
import { Facet, LessonMarkdown, LessonPage, LessonRevision, LessonType } from './lesson.type';
import { LessonLists } from './lesson-lists';
import { LessonsService } from './lessons.service';
import { SearchPage } from './search.type';
import { SearchService } from './search.service';
import { SearchArgs } from './search.inputs';

const WRITES = { points: 30, seconds: 600 };

@Resolver(() => LessonType)
export class LessonsResolver {
  constructor(
    private readonly lessons: LessonsService,
    private readonly lists: LessonLists,
    private readonly facets: FacetsRepository,
    private readonly searching: SearchService,
  ) {}

  @Anyone()
  @Query(() => LessonType, { description: 'Refuses with platform.notFound, or forum.gone { at, rule } for what is hidden or withdrawn.' })
  lesson(@Args('id', { type: () => ID }) id: string, @Args('language', { type: () => String, nullable: true }) language: string | undefined | null, @Context() context: RequestContext): Promise<LessonType> {
    return this.lessons.read(context.actor, id, language ?? null);
  }

  @Anyone()
  @Query(() => LessonPage, { name: 'lessons' })
  list(@Args() args: LessonsArgs, @Context() context: RequestContext): Promise<LessonPage> {
    return this.lists.page({ filter: args.filter ?? {}, actor: context.actor }, args);
  }

  @Anyone()
  @Query(() => [Facet])
  lessonFacets(@Args() { filter }: LessonFacetsArgs, @Context() context: RequestContext): Promise<Facet[]> {
    return this.facets.of({ filter: filter ?? {}, actor: context.actor });
  }

  @Anyone()
  @Query(() => SearchPage)
  searchForum(@Args() args: SearchArgs, @Context() context: RequestContext): Promise<SearchPage> {
    return this.searching.search(context.actor, args);
  }

  @SignedIn()
  @Query(() => [LessonRevision], { description: 'Newest first.' })
  lessonHistory(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<LessonRevision[]> {
    return this.lessons.history(context.actor, id);
  }

  @SignedIn()
  @Query(() => LessonMarkdown, { description: 'The original as it was written, for whoever may edit it.' })
  lessonSource(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<LessonMarkdown> {
    return this.lessons.markdown(context.actor, id);
  }

  @SignedIn()
  @Limited({ points: 120, seconds: 60 })
  @Query(() => String, { description: 'Clean HTML of a text in the Markdown subset.' })
  previewText(@Args('text', { type: () => String }) text: string): string {
    if (text.length > forumLimits.part) throw refuse('platform.invalid', { fields: { text: 'maxLength' } });
    return renderMarkdown(text);
  }

  @SignedIn()
  @Limited(WRITES)
  @Mutation(() => LessonType)
  publishLesson(@Args('input', { type: () => PublishLessonInput }) input: PublishLessonInput, @Context() context: RequestContext): Promise<LessonType> {
    return this.lessons.publish(asMember(context.actor), input);
  }

  @SignedIn()
  @Limited(WRITES)
  @Mutation(() => LessonType, { description: 'Refuses with forum.lessonChanged where somebody edited it since.' })
  editLesson(@Args('input', { type: () => EditLessonInput }) input: EditLessonInput, @Context() context: RequestContext): Promise<LessonType> {
    return this.lessons.edit(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => LessonType)
  withdrawLesson(@Args('input', { type: () => WithdrawLessonInput }) input: WithdrawLessonInput, @Context() context: RequestContext): Promise<LessonType> {
    return this.lessons.withdraw(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => LessonType, { description: 'Takes a withdrawal back.' })
  restoreLesson(@Args('input', { type: () => RestoreLessonInput }) input: RestoreLessonInput, @Context() context: RequestContext): Promise<LessonType> {
    return this.lessons.restore(asMember(context.actor), input);
  }
}

import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CityType } from '@crosscity/cities/server';
import { AttachedFile, AttachedFiles } from '@crosscity/files/server';
import { MemberType } from '@crosscity/identity/server';
import { PageArgs, type RequestContext, loaderOf, refuse } from '@crosscity/platform/server';
import { platformLimits } from '@crosscity/platform/contract';
import { DraftType } from './draft.type';
import { LessonPage, LessonPartText, LessonType } from './lesson.type';
import { LessonLists } from './lesson-lists';
import { LessonsRepository } from './lessons.repository';
import { RepliesRepository } from './replies.repository';
import { ChangedRepliesArgs, RepliesArgs } from './reply.inputs';
import { ChangedReplies, ReplyPage, TrialType } from './reply.type';

function atMost(first: number): number {
  if (first < 1 || first > platformLimits.page.most) throw refuse('platform.invalid', { fields: { first: 'max' } });
  return first;
}

/** The fields of a lesson that need a statement of their own. Nothing below a reply does. */
@Resolver(() => LessonType)
export class LessonFieldsResolver {
  constructor(
    private readonly lessons: LessonsRepository,
    private readonly repliesOf: RepliesRepository,
    private readonly attached: AttachedFiles,
  ) {}

  @ResolveField(() => [AttachedFile], { description: 'Pictures, documents and videos that readers see.' })
  files(@Parent() lesson: LessonType, @Context() context: RequestContext): Promise<AttachedFile[]> {
    return loaderOf<string, AttachedFile[]>(context, 'forum.files', (ids) => this.attached.of('lesson', ids, 'readers')).load(lesson.id).then((files) => files ?? []);
  }

  @ResolveField(() => [LessonPartText], { description: 'All five, in their order.' })
  parts(@Parent() lesson: LessonType, @Context() context: RequestContext): LessonPartText[] | Promise<LessonPartText[]> {
    if (lesson.loadedParts) return lesson.loadedParts;
    const loader = loaderOf<string, LessonPartText[]>(context, 'forum.parts', (keys) => this.lessons.parts(keys.map((key) => ({ id: key.slice(0, 36), language: key.slice(37) }))));
    return loader.load(`${lesson.id}:${lesson.language}`).then((parts) => parts ?? []);
  }

  @ResolveField(() => [TrialType], { description: 'Those that can be read, newest first.' })
  trials(@Parent() lesson: LessonType, @Args('first', { type: () => Int, defaultValue: platformLimits.page.usual }) first: number): TrialType[] | Promise<TrialType[]> {
    return lesson.trialCount === 0 ? [] : this.repliesOf.trials(lesson.id, atMost(first));
  }

  @ResolveField(() => ReplyPage, { description: 'In the order of their numbers. Without `after`, `before`, `afterSeq`, `at` or `unread` from the first on.' })
  replies(@Parent() lesson: LessonType, @Args() args: RepliesArgs, @Context() context: RequestContext): Promise<ReplyPage> {
    return this.repliesOf.page(lesson, args, context.actor);
  }

  @ResolveField(() => ChangedReplies, { description: 'Replies that were edited, taken away or brought back since, for a page that shows them already.' })
  changedReplies(@Parent() lesson: LessonType, @Args() { since, first }: ChangedRepliesArgs, @Context() context: RequestContext): Promise<ChangedReplies> {
    return this.repliesOf.changed(lesson, since, first, context.actor);
  }
}

@Resolver(() => LessonPage)
export class LessonPageResolver {
  @ResolveField(() => Int)
  totalCount(@Parent() page: LessonPage): Promise<number> {
    return page.counted();
  }
}

@Resolver(() => DraftType)
export class DraftFieldsResolver {
  constructor(private readonly lessons: LessonsRepository) {}

  @ResolveField(() => LessonType, { nullable: true, description: 'The lesson that it answers or edits; null where that can\'t be read any more.' })
  lesson(@Parent() draft: DraftType, @Context() context: RequestContext): Promise<LessonType | null> | null {
    if (!draft.threadId) return null;
    return loaderOf<string, LessonType>(context, 'forum.lessons', (ids) => this.lessons.byIds(ids, context.actor)).load(draft.threadId);
  }
}

/** What the forum adds to a city. */
@Resolver(() => CityType)
export class CityLessonsResolver {
  constructor(
    private readonly lists: LessonLists,
    private readonly repliesOf: RepliesRepository,
  ) {}

  @ResolveField(() => LessonPage, { description: 'Lessons from there, newest first.' })
  lessons(@Parent() city: CityType, @Args() args: PageArgs, @Context() context: RequestContext): Promise<LessonPage> {
    return this.lists.page({ filter: {}, actor: context.actor, cityId: city.id }, args);
  }

  @ResolveField(() => [TrialType], { description: 'Lessons that were tried there, newest first.' })
  async trials(@Parent() city: CityType, @Args('first', { type: () => Int, defaultValue: platformLimits.page.usual }) first: number, @Context() context: RequestContext): Promise<TrialType[]> {
    const page = await this.repliesOf.trialsIn(city.id, atMost(first), null, context.actor);
    return page.items;
  }
}

/** What the forum adds to a trial: the lesson that was tried. */
@Resolver(() => TrialType)
export class TrialLessonResolver {
  constructor(private readonly lessons: LessonsRepository) {}

  @ResolveField(() => LessonType, { nullable: true })
  lesson(@Parent() trial: TrialType, @Context() context: RequestContext): Promise<LessonType | null> {
    return loaderOf<string, LessonType>(context, 'forum.lessons', (ids) => this.lessons.byIds(ids, context.actor)).load(trial.threadId);
  }
}

/** What the forum adds to a member. A member's id is that of their voice. */
@Resolver(() => MemberType)
export class MemberLessonsResolver {
  constructor(private readonly lists: LessonLists) {}

  @ResolveField(() => LessonPage, { description: 'Lessons that they wrote by their own name, newest first.' })
  lessons(@Parent() member: MemberType, @Args() args: PageArgs, @Context() context: RequestContext): Promise<LessonPage> {
    return this.lists.page({ filter: {}, actor: context.actor, voiceId: member.id }, args);
  }
}

import { Args, Context, Field, ID, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver, registerEnumType } from '@nestjs/graphql';
import { forumLimits } from '@crosscity/forum/contract';
import { platformLimits } from '@crosscity/platform/contract';
import { Anyone, Limited, type RequestContext, SignedIn, asMember, loaderOf, refuse } from '@crosscity/platform/server';
import { pathOf } from './forum.subjects';
import { AskQuestionInput, ChooseAnswerInput, EditQuestionInput, FinishQuestionInput, QuestionFilter, QuestionsArgs, RestoreQuestionInput, TellOutcomeInput, WithdrawQuestionInput } from './question.inputs';
import { QuestionFacet, QuestionOutcome, QuestionPage, QuestionSource, QuestionType } from './question.type';
import { QuestionsRepository } from './questions.repository';
import { QuestionsService } from './questions.service';
import { RepliesRepository } from './replies.repository';
import { ChangedRepliesArgs, RepliesArgs } from './reply.inputs';
import { ChangedReplies, ReplyPage, ReplyType } from './reply.type';
import { SimilarRepository } from './similar.repository';
import type { ThreadKind } from './thread.entity';

/** A zero character, or half of a pair. */
const UNSTORABLE = /[\0\p{Cs}]/u;
const WRITES = { points: 30, seconds: 600 };
const ThreadKindEnum = { lesson: 'lesson', question: 'question' } as const satisfies Record<ThreadKind, ThreadKind>;
registerEnumType(ThreadKindEnum, { name: 'ThreadKind' });

@ObjectType({ description: 'A lesson or question that says nearly the same.' })
export class SimilarThread {
  @Field(() => ID) id: string;
  @Field(() => ThreadKindEnum) kind: ThreadKind;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'BCP 47.' }) language: string;
  @Field(() => String) path: string;
  @Field(() => Int) replyCount: number;
  @Field(() => Boolean, { description: 'A question whose answer was chosen.' }) isAnswered: boolean;
}

@Resolver(() => QuestionType)
export class QuestionsResolver {
  constructor(
    private readonly service: QuestionsService,
    private readonly questions: QuestionsRepository,
    private readonly repliesOf: RepliesRepository,
    private readonly likeOnes: SimilarRepository,
  ) {}

  @Anyone()
  @Query(() => QuestionType, { description: 'Refuses with platform.notFound, or forum.gone { at, rule } for what is hidden or withdrawn.' })
  question(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<QuestionType> {
    return this.service.read(context.actor, id);
  }

  @Anyone()
  @Query(() => QuestionPage, { name: 'questions', description: 'Newest first.' })
  async list(@Args() args: QuestionsArgs, @Context() { actor }: RequestContext): Promise<QuestionPage> {
    const filter = args.filter ?? {};
    const page = await this.questions.page(filter, actor, args.first, args.after);
    const isWhole = !args.after && page.nextCursor === null;
    return { items: page.items, nextCursor: page.nextCursor, counted: async () => (isWhole ? page.items.length : this.questions.count(filter, actor)) };
  }

  @Anyone()
  @Query(() => [QuestionFacet])
  questionFacets(@Args('filter', { type: () => QuestionFilter, nullable: true }) filter: QuestionFilter | undefined | null, @Context() context: RequestContext): Promise<QuestionFacet[]> {
    return this.questions.facets(filter ?? {}, context.actor);
  }

  @Anyone()
  @Query(() => [QuestionType], { description: 'Unanswered ones that whoever asks could answer: to their city, or in a language and on a theme of theirs. None for guests.' })
  async waitingQuestions(@Args('first', { type: () => Int, defaultValue: 3 }) first: number, @Context() context: RequestContext): Promise<QuestionType[]> {
    if (first < 1 || first > platformLimits.page.most) throw refuse('platform.invalid', { fields: { first: 'max' } });
    return context.actor.kind === 'member' ? this.questions.waiting(context.actor, first) : [];
  }

  @SignedIn()
  @Limited({ points: 120, seconds: 60 })
  @Query(() => [SimilarThread], { description: 'Lessons and questions like a sentence that is being typed, best first.' })
  async similarThreads(@Args('text', { type: () => String }) text: string, @Args('except', { type: () => ID, nullable: true }) except: string | undefined | null, @Context() context: RequestContext): Promise<SimilarThread[]> {
    const asked = text.trim();
    if (asked.length > forumLimits.title || UNSTORABLE.test(asked)) throw refuse('platform.invalid', { fields: { text: 'maxLength' } });
    if (!asked) return [];
    const rows = await this.likeOnes.of(asked, context.actor, forumLimits.similar, isId(except) ? except : null);
    return rows.map((row) => ({ id: row.id, kind: row.kind, title: row.title, language: row.language, path: pathOf(row), replyCount: row.reply_count, isAnswered: row.is_answered }));
  }

  @SignedIn()
  @Query(() => QuestionSource, { description: 'The question as it was written, for whoever may edit it.' })
  questionSource(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<QuestionSource> {
    return this.service.source(asMember(context.actor), id);
  }

  @SignedIn()
  @Limited(WRITES)
  @Mutation(() => QuestionType)
  askQuestion(@Args('input', { type: () => AskQuestionInput }) input: AskQuestionInput, @Context() context: RequestContext): Promise<QuestionType> {
    return this.service.ask(asMember(context.actor), input);
  }

  @SignedIn()
  @Limited(WRITES)
  @Mutation(() => QuestionType, { description: 'Refuses with forum.questionChanged where somebody edited it since.' })
  editQuestion(@Args('input', { type: () => EditQuestionInput }) input: EditQuestionInput, @Context() context: RequestContext): Promise<QuestionType> {
    return this.service.edit(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => QuestionType)
  withdrawQuestion(@Args('input', { type: () => WithdrawQuestionInput }) input: WithdrawQuestionInput, @Context() context: RequestContext): Promise<QuestionType> {
    return this.service.withdraw(asMember(context.actor), input.id);
  }

  @SignedIn()
  @Mutation(() => QuestionType, { description: 'Takes a withdrawal back.' })
  restoreQuestion(@Args('input', { type: () => RestoreQuestionInput }) input: RestoreQuestionInput, @Context() context: RequestContext): Promise<QuestionType> {
    return this.service.restore(asMember(context.actor), input.id);
  }

  @SignedIn()
  @Mutation(() => QuestionType, { description: '"This helped." Refuses with forum.closed where the reply can\'t be read.' })
  chooseAnswer(@Args('input', { type: () => ChooseAnswerInput }) input: ChooseAnswerInput, @Context() context: RequestContext): Promise<QuestionType> {
    return this.service.choose(asMember(context.actor), input);
  }

  @SignedIn()
  @Limited(WRITES)
  @Mutation(() => QuestionType, { description: '"What we did with it." Refuses with forum.questionChanged where somebody wrote one since.' })
  tellOutcome(@Args('input', { type: () => TellOutcomeInput }) input: TellOutcomeInput, @Context() context: RequestContext): Promise<QuestionType> {
    return this.service.tellOutcome(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => QuestionType)
  finishQuestion(@Args('input', { type: () => FinishQuestionInput }) input: FinishQuestionInput, @Context() context: RequestContext): Promise<QuestionType> {
    return this.service.finish(asMember(context.actor), input);
  }

  @ResolveField(() => ReplyPage, { description: 'In the order of their numbers. Without `after`, `before`, `afterSeq`, `at` or `unread` from the first on.' })
  replies(@Parent() question: QuestionType, @Args() args: RepliesArgs, @Context() context: RequestContext): Promise<ReplyPage> {
    return this.repliesOf.page(question, args, context.actor);
  }

  @ResolveField(() => ChangedReplies, { description: 'Replies that were edited, taken away or brought back since, for a page that shows them already.' })
  changedReplies(@Parent() question: QuestionType, @Args() { since, first }: ChangedRepliesArgs, @Context() context: RequestContext): Promise<ChangedReplies> {
    return this.repliesOf.changed(question, since, first, context.actor);
  }

  @ResolveField(() => ReplyType, { nullable: true, description: 'The reply that was chosen, while it can be read.' })
  answer(@Parent() { answerId }: QuestionType, @Context() context: RequestContext): Promise<ReplyType | null> | null {
    return answerId ? loaderOf<string, ReplyType>(context, 'forum.replies', (ids) => this.repliesOf.byIds(ids, context.actor)).load(answerId) : null;
  }

  @ResolveField(() => QuestionOutcome, { nullable: true })
  outcome(@Parent() { id, outcomeVersion, viewerCan }: QuestionType, @Context() context: RequestContext): Promise<QuestionOutcome | null> | null {
    if (outcomeVersion === 0) return null;
    return loaderOf<string, QuestionOutcome>(context, `forum.outcomes ${viewerCan.decide}`, (ids) => this.questions.outcomes(ids, viewerCan.decide)).load(id);
  }
}

@Resolver(() => QuestionPage)
export class QuestionPageResolver {
  @ResolveField(() => Int)
  totalCount(@Parent() page: QuestionPage): Promise<number> {
    return page.counted();
  }
}

const isId = (id: string | undefined | null): id is string => Boolean(id && /^[0-9a-f-]{36}$/i.test(id));

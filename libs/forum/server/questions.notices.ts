import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Voices } from '@crosscity/identity/server';
import { type ModeratedText, type ModerationTarget, ModerationTargets } from '@crosscity/moderation/server';
import type { Fact } from '@crosscity/platform/contract';
import { type Actor, FactBook, type Notice, Notices, SYSTEM, Signals, type Tx, notFound } from '@crosscity/platform/server';
import { FollowsRepository } from './follows.repository';
import { may } from './forum.policy';
import { groupOf, pathOf } from './forum.subjects';
import { LessonWritingRepository } from './lesson-writing.repository';
import { standing } from './forum.moderation';
import { LessonsRepository, type ThreadSummary } from './lessons.repository';
import { ModeratedRepository } from './moderated.repository';
import { QuestionsRepository } from './questions.repository';
import { ReadingRepository } from './reading.repository';
import { RepliesRepository } from './replies.repository';

/** Who hears of a question: who cares for the asked city, whose reply was chosen, who follows. */
@Injectable()
export class QuestionNotices implements OnModuleInit {
  constructor(
    private readonly facts: FactBook,
    private readonly notices: Notices,
    private readonly signals: Signals,
    private readonly voices: Voices,
    private readonly lessons: LessonsRepository,
    private readonly questions: QuestionsRepository,
    private readonly replies: RepliesRepository,
    private readonly reading: ReadingRepository,
    private readonly follows: FollowsRepository,
  ) {}

  onModuleInit(): void {
    this.facts.onMany(['forum.questionEdited', 'forum.questionWithdrawn', 'forum.answerChosen', 'forum.outcomeTold'], 'forum.signal', async (facts) => {
      for (const { id, lastSeq, lastChange } of (await this.lessons.summaries([...new Set(facts.map(({ data }) => data.threadId))])).values()) {
        this.signals.toRoom({ kind: 'thread', id }, { kind: 'thread', id, seq: lastSeq, change: lastChange });
      }
    }, 'atOnce');
    this.notices.source('forum.lessonPublished', ({ data: { threadId } }) => this.ofNews(threadId));
    this.notices.source('forum.questionAsked', (fact) => this.ofAsked(fact));
    this.notices.source('forum.answerChosen', (fact) => this.ofChosen(fact));
    this.notices.source('forum.outcomeTold', (fact) => this.ofOutcome(fact));
  }

  /** Who follows the theme, the city or the writer, and wants to be told. */
  private async ofNews(threadId: string): Promise<Notice[]> {
    const thread = await this.standing(threadId);
    if (!thread) return [];
    return (await this.follows.hearers(threadId)).map(({ personId, reason }) => this.notice(thread, personId, reason, { voiceId: thread.voiceId }));
  }

  private async ofAsked({ data: { threadId } }: Fact<'forum.questionAsked'>): Promise<Notice[]> {
    const [row, thread, news] = await Promise.all([this.questions.row(threadId, SYSTEM), this.standing(threadId), this.ofNews(threadId)]);
    if (!row || !thread || row.city_id === null) return news;
    const listeners = await this.voices.listeners([row.city_voice_id, thread.voiceId]);
    const askers = new Set(listeners.filter(({ voiceId }) => voiceId === thread.voiceId).map(({ personId }) => personId));
    const carers = listeners.filter(({ voiceId, personId }) => voiceId === row.city_voice_id && !askers.has(personId)).map(({ personId }) => personId);
    const others = news.filter(({ to }) => !('personId' in to && carers.includes(to.personId)));
    return [...carers.map((personId) => this.notice(thread, personId, 'coordinator', { voiceId: thread.voiceId })), ...others];
  }

  private async ofChosen({ data: { threadId, replyId, voiceId } }: Fact<'forum.answerChosen'>): Promise<Notice[]> {
    const [thread, row, replies] = await Promise.all([this.standing(threadId), this.questions.row(threadId, SYSTEM), this.replies.byIds([replyId], SYSTEM)]);
    const reply = replies.get(replyId);
    // Chosen and taken back in between: nobody hears of it.
    if (!thread || row?.answer_id !== replyId || !reply) return [];
    const reasons = await this.followers(threadId);
    const listeners = await this.voices.listeners([reply.voice.id, voiceId]);
    for (const listener of listeners) if (listener.voiceId === reply.voice.id) reasons.set(listener.personId, 'answered');
    await this.leaveOut(reasons, threadId, listeners, voiceId);
    return [...reasons].map(([personId, reason]) => this.notice(thread, personId, reason, { path: pathOf(thread, replyId) }));
  }

  private async ofOutcome({ data: { threadId, voiceId } }: Fact<'forum.outcomeTold'>): Promise<Notice[]> {
    const thread = await this.standing(threadId);
    if (!thread) return [];
    const reasons = await this.followers(threadId);
    await this.leaveOut(reasons, threadId, await this.voices.listeners([voiceId]), voiceId);
    return [...reasons].map(([personId, reason]) => this.notice(thread, personId, reason, { path: `${pathOf(thread)}#outcome` }));
  }

  private async standing(threadId: string): Promise<ThreadSummary | null> {
    const thread = (await this.lessons.summaries([threadId])).get(threadId);
    return thread?.status === 'published' ? thread : null;
  }

  private async followers(threadId: string): Promise<Map<string, string>> {
    return new Map((await this.reading.readers([threadId])).filter(({ follow }) => follow === 'everything').map(({ personId, reason }) => [personId, reason]));
  }

  /** Not whoever did it, not who muted the thread. */
  private async leaveOut(reasons: Map<string, string>, threadId: string, listeners: readonly { voiceId: string; personId: string }[], voiceId: string): Promise<void> {
    for (const { personId, follow } of await this.reading.readers([threadId])) if (follow === 'muted') reasons.delete(personId);
    for (const listener of listeners) if (listener.voiceId === voiceId) reasons.delete(listener.personId);
  }

  private notice(thread: ThreadSummary, personId: string, reason: string, more: Partial<Notice>): Notice {
    return { to: { personId }, reason, subject: { kind: 'thread', id: thread.id }, group: groupOf(thread.id), path: pathOf(thread), mail: 'never', ...more };
  }
}

/** What moderation may do to questions. The outcome belongs to the text that is looked at. */
@Injectable()
export class ModeratedQuestions implements ModerationTarget, OnModuleInit {
  readonly kind = 'question';

  constructor(
    private readonly targets: ModerationTargets,
    private readonly lessons: LessonsRepository,
    private readonly questions: QuestionsRepository,
    private readonly moderated: ModeratedRepository,
    private readonly texts: LessonWritingRepository,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  async load(actor: Actor, ids: readonly string[]): Promise<Map<string, ModeratedText>> {
    const [threads, texts, outcomes] = await Promise.all([this.lessons.summaries(ids), this.moderated.originals(ids), this.questions.outcomes(ids, false)]);
    const seen = [...threads.values()].filter((thread) => thread.kind === 'question' && may.moderate(actor, thread) && texts.has(thread.id));
    return new Map(seen.map((thread) => {
      const text = texts.get(thread.id)!;
      const html = [text.context_html, outcomes.get(thread.id)?.html].filter(Boolean).join('\n<hr>\n');
      return [thread.id, { kind: this.kind, id: thread.id, voiceId: thread.voiceId, title: text.title, language: text.language, html, path: pathOf(thread), status: standing(thread.status), context: [] }];
    }));
  }

  async hide(tx: Tx, id: string, { rule }: { rule: string }): Promise<void> {
    const thread = await this.texts.lock(tx, id);
    if (!thread) throw notFound();
    await this.texts.update(tx, id, { status: 'hidden', hiddenRule: rule, goneAt: tx.now, lastChange: thread.lastChange + 1 });
    await tx.record('forum.questionWithdrawn', { threadId: id });
  }

  async restore(tx: Tx, id: string): Promise<void> {
    const thread = await this.texts.lock(tx, id);
    if (!thread) throw notFound();
    await this.texts.update(tx, id, { status: 'published', hiddenRule: null, goneAt: null, lastChange: thread.lastChange + 1 });
    await tx.record('forum.questionEdited', { threadId: id });
  }
}

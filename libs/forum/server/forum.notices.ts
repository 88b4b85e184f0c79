import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Voices } from '@crosscity/identity/server';
import type { Fact } from '@crosscity/platform/contract';
import { FactBook, Jobs, type Notice, Notices, SYSTEM, Signals, Work } from '@crosscity/platform/server';
import { DraftsRepository } from './drafts.repository';
import { groupOf, pathOf } from './forum.subjects';
import { KeptCounts } from './kept-counts';
import { LessonWritingRepository } from './lesson-writing.repository';
import { LessonsRepository, type ThreadSummary } from './lessons.repository';
import { mentionedIn } from './mentions';
import { MentionsRepository } from './mentions.repository';
import { ReadingRepository } from './reading.repository';
import { RepliesRepository } from './replies.repository';
import type { ReplyType } from './reply.type';
import { SpacesRepository } from './spaces.repository';

type Said = Fact<'forum.replyPosted'> | Fact<'forum.trialRecorded'>;

/** Tells of the forum's facts: hints to open pages, and who is to hear of a reply. */
@Injectable()
export class ForumNotices implements OnModuleInit {
  constructor(
    private readonly facts: FactBook,
    private readonly notices: Notices,
    private readonly signals: Signals,
    private readonly jobs: Jobs,
    private readonly work: Work,
    private readonly voices: Voices,
    private readonly lessons: LessonsRepository,
    private readonly replies: RepliesRepository,
    private readonly reading: ReadingRepository,
    private readonly drafts: DraftsRepository,
    private readonly counts: KeptCounts,
    private readonly spaces: SpacesRepository,
    private readonly writing: LessonWritingRepository,
    private readonly mentions: MentionsRepository,
  ) {}

  onModuleInit(): void {
    this.facts.onMany(
      ['forum.replyPosted', 'forum.trialRecorded', 'forum.replyEdited', 'forum.replyWithdrawn', 'forum.lessonEdited', 'forum.lessonWithdrawn'],
      'forum.signal', (facts) => this.hint([...new Set(facts.map(({ data }) => data.threadId))]), 'atOnce',
    );
    for (const kind of ['forum.lessonPublished', 'forum.lessonEdited', 'forum.lessonWithdrawn'] as const) {
      this.facts.on(kind, 'forum.counts', async () => this.counts.forget());
    }
    this.notices.sourceOfMany(['forum.replyPosted', 'forum.trialRecorded'], (facts) => this.ofReplies(facts));
    this.notices.source('forum.mentionAdded', (fact) => this.ofMention(fact));
    this.jobs.on('forum.pruneDrafts', () => this.work.run(SYSTEM, (tx) => this.drafts.prune(tx)), '41 3 * * *');
    this.jobs.on('forum.pruneTakenBack', () => this.work.run(SYSTEM, (tx) => this.writing.pruneTakenBack(tx)), '47 3 * * *');
  }

  /** Who was named by an edit, and not before. */
  private async ofMention({ data: { threadId, replyId, voiceIds } }: Fact<'forum.mentionAdded'>): Promise<Notice[]> {
    const [threads, replies, readers] = await Promise.all([this.lessons.summaries([threadId]), this.replies.byIds([replyId], SYSTEM), this.reading.readers([threadId])]);
    const thread = threads.get(threadId);
    const reply = replies.get(replyId);
    if (thread?.status !== 'published' || reply?.status !== 'published') return [];
    const still = new Set(await this.mentions.voicesOf(threadId, mentionedIn(reply.html)));
    const named = new Set(await this.mentions.readersBehind(thread, voiceIds.filter((voiceId) => still.has(voiceId))));
    for (const { personId, follow } of readers) if (follow === 'muted') named.delete(personId);
    for (const { personId } of await this.voices.listeners([reply.voice.id])) named.delete(personId);
    return [...named].map((personId): Notice => ({
      to: { personId }, reason: 'mentioned', subject: { kind: 'thread', id: threadId }, group: groupOf(threadId), voiceId: reply.voice.id, path: pathOf(thread, replyId), mail: 'never',
    }));
  }

  private async hint(threadIds: readonly string[]): Promise<void> {
    for (const { id, lastSeq, lastChange } of (await this.lessons.summaries(threadIds)).values()) this.signals.toRoom({ kind: 'thread', id }, { kind: 'thread', id, seq: lastSeq, change: lastChange });
  }

  /**
   * Who hears of a reply, with the nearest reason: whoever speaks for the lesson, whoever is answered, who follows
   * everything. Not whoever said it, not who muted the thread. Asked late, so a reply that went meanwhile tells nobody.
   */
  private async ofReplies(facts: readonly Said[]): Promise<Map<string, Notice[]>> {
    const threadIds = [...new Set(facts.map(({ data }) => data.threadId))];
    const [threads, replies, readers] = await Promise.all([this.lessons.summaries(threadIds), this.replies.byIds(facts.map(({ data }) => data.replyId), SYSTEM), this.reading.readers(threadIds)]);
    const parentIds = [...replies.values()].flatMap(({ parentId }) => parentId ?? []);
    const parents = parentIds.length > 0 ? await this.replies.byIds(parentIds, SYSTEM) : new Map<string, ReplyType>();
    const speakers = [...[...threads.values()].map(({ voiceId }) => voiceId), ...[...replies.values(), ...parents.values()].map(({ voice }) => voice.id)];
    const listeners = Map.groupBy(await this.voices.listeners([...new Set(speakers)]), ({ voiceId }) => voiceId);
    const behind = (voiceId: string | undefined) => (listeners.get(voiceId ?? '') ?? []).map(({ personId }) => personId);
    const readersOf = Map.groupBy(readers, ({ threadId }) => threadId);
    const closed = [...threads.values()].flatMap(({ audience, spaceId }) => (audience === 'space' && spaceId ? [spaceId] : []));
    const insiders = closed.length > 0 ? await this.spaces.insiders([...new Set(closed)]) : new Map<string, Set<string>>();

    const named = await this.namedIn(replies, threads);
    return new Map(facts.map(({ id, data: { threadId, replyId } }): [string, Notice[]] => {
      const thread = threads.get(threadId);
      const reply = replies.get(replyId);
      if (thread?.status !== 'published' || reply?.status !== 'published') return [id, []];
      const reasons = new Map<string, string>();
      const ofThread = readersOf.get(threadId) ?? [];
      for (const { personId, follow, reason } of ofThread) if (follow === 'everything') reasons.set(personId, reason);
      for (const personId of named.get(replyId) ?? []) reasons.set(personId, 'mentioned');
      for (const personId of behind(parents.get(reply.parentId ?? '')?.voice.id)) reasons.set(personId, 'answered');
      for (const personId of behind(thread.voiceId)) reasons.set(personId, 'author');
      for (const { personId, follow } of ofThread) if (follow === 'muted') reasons.delete(personId);
      for (const personId of behind(reply.voice.id)) reasons.delete(personId);
      // Those who speak for the same city, or left the space, may follow without being inside.
      if (thread.audience === 'space') for (const personId of reasons.keys()) if (!insiders.get(thread.spaceId!)?.has(personId)) reasons.delete(personId);
      return [id, [...reasons].map(([personId, reason]): Notice => ({
        to: { personId }, reason, subject: { kind: 'thread', id: threadId }, group: groupOf(threadId), voiceId: reply.voice.id,
        path: pathOf(thread, replyId), mail: 'never', ...(reply.trial ? { values: { result: reply.trial.result } } : {}),
      }))];
    }));
  }

  /** Whom these replies name, of those who may read it. Few replies name anybody. */
  private async namedIn(replies: ReadonlyMap<string, ReplyType>, threads: ReadonlyMap<string, ThreadSummary>): Promise<Map<string, string[]>> {
    const naming = [...replies.values()].filter(({ html, threadId }) => html.includes('>@') && threads.has(threadId));
    return new Map(await Promise.all(naming.map(async ({ id, html, threadId }) =>
      [id, await this.mentions.readersBehind(threads.get(threadId)!, await this.mentions.voicesOf(threadId, mentionedIn(html)))] as const)));
  }
}

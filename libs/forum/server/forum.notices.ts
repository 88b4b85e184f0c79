import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Voices } from '@crosscity/identity/server';
import type { Fact } from '@crosscity/platform/contract';
import { FactBook, Jobs, type Notice, Notices, SYSTEM, Signals, Work } from '@crosscity/platform/server';
import { DraftsRepository } from './drafts.repository';
import { pathOf } from './forum.subjects';
import { KeptCounts } from './kept-counts';
import { LessonsRepository } from './lessons.repository';
import { mentionedIn } from './mentions';
import { MentionsRepository } from './mentions.repository';
import { ReadingRepository } from './reading.repository';
import { RepliesRepository } from './replies.repository';

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
    private readonly mentions: MentionsRepository,
  ) {}

  onModuleInit(): void {
    for (const kind of ['forum.replyPosted', 'forum.trialRecorded', 'forum.replyEdited', 'forum.replyWithdrawn', 'forum.lessonEdited', 'forum.lessonWithdrawn'] as const) {
      this.facts.on(kind, 'forum.signal', async ({ data }) => this.hint(data.threadId), 'atOnce');
    }
    for (const kind of ['forum.lessonPublished', 'forum.lessonEdited', 'forum.lessonWithdrawn'] as const) {
      this.facts.on(kind, 'forum.counts', async () => this.counts.forget());
    }
    this.notices.source('forum.replyPosted', (fact) => this.ofReply(fact));
    this.notices.source('forum.trialRecorded', (fact) => this.ofReply(fact));
    this.notices.source('forum.mentionAdded', (fact) => this.ofMention(fact));
    this.jobs.on('forum.pruneDrafts', () => this.work.run(SYSTEM, (tx) => this.drafts.prune(tx)), '41 3 * * *');
  }

  /** Who was named by an edit, and not before. */
  private async ofMention({ data: { threadId, replyId, voiceIds } }: Fact<'forum.mentionAdded'>): Promise<Notice[]> {
    const [threads, replies, readers] = await Promise.all([this.lessons.summaries([threadId]), this.replies.byIds([replyId], SYSTEM), this.reading.readers(threadId)]);
    const thread = threads.get(threadId);
    const reply = replies.get(replyId);
    if (thread?.status !== 'published' || reply?.status !== 'published') return [];
    const still = new Set(await this.mentions.voicesOf(threadId, mentionedIn(reply.html)));
    const named = new Set(await this.mentions.readersBehind(thread, voiceIds.filter((voiceId) => still.has(voiceId))));
    for (const { personId, follow } of readers) if (follow === 'muted') named.delete(personId);
    for (const { personId } of await this.voices.listeners([reply.voice.id])) named.delete(personId);
    return [...named].map((personId): Notice => ({
      to: { personId }, reason: 'mentioned', subject: { kind: 'thread', id: threadId }, group: `thread:${threadId}`, voiceId: reply.voice.id, path: pathOf(thread, replyId), mail: 'never',
    }));
  }

  private async hint(threadId: string): Promise<void> {
    const thread = (await this.lessons.summaries([threadId])).get(threadId);
    if (thread) this.signals.toRoom({ kind: 'thread', id: threadId }, { kind: 'thread', id: threadId, seq: thread.lastSeq });
  }

  /**
   * Who hears of a reply, with the nearest reason: whoever speaks for the lesson, whoever is answered, who follows
   * everything. Not whoever said it, not who muted the thread. Asked late, so a reply that went meanwhile tells nobody.
   */
  private async ofReply({ data: { threadId, replyId } }: Said): Promise<Notice[]> {
    const [threads, replies, readers] = await Promise.all([this.lessons.summaries([threadId]), this.replies.byIds([replyId], SYSTEM), this.reading.readers(threadId)]);
    const thread = threads.get(threadId);
    const reply = replies.get(replyId);
    if (thread?.status !== 'published' || reply?.status !== 'published') return [];
    const answered = reply.parentId ? (await this.replies.byIds([reply.parentId], SYSTEM)).get(reply.parentId) : undefined;
    const listeners = await this.voices.listeners([thread.voiceId, reply.voice.id, ...(answered ? [answered.voice.id] : [])]);
    const behind = (voiceId: string | undefined) => listeners.filter((listener) => listener.voiceId === voiceId).map(({ personId }) => personId);

    const named = await this.mentions.readersBehind(thread, await this.mentions.voicesOf(threadId, mentionedIn(reply.html)));
    const reasons = new Map<string, string>();
    for (const { personId, follow, reason } of readers) if (follow === 'everything') reasons.set(personId, reason);
    for (const personId of named) reasons.set(personId, 'mentioned');
    for (const personId of behind(answered?.voice.id)) reasons.set(personId, 'answered');
    for (const personId of behind(thread.voiceId)) reasons.set(personId, 'author');
    for (const { personId, follow } of readers) if (follow === 'muted') reasons.delete(personId);
    for (const personId of behind(reply.voice.id)) reasons.delete(personId);

    return [...reasons].map(([personId, reason]): Notice => ({
      to: { personId }, reason, subject: { kind: 'thread', id: threadId }, group: `thread:${threadId}`, voiceId: reply.voice.id,
      path: pathOf(thread, replyId), mail: 'never', ...(reply.trial ? { values: { result: reply.trial.result } } : {}),
    }));
  }
}

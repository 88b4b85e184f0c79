import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Actor, Database, type Member, Work, brokeUnique, firstAnswer, idempotencyOf, newId, notFound, onceAs, refuse, renderMarkdown, speaksWith } from '@crosscity/platform/server';
import { WORDS_OF_REPLY, WORDS_OF_TRIAL, refuseCaseData } from './guarded-words';
import { DraftsRepository } from './drafts.repository';
import { may } from './forum.policy';
import { LessonsRepository, type ThreadSummary } from './lessons.repository';
import { mentionedIn } from './mentions';
import { MentionsRepository } from './mentions.repository';
import { RepliesRepository } from './replies.repository';
import type { EditReplyInput, PostReplyInput, RecordTrialInput } from './reply.inputs';
import { replyOf } from './reply.rows';
import type { ReplyType } from './reply.type';
import { ReplyWritingRepository } from './reply-writing.repository';
import { languageOf } from './text';

/** Replies and trials: posted, edited, taken back, brought back. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly lessons: LessonsRepository,
    private readonly replies: RepliesRepository,
    private readonly writing: ReplyWritingRepository,
    private readonly drafts: DraftsRepository,
    private readonly mentions: MentionsRepository,
  ) {}

  /** One reply, wherever it stands; refuses where its thread can't be read. */
  async read(actor: Actor, id: string): Promise<ReplyType> {
    const reply = isUUID(id) ? (await this.replies.byIds([id], actor)).get(id) : undefined;
    const thread = reply && (await this.lessons.summaries([reply.threadId])).get(reply.threadId);
    const readable = thread ? may.read(actor, thread) : 'no';
    if (!reply || readable === 'no') throw notFound();
    if (readable === 'gone') throw refuse('forum.gone', { at: thread!.goneAt!.toISOString(), rule: thread!.hiddenRule, why: null });
    return reply;
  }

  async post(actor: Member, input: PostReplyInput): Promise<ReplyType> {
    const { voiceId, thread } = await this.opening(actor, input);
    refuseCaseData(input, WORDS_OF_REPLY);
    const html = renderMarkdown(input.text);
    const language = input.language ?? languageOf(html, thread.originalLanguage);
    const key = idempotencyOf(actor, 'postReply', input.key, input);
    const reply = { id: newId(), threadId: thread.id, parentId: input.parentId ?? null, voiceId, text: input.text, html, language };
    const posted = await this.work.runOne((one) => this.writing.post(one, reply, {
      personId: actor.personId, draftId: input.draftId ?? null, key, jobs: one.jobsOf('forum.replyPosted', { threadId: thread.id, replyId: reply.id }),
    })).catch((error: unknown) => {
      if (brokeUnique(error, 'pk_idempotency_key')) return null;
      throw error;
    });
    if (posted) return replyOf(posted, actor, { ...thread, status: 'published' });
    const first = await firstAnswer<string>(this.database, key);
    if (!first) throw refuse('forum.closed');
    return this.one(actor, first);
  }

  /** A reply that tells of a trial. It is a reply in everything else: it can be answered, edited, taken back. */
  async recordTrial(actor: Member, input: RecordTrialInput): Promise<ReplyType> {
    const { voiceId, thread } = await this.opening(actor, input);
    if (thread.kind !== 'lesson') throw notFound();
    refuseCaseData(input, WORDS_OF_TRIAL);
    const text = input.text?.trim() ?? '';
    const html = text ? renderMarkdown(text) : '';
    const language = input.language ?? languageOf(html || input.advice, thread.originalLanguage);
    const replyId = newId();
    const id = await this.work.run(actor, (tx) => onceAs(tx, 'recordTrial', input.key, input, replyId, async () => {
      if (!(await this.writing.cityIsThere(tx, input.cityId))) throw refuse('platform.invalid', { fields: { cityId: 'known' } });
      const reply = { id: replyId, threadId: thread.id, parentId: null, voiceId, text, html, language };
      const change = input.adaptation === 'changed' ? input.change?.trim() || null : null;
      const seq = await this.writing.insert(tx, reply, actor.personId, { cityId: input.cityId, adaptation: input.adaptation, change, result: input.result, advice: input.advice.trim() });
      if (seq === null) throw refuse('forum.closed');
      if (input.draftId) await this.drafts.putAway(tx, input.draftId, actor.personId);
      await tx.record('forum.trialRecorded', { threadId: thread.id, replyId });
    }));
    return this.one(actor, id);
  }

  async edit(actor: Member, input: EditReplyInput): Promise<ReplyType> {
    refuseCaseData(input, WORDS_OF_REPLY);
    const html = renderMarkdown(input.text);
    const current = mentionedIn(html);
    await this.work.run(actor, async (tx) => {
      const { reply, thread } = this.ownReply(actor, await this.writing.lock(tx, input.id));
      if (!may.withReply(actor, reply, thread).edit) throw refuse('platform.notAllowed');
      if (reply.bodyMd === input.text) return;
      await this.writing.replaceText(tx, reply, input.text, html, languageOf(html, reply.language));
      await tx.record('forum.replyEdited', { threadId: thread.id, replyId: reply.id });
      const before = mentionedIn(reply.bodyHtml);
      const added = { members: current.members.filter((handle) => !before.members.includes(handle)), cities: current.cities.filter((handle) => !before.cities.includes(handle)) };
      const voiceIds = await this.mentions.voicesOf(thread.id, added);
      if (voiceIds.length > 0) await tx.record('forum.mentionAdded', { threadId: thread.id, replyId: reply.id, voiceIds });
    });
    return this.one(actor, input.id);
  }

  async withdraw(actor: Member, id: string): Promise<ReplyType> {
    await this.work.run(actor, async (tx) => {
      const found = this.ownReply(actor, await this.writing.lock(tx, id));
      if (found.reply.status === 'withdrawn') return;
      if (!may.withReply(actor, found.reply, found.thread).withdraw) throw refuse('platform.notAllowed');
      await this.writing.setStatus(tx, found, 'withdrawn');
      await tx.record('forum.replyWithdrawn', { threadId: found.thread.id, replyId: id });
    });
    return this.one(actor, id);
  }

  /** Brings back what one withdrew. What a moderator hid stays hidden. */
  async restore(actor: Member, id: string): Promise<ReplyType> {
    await this.work.run(actor, async (tx) => {
      const found = this.ownReply(actor, await this.writing.lock(tx, id));
      if (found.reply.status === 'published') return;
      if (found.reply.status === 'hidden') throw refuse('forum.cannotRestore');
      await this.writing.setStatus(tx, found, 'published');
      await tx.record('forum.replyEdited', { threadId: found.thread.id, replyId: id });
    });
    return this.one(actor, id);
  }

  /** Checks the voice and the thread before anything is written; the insert itself asks again whether it is open. */
  private async opening(actor: Member, input: { threadId: string; voiceId?: string | null }): Promise<{ voiceId: string; thread: ThreadSummary }> {
    const voiceId = input.voiceId ?? actor.voiceId;
    if (!speaksWith(actor, voiceId)) throw refuse('platform.invalid', { fields: { voiceId: 'voice' } });
    const thread = (await this.lessons.summaries([input.threadId])).get(input.threadId);
    const readable = thread ? may.read(actor, thread) : 'no';
    if (!thread || readable === 'no') throw notFound();
    if (readable === 'gone') throw refuse('forum.gone', { at: thread.goneAt!.toISOString(), rule: thread.hiddenRule, why: null });
    // In a space that everybody reads, writing is for those who belong to it.
    if (thread.spaceId && !actor.circleIds.includes(thread.spaceId)) throw refuse('forum.spaceInsideOnly');
    return { voiceId, thread };
  }

  /** The locked reply, if this actor speaks with its voice; else refused as one that is not there, or not theirs. */
  private ownReply<Found extends { reply: { voiceId: string }; thread: Parameters<typeof may.read>[1] }>(actor: Member, found: Found | null): Found {
    if (!found || may.read(actor, found.thread) === 'no') throw notFound();
    if (!speaksWith(actor, found.reply.voiceId)) throw refuse('platform.notAllowed');
    return found;
  }

  private async one(actor: Member, id: string): Promise<ReplyType> {
    return (await this.replies.byIds([id], actor)).get(id)!;
  }
}

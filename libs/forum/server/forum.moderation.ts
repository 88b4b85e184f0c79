import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ContentStatus, LESSON_PARTS } from '@crosscity/forum/contract';
import { type ModeratedText, type ModerationTarget, ModerationTargets } from '@crosscity/moderation/server';
import { type Actor, type Tx, notFound } from '@crosscity/platform/server';
import { may } from './forum.policy';
import { pathOf } from './forum.subjects';
import { LessonWritingRepository } from './lesson-writing.repository';
import { LessonsRepository } from './lessons.repository';
import { ModeratedRepository } from './moderated.repository';
import { ReplyWritingRepository } from './reply-writing.repository';

/** For whoever decides about a report, taken back is withdrawn: its author took it away. */
export const standing = (status: ContentStatus): ModeratedText['status'] => (status === 'takenBack' ? 'withdrawn' : status);

/** What moderation may do to lessons. */
@Injectable()
export class ModeratedLessons implements ModerationTarget, OnModuleInit {
  readonly kind = 'lesson';

  constructor(
    private readonly targets: ModerationTargets,
    private readonly lessons: LessonsRepository,
    private readonly moderated: ModeratedRepository,
    private readonly writing: LessonWritingRepository,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  async load(actor: Actor, ids: readonly string[]): Promise<Map<string, ModeratedText>> {
    const [threads, texts] = await Promise.all([this.lessons.summaries(ids), this.moderated.originals(ids)]);
    const seen = [...threads.values()].filter((thread) => may.moderate(actor, thread) && texts.has(thread.id));
    return new Map(seen.map((thread) => {
      const text = texts.get(thread.id)!;
      const html = LESSON_PARTS.map((part) => text[`${part}_html`]).filter(Boolean).join('\n<hr>\n');
      return [thread.id, { kind: this.kind, id: thread.id, voiceId: thread.voiceId, title: text.title, language: text.language, html, path: pathOf(thread), status: standing(thread.status), context: [] }];
    }));
  }

  async mayReport(actor: Actor, id: string): Promise<boolean> {
    const thread = (await this.lessons.summaries([id])).get(id);
    return thread !== undefined && may.read(actor, thread) === 'yes';
  }

  async hide(tx: Tx, id: string, { rule }: { rule: string }): Promise<void> {
    const thread = await this.writing.lock(tx, id);
    if (!thread) throw notFound();
    if (thread.status === 'takenBack') return;
    await this.writing.update(tx, id, { status: 'hidden', hiddenRule: rule, goneAt: tx.now });
    await tx.record('forum.lessonWithdrawn', { threadId: id });
  }

  async restore(tx: Tx, id: string): Promise<void> {
    const thread = await this.writing.lock(tx, id);
    if (!thread) throw notFound();
    if (thread.status === 'takenBack') return;
    await this.writing.update(tx, id, { status: 'published', hiddenRule: null, goneAt: null });
    await tx.record('forum.lessonEdited', { threadId: id });
  }
}

/** What moderation may do to replies, and what it sees around one: the reply that is answered, and the two before. */
@Injectable()
export class ModeratedReplies implements ModerationTarget, OnModuleInit {
  readonly kind = 'reply';

  constructor(
    private readonly targets: ModerationTargets,
    private readonly lessons: LessonsRepository,
    private readonly moderated: ModeratedRepository,
    private readonly writing: ReplyWritingRepository,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  async load(actor: Actor, ids: readonly string[]): Promise<Map<string, ModeratedText>> {
    const replies = await this.moderated.replies(ids);
    const threadIds = [...new Set(replies.map(({ threadId }) => threadId))];
    const [threads, titles] = await Promise.all([this.lessons.summaries(threadIds), this.lessons.titles(threadIds, actor.locale)]);
    const seen = replies.filter((reply) => {
      const thread = threads.get(reply.threadId)!;
      return may.moderate(actor, thread) && may.readWords(actor, reply);
    });
    return new Map(seen.map((reply) => {
      const thread = threads.get(reply.threadId)!;
      // Of a closed space who decides sees what was reported: neither what it is said under nor what was said around it.
      const seesAround = may.read(actor, thread) !== 'no';
      return [reply.id, {
        kind: this.kind, id: reply.id, voiceId: reply.voiceId, title: seesAround ? titles.get(reply.threadId)!.title : '', language: reply.language, html: reply.html,
        path: seesAround ? pathOf(thread, reply.id) : `/lessons/${thread.id}?reply=${reply.id}`, status: standing(reply.status),
        context: (seesAround ? reply.context : []).filter((text) => may.readWords(actor, text)).map(({ relation, voiceId, language, html }) => ({ relation, voiceId, language, html })),
      }];
    }));
  }

  async mayReport(actor: Actor, id: string): Promise<boolean> {
    const [reply] = await this.moderated.replies([id]);
    const thread = reply && (await this.lessons.summaries([reply.threadId])).get(reply.threadId);
    return thread !== undefined && may.read(actor, thread) === 'yes';
  }

  async hide(tx: Tx, id: string, { rule }: { rule: string }): Promise<void> {
    const found = await this.writing.lock(tx, id);
    if (!found) throw notFound();
    await this.writing.setStatus(tx, found, 'hidden', rule);
    await tx.record('forum.replyWithdrawn', { threadId: found.thread.id, replyId: id });
  }

  async restore(tx: Tx, id: string): Promise<void> {
    const found = await this.writing.lock(tx, id);
    if (!found) throw notFound();
    await this.writing.setStatus(tx, found, 'published');
    await tx.record('forum.replyEdited', { threadId: found.thread.id, replyId: id });
  }
}

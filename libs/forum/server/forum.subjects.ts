import { Injectable, type OnModuleInit } from '@nestjs/common';
import { threadVersion } from '@crosscity/forum/contract';
import { type Actor, Signals, type Subject, type SubjectSource, Subjects } from '@crosscity/platform/server';
import { may } from './forum.policy';
import { LessonsRepository } from './lessons.repository';
import { ReadingRepository } from './reading.repository';
import type { ThreadKind } from './thread.entity';

/** The path of a lesson or question, and of one reply in it. */
export function pathOf(thread: { id: string; kind?: ThreadKind; slug: string }, replyId?: string): string {
  return `/${thread.kind === 'question' ? 'questions' : 'lessons'}/${thread.id}/${encodeURIComponent(thread.slug)}${replyId ? `?reply=${replyId}` : ''}`;
}

/** What the inbox shows as one line. */
export const groupOf = (threadId: string): string => `thread:${threadId}`;

/** Names threads for the inbox, mails and the queue, and says who may look at a thread's room. */
@Injectable()
export class ForumSubjects implements SubjectSource, OnModuleInit {
  readonly kind = 'thread';

  constructor(
    private readonly subjects: Subjects,
    private readonly signals: Signals,
    private readonly lessons: LessonsRepository,
    private readonly reading: ReadingRepository,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
    this.signals.roomRule('thread', async (actor, id) => {
      const thread = (await this.lessons.summaries([id])).get(id);
      return thread !== undefined && may.read(actor, thread) === 'yes';
    }, async (id) => {
      const thread = (await this.lessons.summaries([id])).get(id);
      return thread && threadVersion(thread);
    });
  }

  async load(actor: Actor, ids: readonly string[]): Promise<Map<string, Subject>> {
    const [threads, titles] = await Promise.all([this.lessons.summaries(ids), this.lessons.titles(ids, actor.locale)]);
    const subjects = [...threads.values()].filter((thread) => may.read(actor, thread) === 'yes').map((thread): Subject => {
      const { title, language } = titles.get(thread.id)!;
      return { kind: this.kind, id: thread.id, title, language, path: pathOf(thread) };
    });
    return new Map(subjects.map((subject) => [subject.id, subject]));
  }

  async followers(id: string): Promise<{ personId: string; reason: string }[]> {
    const thread = (await this.lessons.summaries([id])).get(id);
    if (thread?.status !== 'published') return [];
    const readers = await this.reading.readers([id]);
    return readers.filter(({ follow }) => follow === 'everything').map(({ personId, reason }) => ({ personId, reason }));
  }
}

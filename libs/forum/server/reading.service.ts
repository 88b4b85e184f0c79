import { Injectable } from '@nestjs/common';
import { type Member, Notices, Signals, type Tx, Work, notFound } from '@crosscity/platform/server';
import { may } from './forum.policy';
import type { Reading } from './lesson.type';
import { groupOf } from './forum.subjects';
import { LessonsRepository } from './lessons.repository';
import { ReadingRepository } from './reading.repository';
import type { FollowThreadInput, MarkSeenInput, MarkUnreadInput } from './reply.inputs';

/** How far one has read, and how much one wants to hear. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly work: Work,
    private readonly lessons: LessonsRepository,
    private readonly reading: ReadingRepository,
    private readonly notices: Notices,
    private readonly signals: Signals,
  ) {}

  /** Whoever looks at a thread has no need of the line in their inbox that told them of it. */
  markSeen(actor: Member, { threadId, upTo }: MarkSeenInput): Promise<Reading> {
    return this.change(actor, threadId, async (tx) => {
      await this.reading.seeUpTo(tx, threadId, actor.personId, upTo);
      return this.notices.seen(tx, actor.personId, groupOf(threadId));
    });
  }

  markUnread(actor: Member, { threadId, from }: MarkUnreadInput): Promise<Reading> {
    return this.change(actor, threadId, (tx) => this.reading.unseeFrom(tx, threadId, actor.personId, from));
  }

  follow(actor: Member, { threadId, level }: FollowThreadInput): Promise<Reading> {
    return this.change(actor, threadId, (tx) => this.reading.follow(tx, threadId, actor.personId, level));
  }

  /** The person's other devices and tabs hear where they stopped reading; how much they follow is asked anew. */
  private async change(actor: Member, threadId: string, change: (tx: Tx) => Promise<(() => void) | void>): Promise<Reading> {
    const thread = (await this.lessons.summaries([threadId])).get(threadId);
    if (!thread || may.read(actor, thread) !== 'yes') throw notFound();
    const before = await this.reading.of(threadId, actor);
    const afterwards = await this.work.run(actor, change);
    const now = await this.reading.of(threadId, actor);
    afterwards?.();
    const seq = now.follow === before.follow ? { seq: now.lastSeenSeq } : {};
    if (now.follow !== before.follow || now.lastSeenSeq !== before.lastSeenSeq) this.signals.toPerson(actor.personId, { kind: 'reading', id: threadId, ...seq });
    return now;
  }
}

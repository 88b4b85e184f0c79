import { Injectable } from '@nestjs/common';
import { type Member, type Tx, Work, notFound } from '@crosscity/platform/server';
import { may } from './forum.policy';
import type { Reading } from './lesson.type';
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
  ) {}

  markSeen(actor: Member, { threadId, upTo }: MarkSeenInput): Promise<Reading> {
    return this.change(actor, threadId, (tx) => this.reading.seeUpTo(tx, threadId, actor.personId, upTo));
  }

  markUnread(actor: Member, { threadId, from }: MarkUnreadInput): Promise<Reading> {
    return this.change(actor, threadId, (tx) => this.reading.unseeFrom(tx, threadId, actor.personId, from));
  }

  follow(actor: Member, { threadId, level }: FollowThreadInput): Promise<Reading> {
    return this.change(actor, threadId, (tx) => this.reading.follow(tx, threadId, actor.personId, level));
  }

  private async change(actor: Member, threadId: string, change: (tx: Tx) => Promise<void>): Promise<Reading> {
    const thread = (await this.lessons.summaries([threadId])).get(threadId);
    if (!thread || may.read(actor, thread) !== 'yes') throw notFound();
    await this.work.run(actor, change);
    return this.reading.of(threadId, actor);
  }
}

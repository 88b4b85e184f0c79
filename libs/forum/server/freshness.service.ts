import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Voices } from '@crosscity/identity/server';
import { Jobs, type Member, type Notice, Notices, SYSTEM, Work, notFound, refuse } from '@crosscity/platform/server';
import { FreshnessRepository } from './freshness.repository';
import { may } from './forum.policy';
import { groupOf, pathOf } from './forum.subjects';
import type { RenewLessonInput } from './freshness.inputs';
import { LessonWritingRepository } from './lesson-writing.repository';
import type { LessonType } from './lesson.type';
import { LessonsRepository } from './lessons.repository';
import { LessonsService } from './lessons.service';

const YEARS = 2;
const MOST_YEARS = 5;

function inYears(from: Date, years: number): Date {
  const later = new Date(from);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

/** Whether a lesson still holds: asked of its author once its date went by, answered with one press. */
@Injectable()
export class FreshnessService implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly jobs: Jobs,
    private readonly notices: Notices,
    private readonly voices: Voices,
    private readonly freshness: FreshnessRepository,
    private readonly lessons: LessonsRepository,
    private readonly reading: LessonsService,
    private readonly writing: LessonWritingRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.on('forum.askWhetherTrue', () => this.ask(), '17 4 * * *');
    this.notices.source('forum.lessonStale', async ({ data: { threadId } }) => this.toAuthor(threadId));
  }

  /** "Still true": for two years from now, or until the day that its author names. */
  async renew(actor: Member, { id, until }: RenewLessonInput): Promise<LessonType> {
    await this.work.run(actor, async (tx) => {
      const thread = await this.writing.lock(tx, id);
      if (thread?.kind !== 'lesson' || may.read(actor, thread) !== 'yes') throw notFound();
      if (!may.withLesson(actor, thread).edit) throw refuse('platform.notAllowed');
      if (until && (until <= tx.now || until > inYears(tx.now, MOST_YEARS))) throw refuse('platform.invalid', { fields: { until: 'range' } });
      await this.writing.update(tx, id, { freshUntil: until ?? inYears(tx.now, YEARS), freshAskedAt: null });
    });
    return this.reading.read(actor, id);
  }

  private async ask(): Promise<void> {
    await this.work.run(SYSTEM, async (tx) => {
      for (const threadId of await this.freshness.takeStale(tx)) await tx.record('forum.lessonStale', { threadId });
    });
  }

  private async toAuthor(threadId: string): Promise<Notice[]> {
    const thread = (await this.lessons.summaries([threadId])).get(threadId);
    if (thread?.status !== 'published') return [];
    const listeners = await this.voices.listeners([thread.voiceId]);
    return listeners.map(({ personId }): Notice => ({
      to: { personId }, reason: 'author', subject: { kind: 'thread', id: threadId }, group: groupOf(threadId), path: `${pathOf(thread)}#fresh`, mail: 'now',
    }));
  }
}

import { Injectable } from '@nestjs/common';
import type { LessonPage } from './lesson.type';
import { KeptCounts } from './kept-counts';
import type { Chosen } from './lesson-filter.repository';
import { LessonsRepository } from './lessons.repository';

/** Lists of lessons, wherever they appear: all of them, a city's, a member's. */
@Injectable()
export class LessonLists {
  constructor(
    private readonly lessons: LessonsRepository,
    private readonly counts: KeptCounts,
  ) {}

  async page(chosen: Chosen, args: { first: number; after?: string | null; sort?: 'newest' | 'active' | null }): Promise<LessonPage> {
    const page = await this.lessons.page(chosen, args.sort ?? 'newest', args.first, args.after, chosen.actor);
    // A list that fits on its first page has counted itself.
    const isWhole = !args.after && page.nextCursor === null;
    return { items: page.items, nextCursor: page.nextCursor, counted: async () => (isWhole ? page.items.length : this.counts.of('lessons', chosen, () => this.lessons.count(chosen))) };
  }
}

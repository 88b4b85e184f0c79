import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { chainLimits } from '@crosscity/forum/contract';
import { type Actor, notFound } from '@crosscity/platform/server';
import { ChainRepository, type Way } from './chain.repository';
import type { LessonChain } from './chain.type';
import { may } from './forum.policy';
import { LessonsRepository } from './lessons.repository';
import type { LessonType } from './lesson.type';

const MOST_WARNINGS = 6;

/** How far an idea travelled: lessons, their trials, lessons that grew from those. */
@Injectable()
export class ChainService {
  constructor(
    private readonly chain: ChainRepository,
    private readonly lessons: LessonsRepository,
  ) {}

  async of(actor: Actor, id: string): Promise<LessonChain> {
    const thread = isUUID(id) ? (await this.lessons.summaries([id])).get(id) : undefined;
    if (thread?.kind !== 'lesson' || may.read(actor, thread) !== 'yes') throw notFound();
    const way = await this.chain.way(id, actor);
    const walked = [...new Set([...way.ancestors, ...way.lessons.slice(0, chainLimits.walked)])];
    const origin = way.ancestors.at(-1)!;
    const found = await this.chain.lessons(shownOf(way), actor.locale);
    const shownIds = found.map((lesson) => lesson.id);
    const [trials, places, warnings, aside] = await Promise.all([
      this.chain.trials(shownIds), this.chain.places(walked, origin), this.chain.warnings(id, MOST_WARNINGS), this.chain.aside(id, actor.kind === 'member' ? actor.voiceIds : []),
    ]);
    // A parent or a trial that is not shown is not named either.
    const inTree = new Set(shownIds);
    const told = new Set(trials.map((trial) => trial.id));
    const lessons = found.map((lesson) => ({
      ...lesson, parentId: lesson.id !== origin && lesson.parentId && inTree.has(lesson.parentId) ? lesson.parentId : null, grownFrom: lesson.grownFrom && told.has(lesson.grownFrom) ? lesson.grownFrom : null,
    }));
    const trialCount = places.reduce((sum, { results }) => sum + results.reduce((count, result) => count + result.count, 0), 0);
    return { id, lessons, trials, places, lessonCount: walked.length, trialCount, isCut: way.lessons.length > chainLimits.walked || walked.length > lessons.length, warnings, ...aside };
  }

  /** The lessons that trials became, of those that this actor may read. */
  async grownInto(actor: Actor, trialIds: readonly string[]): Promise<Map<string, LessonType>> {
    const ids = await this.chain.grownInto(trialIds);
    if (ids.size === 0) return new Map();
    const lessons = await this.lessons.byIds([...ids.values()], actor);
    return new Map([...ids].flatMap(([trialId, id]) => (lessons.has(id) ? [[trialId, lessons.get(id)!] as const] : [])));
  }
}

/** What the tree shows of a way: the lesson with those it comes from, then the rest level by level; every parent before its children. */
function shownOf({ ancestors, lessons }: Way): string[] {
  const spine = [...ancestors].reverse();
  return [...new Set([...spine, ...lessons])].slice(0, Math.max(chainLimits.lessons, spine.length));
}

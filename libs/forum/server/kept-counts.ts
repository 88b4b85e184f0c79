import { Injectable } from '@nestjs/common';
import type { Chosen } from './lesson-filter.repository';

/** Milliseconds that a count may be old. */
const KEEP = 3_000;
const MOST = 500;

/**
 * Counts over all lessons cost a pass over them, and everybody who opens the list asks for the same ones: they depend on
 * the filter, on the language of labels and on whether one is signed in, never on the person but for
 * the circles to which they belong. So an answer is shared for
 * three seconds, also by those who ask while it is being made. Lists themselves are never kept.
 */
@Injectable()
export class KeptCounts {
  private readonly kept = new Map<string, { answer: Promise<unknown>; until: number }>();

  of<Answer>(what: string, { filter, actor, cityId, voiceId }: Chosen, make: () => Promise<Answer>): Promise<Answer> {
    const key = JSON.stringify([what, actor.kind === 'guest', actor.locale, actor.kind === 'member' ? [...actor.circleIds].sort() : null, cityId, voiceId, Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))]);
    const known = this.kept.get(key);
    if (known && known.until > Date.now()) return known.answer as Promise<Answer>;
    if (this.kept.size >= MOST) this.kept.clear();
    const answer = make();
    this.kept.set(key, { answer, until: Date.now() + KEEP });
    answer.catch(() => this.kept.delete(key));
    return answer;
  }

  /** After a lesson came, changed or went on this node. */
  forget(): void {
    this.kept.clear();
  }
}

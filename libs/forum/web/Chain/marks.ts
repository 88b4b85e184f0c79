import type { MarkKind } from '@crosscity/cities/web';
import type { TrialResult } from '@crosscity/forum/contract';

const marks: Record<TrialResult, MarkKind> = { worked: 'good', mixed: 'mixed', didNotWork: 'neutral', harmed: 'bad' };

export const markOf = (result: TrialResult): MarkKind => marks[result];

/** The marks of a city on the way: a lesson from there, and each result once. */
export function marksOf({ lessonCount, results }: { lessonCount: number; results: readonly { result: TrialResult }[] }): MarkKind[] {
  return [...(lessonCount > 0 ? ['home' as const] : []), ...results.map(({ result }) => markOf(result))];
}

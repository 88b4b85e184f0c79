import type { Chain } from './useChain';

export interface LessonNode {
  lesson: Chain['lessons'][number];
  trials: TrialNode[];
  /** Adaptations whose trial is not shown. */
  grown: LessonNode[];
  /** Trials that are not shown. */
  rest: number;
}

export interface TrialNode {
  trial: Chain['trials'][number];
  grown: LessonNode | null;
}

/** The flat answer as a tree. The server sends each lesson after its parent, so nothing can go round. */
export function branchesOf({ lessons, trials }: Pick<Chain, 'lessons' | 'trials'>): LessonNode[] {
  const nodes = new Map<string, LessonNode>();
  const trialNodes = new Map<string, TrialNode>();
  const roots: LessonNode[] = [];
  const of = Map.groupBy(trials, ({ threadId }) => threadId);
  for (const lesson of lessons) {
    const own = (of.get(lesson.id) ?? []).map((trial): TrialNode => ({ trial, grown: null }));
    for (const node of own) trialNodes.set(node.trial.id, node);
    const node: LessonNode = { lesson, trials: own, grown: [], rest: Math.max(0, lesson.trialCount - own.length) };
    const trial = lesson.grownFrom ? trialNodes.get(lesson.grownFrom) : undefined;
    const parent = lesson.parentId ? nodes.get(lesson.parentId) : undefined;
    if (trial) trial.grown = node;
    else if (parent) parent.grown.push(node);
    else roots.push(node);
    nodes.set(lesson.id, node);
  }
  return roots;
}

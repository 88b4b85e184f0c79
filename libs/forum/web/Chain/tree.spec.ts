import { branchesOf } from './tree';

const lesson = (id: string, parentId: string | null = null, grownFrom: string | null = null, trialCount = 0) => ({ id, parentId, grownFrom, trialCount, slug: id, title: id, language: 'en', evidence: 'one', city: null }) as never;
const trial = (id: string, threadId: string) => ({ id, threadId, result: 'worked', adaptation: 'same', at: '', city: { id: 'c', slug: 'c', name: 'C' } }) as never;

describe('the tree of an idea', () => {
  it('hangs lessons under their trials, else under their lessons, and counts what is not shown', () => {
    const [root, ...others] = branchesOf({ lessons: [lesson('a', null, null, 9), lesson('b', 'a', 't1'), lesson('c', 'a'), lesson('d', 'b', 'gone')], trials: [trial('t1', 'a'), trial('t2', 'a')] });
    expect(others).toEqual([]);
    expect(root!.rest).toBe(7);
    expect(root!.trials.map(({ trial: { id }, grown }) => [id, grown?.lesson.id])).toEqual([['t1', 'b'], ['t2', undefined]]);
    expect(root!.grown.map(({ lesson: { id } }) => id)).toEqual(['c']);
    expect(root!.trials[0]!.grown!.grown.map(({ lesson: { id } }) => id)).toEqual(['d']);
  });

  it('shows what has no parent here as a beginning of its own', () => {
    expect(branchesOf({ lessons: [lesson('a'), lesson('b', 'elsewhere')], trials: [] })).toHaveLength(2);
  });
});

import type { CaseDataFinding } from '@crosscity/case-data/contract';

/**
 * Where the findings of a text stand after it was changed in one place, until it is checked again: those before the change stay,
 * those behind it move, those in it are gone.
 */
export function carryOver<F extends CaseDataFinding>(findings: readonly F[], before: string, after: string): F[] {
  if (before === after) return [...findings];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const moved = after.length - before.length;
  return findings.flatMap((one) => {
    if (one.to <= start) return one;
    if (one.from >= before.length - end) return { ...one, from: one.from + moved, to: one.to + moved };
    return [];
  });
}

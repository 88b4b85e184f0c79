import { TrialList } from '../Trials/Trials';
import { useChain } from './useChain';

/** Warnings that are older than the trials that the page shows: harm is never buried under newer successes. */
export function OlderWarnings({ lesson }: { lesson: { id: string; trials: readonly { id: string }[] } }) {
  const { chain } = useChain(lesson.id);
  const older = chain?.warnings.filter(({ id }) => !lesson.trials.some((trial) => trial.id === id)) ?? [];
  return older.length > 0 ? <TrialList trials={older} /> : null;
}

import type { TrialResult } from '@crosscity/forum/contract';
import { ResultLabel, T } from '@crosscity/platform/web';
import css from './Trials.module.css';

interface Tally {
  result: TrialResult;
  count: number;
}

const order: TrialResult[] = ['worked', 'mixed', 'didNotWork', 'harmed'];

/** One result as word, icon and colour. */
export function Result({ result }: { result: TrialResult }) {
  return <ResultLabel result={result === 'didNotWork' ? 'didNot' : result} />;
}

/** How it went for those who tried: each result as a word, an icon and a number. "Did not work" is as welcome as the rest. */
export function TrialTally({ tally }: { tally: readonly Tally[] }) {
  const shown = order.flatMap((result) => tally.filter((entry) => entry.result === result && entry.count > 0));
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <div className={css.tally}>
      <span>
        <T id="forum.trials.count" values={{ count: total as never }} />
      </span>
      <ul role="list" className={css.tallyList}>
        {shown.map(({ result, count }) => (
          <li key={result}>
            <Result result={result} />
            {total > 1 && <span className={css.times}>{count}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

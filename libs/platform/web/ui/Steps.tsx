import type { ReactNode } from 'react';
import { Link } from '../page/Link';
import { Tag } from './Labels';
import { T, useWords } from '../words/words';
import css from './Steps.module.css';

/** "Step 2 of 5: What we did". In words: dots and lines say nothing to many. */
export function Stepper({ step, of, title }: { step: number; of: number; title: ReactNode }) {
  return (
    <p className={css.stepper}>
      <T id="platform.step" values={{ step: step as never, of: of as never, title }} />
    </p>
  );
}

export interface Task {
  key: string;
  to: string;
  label: ReactNode;
  state: 'done' | 'started' | 'toDo' | 'cannotStart';
  /** The one that is open beside the list. */
  isCurrent?: boolean;
}

/** Everything that a larger piece of work needs, in any order, with what is done. */
export function TaskList({ label, tasks }: { label: string; tasks: Task[] }) {
  const words = useWords();
  return (
    <ul role="list" className={css.tasks} aria-label={label}>
      {tasks.map(({ key, to, label: name, state, isCurrent }) => (
        <li key={key} className={css.task}>
          {state === 'cannotStart' ? <span>{name}</span> : <Link to={to} aria-current={isCurrent ? 'step' : undefined}>{name}</Link>}
          <Tag kind={state === 'done' ? 'success' : state === 'started' ? 'info' : 'plain'}>{words(`platform.task.${state}`)}</Tag>
        </li>
      ))}
    </ul>
  );
}

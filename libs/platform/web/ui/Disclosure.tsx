import type { ReactNode } from 'react';
import { ChevronIcon } from './icons';
import css from './Disclosure.module.css';

export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className={css.disclosure} open={open}>
      <summary className={css.summary}>
        <span className={css.mark}>
          <ChevronIcon />
        </span>
        <span>{summary}</span>
      </summary>
      <div className={css.content}>{children}</div>
    </details>
  );
}

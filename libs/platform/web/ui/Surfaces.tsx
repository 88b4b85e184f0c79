import { useEffect, useState, type ElementType, type ReactNode } from 'react';
import { T } from '../words/words';
import css from './Surfaces.module.css';

/** One thing in a list. `of` says which element it is: `article` for a lesson or a reply, `li` inside lists. */
export function Card({ of: Element = 'article', unread, className, children, ...rest }: { of?: ElementType; unread?: boolean; className?: string; children: ReactNode; id?: string; 'aria-labelledby'?: string; lang?: string }) {
  return (
    <Element {...rest} className={[css.card, className].filter(Boolean).join(' ')} data-unread={unread || undefined}>
      {children}
    </Element>
  );
}

/** What to do where there is nothing yet: a sentence and one act. */
export function EmptyState({ words, action }: { words: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p>{words}</p>
      {action}
    </div>
  );
}

/** The still shape of what is coming. Nothing for 150 ms: most answers are quicker, and a flash is worse than a wait. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={css.skeleton} data-late={late || undefined} role="status">
      {late && (
        <span className="forScreenReaders">
          <T id="platform.loading" />
        </span>
      )}
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} aria-hidden="true" />
      ))}
    </div>
  );
}

/** How far something is; without a share, that it goes on. */
export function Progress({ label, share }: { label: string; share?: number }) {
  return (
    <div className={css.progress}>
      <span>{label}</span>
      <progress aria-label={label} value={share} max={1} />
    </div>
  );
}

/** Shown instead of one block that failed, while the rest of the page works. */
export function PartFailed({ words, onRetry }: { words: ReactNode; onRetry: () => void }) {
  return (
    <div className={css.empty} role="alert">
      <p>{words}</p>
      <button type="button" className={css.retry} onClick={onRetry}>
        <T id="platform.tryAgain" />
      </button>
    </div>
  );
}

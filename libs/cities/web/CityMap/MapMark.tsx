import css from './CityMap.module.css';

/** What a mark says, by colour and by shape: nobody has to tell the colours apart. */
export type MarkKind = 'good' | 'mixed' | 'neutral' | 'bad' | 'home';

/** A shape around its middle, 20 units wide. */
export function MarkShape({ kind }: { kind: MarkKind }) {
  switch (kind) {
    case 'good':
      return <circle r="8.5" className={css.good} />;
    case 'mixed':
      return <path d="M0-10.5 10.5 0 0 10.5-10.5 0z" className={css.mixed} />;
    case 'neutral':
      return (
        <>
          <rect x="-8" y="-8" width="16" height="16" className={css.neutral} />
          <path d="M-4-4 4 4M4-4-4 4" className={css.cross} />
        </>
      );
    case 'bad':
      return <path d="M0-10.5 10 8H-10z" className={css.bad} />;
    case 'home':
      return (
        <>
          <circle r="8.5" className={css.ring} />
          <circle r="3.5" className={css.core} />
        </>
      );
  }
}

/** The same mark beside words. */
export function MapMark({ kind }: { kind: MarkKind }) {
  return (
    <svg viewBox="-12 -12 24 24" width="18" height="18" aria-hidden="true" className={css.mark}>
      <MarkShape kind={kind} />
    </svg>
  );
}

import type { ReactNode } from 'react';
import { Link } from '../page/Link';
import { Button } from './Button';
import { CloseIcon } from './icons';
import { T, useWords } from '../words/words';
import css from './Finding.module.css';

/** What a list is narrowed to; each can be taken away by its own address. */
export function FilterChips({ chips, clear }: { chips: { key: string; label: ReactNode; without: string }[]; clear: string }) {
  const words = useWords();
  if (chips.length === 0) return null;
  return (
    <ul role="list" className={css.chips} aria-label={words('platform.filters.chosen')}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <Link to={without} className={css.chip} preventScrollReset>
            <span className="forScreenReaders">
              <T id="platform.filters.remove" />{' '}
            </span>
            <bdi>{label}</bdi>
            <CloseIcon size={16} />
          </Link>
        </li>
      ))}
      <li>
        <Link to={clear} className={css.clear} preventScrollReset>
          <T id="platform.filters.clear" />
        </Link>
      </li>
    </ul>
  );
}

export interface Facet {
  key: string;
  label: ReactNode;
  /** `to` switches the value on or off: filters are links, so they work without script and can be shared. */
  values: { key: string; label: ReactNode; count: number; chosen: boolean; to: string }[];
}

/** The values by which a list can be narrowed, with how many there are of each. */
export function FacetPanel({ facets }: { facets: Facet[] }) {
  const words = useWords();
  return (
    <nav className={css.facets} aria-label={words('platform.filters.label')}>
      {facets.map(({ key, label, values }) => (
        <details key={key} open className={css.facet}>
          <summary>{label}</summary>
          <ul role="list">
            {values.map((value) => (
              <li key={value.key}>
                <Link to={value.to} className={css.value} aria-current={value.chosen ? 'true' : undefined} preventScrollReset>
                  <span className={css.tick} aria-hidden="true" />
                  <bdi>{value.label}</bdi>
                  <span className={css.count}>{value.count}</span>
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}

/** "Show 20 more", and where one is in the whole. Never endless scrolling: the footer can be reached. */
export function Pager({ shown, total, more, busy, onMore }: { shown: number; total?: number; more: boolean; busy?: boolean; onMore: () => void }) {
  return (
    <div className={css.pager}>
      {total !== undefined && (
        <p role="status">
          <T id="platform.pager.position" values={{ shown: shown as never, total: total as never }} />
        </p>
      )}
      {more && (
        <Button onClick={onMore} state={busy ? 'busy' : undefined}>
          <T id="platform.pager.more" values={{ count: Math.min(20, total === undefined ? 20 : Math.max(1, total - shown)) as never }} />
        </Button>
      )}
    </div>
  );
}

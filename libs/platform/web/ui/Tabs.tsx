import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Link } from '../page/Link';
import css from './Tabs.module.css';

/** Views of one page, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: { to: string; label: ReactNode; count?: number }[] }) {
  const { pathname, search } = useLocation();
  const here = (to: string) => (to.includes('?') ? to === pathname + search : to === pathname && !tabs.some((tab) => tab.to === pathname + search && tab.to !== to));
  return (
    <nav aria-label={label}>
      <ul role="list" className={css.tabs}>
        {tabs.map(({ to, label: words, count }) => (
          <li key={to}>
            <Link to={to} className={css.tab} aria-current={here(to) ? 'page' : undefined}>
              {words}
              {count !== undefined && <span className={css.count}>{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { ReactNode } from 'react';
import { AlertIcon, InfoIcon, SuccessIcon, WarningIcon } from './icons';
import css from './Banner.module.css';

const icons = { info: InfoIcon, success: SuccessIcon, warning: WarningIcon, danger: AlertIcon };

/** Something to know about this page. `live` says it to screen readers when it appears. */
export function Banner({ kind = 'info', title, live, children, action }: { kind?: 'info' | 'success' | 'warning' | 'danger'; title?: ReactNode; live?: boolean; children?: ReactNode; action?: ReactNode }) {
  const Icon = icons[kind];
  return (
    <div className={`${css.banner} ${css[kind]}`} role={live ? (kind === 'danger' ? 'alert' : 'status') : undefined}>
      <span className={css.icon}>
        <Icon />
      </span>
      <div className={css.words}>
        {title && <p className={css.title}>{title}</p>}
        {children}
      </div>
      {action && <div className={css.action}>{action}</div>}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Link } from '../page/Link';
import { buttonClass, type ButtonKind } from './Button';

/** Looks like a button because it is the next step, and is a link because it goes to an address. */
export function LinkButton({ to, kind = 'secondary', icon, wide, reload, children }: { to: string; kind?: ButtonKind; icon?: ReactNode; wide?: boolean; reload?: boolean; children: ReactNode }) {
  return (
    <Link to={to} reloadDocument={reload} className={buttonClass(kind, wide)}>
      {icon && <span aria-hidden="true">{icon}</span>}
      <span>{children}</span>
    </Link>
  );
}

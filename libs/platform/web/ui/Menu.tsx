import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from '../page/Link';
import css from './Menu.module.css';

export type MenuItem = { key: string; label: ReactNode; icon?: ReactNode; danger?: boolean } & ({ to: string; onSelect?: undefined } | { onSelect: () => void; to?: undefined });

/** A button that shows a few links and acts. Popover of the browser: light dismiss and Escape come with it. */
export function Menu({ button, label, items, className }: { button: ReactNode; label: string; items: MenuItem[]; className?: string }) {
  const id = useId().replace(/[^\w-]/g, '');
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  // The entries are made when somebody reaches for the button: most readers of a page never do.
  const [reached, setReached] = useState(false);
  const reach = () => setReached(true);
  useEffect(() => {
    // The browser opened it before the page's script was there.
    if (list.current?.matches(':popover-open')) setReached(true);
  }, []);

  const close = () => list.current?.hidePopover();
  const onKeyDown = (event: KeyboardEvent) => {
    const entries = [...(list.current?.querySelectorAll<HTMLElement>('a, button') ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: (at + 1) % entries.length, ArrowUp: (at - 1 + entries.length) % entries.length, Home: 0, End: entries.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    entries[target]?.focus();
  };
  return (
    <>
      <button ref={opener} type="button" className={className ?? css.opener} popoverTarget={`menu-${id}`} onPointerDown={reach} onFocus={reach} onMouseEnter={reach} aria-label={label} title={label}>
        {button}
      </button>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys move between the entries inside, which are the controls */}
      <div
        ref={list}
        id={`menu-${id}`}
        popover="auto"
        className={css.menu}
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          if (event.newState !== 'open') return;
          place(list.current!, opener.current!);
          list.current?.querySelector<HTMLElement>('a, button')?.focus();
        }}
      >
        {reached && (
        <ul role="list">
          {items.map(({ key, label: words, icon, danger, to, onSelect }) => (
            <li key={key}>
              {to !== undefined ? (
                <Link to={to} className={css.item} onClick={close}>
                  {icon}
                  <span>{words}</span>
                </Link>
              ) : (
                <button
                  type="button"
                  className={`${css.item} ${danger ? css.danger : ''}`}
                  onClick={() => {
                    close();
                    opener.current?.focus();
                    onSelect();
                  }}
                >
                  {icon}
                  <span>{words}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
        )}
      </div>
    </>
  );
}

/** Below its button, inside the window; measured, because anchor positioning is too young for old phones. */
function place(menu: HTMLElement, opener: HTMLElement): void {
  const from = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const rtl = getComputedStyle(opener).direction === 'rtl';
  const wide = document.documentElement.clientWidth;
  const across = Math.max(8, Math.min(rtl ? from.left : from.right - width, wide - width - 8));
  const below = from.bottom + 6 + height <= window.innerHeight ? from.bottom + 6 : Math.max(8, from.top - height - 6);
  menu.style.insetInlineStart = `${rtl ? wide - across - width : across}px`;
  menu.style.insetBlockStart = `${below}px`;
}

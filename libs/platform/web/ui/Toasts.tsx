import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { CloseIcon, UndoIcon } from './icons';
import { T, useWords } from '../words/words';
import css from './Toasts.module.css';

export interface Toast {
  words: ReactNode;
  /** Takes the act back; offered for as long as the toast stays. */
  undo?: () => void | Promise<unknown>;
}

const ToastContext = createContext<(toast: Toast) => void>(() => {});
const staysFor = 10_000;

/** Confirms light acts: `toast({ words: …, undo: () => … })`. Stays 10 s, waits while one points at it or focuses it. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

export function Toasts({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(Toast & { key: number })[]>([]);
  const next = useRef(0);
  const timers = useRef(new Map<number, { timer?: ReturnType<typeof setTimeout>; left: number; since: number }>());
  const words = useWords();

  const remove = useCallback((key: number) => {
    clearTimeout(timers.current.get(key)?.timer);
    timers.current.delete(key);
    setShown((toasts) => toasts.filter((toast) => toast.key !== key));
  }, []);
  const run = useCallback(
    (key: number) => {
      const clock = timers.current.get(key);
      if (!clock) return;
      clock.since = Date.now();
      clock.timer = setTimeout(() => remove(key), clock.left);
    },
    [remove],
  );
  const toast = useCallback(
    (fresh: Toast) => {
      const key = next.current++;
      timers.current.set(key, { left: staysFor, since: Date.now() });
      setShown((toasts) => [...toasts.slice(-2), { ...fresh, key }]);
      run(key);
    },
    [run],
  );
  const handlers = useMemo(
    () => ({
      pause: () => {
        for (const clock of timers.current.values()) {
          clearTimeout(clock.timer);
          clock.left = Math.max(2000, clock.left - (Date.now() - clock.since));
        }
      },
      resume: () => [...timers.current.keys()].forEach(run),
    }),
    [run],
  );

  return (
    <ToastContext value={toast}>
      {children}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the clock stands still while one points at a toast or is in it */}
      <div className={css.toasts} role="status" aria-live="polite" onPointerEnter={handlers.pause} onPointerLeave={handlers.resume} onFocus={handlers.pause} onBlur={handlers.resume}>
        {shown.map(({ key, words: sentence, undo }) => (
          <div key={key} className={css.toast}>
            <p>{sentence}</p>
            {undo && (
              <Button
                kind="quiet"
                icon={<UndoIcon size={18} />}
                className={css.undo}
                onClick={() => {
                  remove(key);
                  void undo();
                }}
              >
                <T id="platform.undo" />
              </Button>
            )}
            <IconButton label={words('platform.close')} icon={<CloseIcon />} className={css.close} onClick={() => remove(key)} />
          </div>
        ))}
      </div>
    </ToastContext>
  );
}

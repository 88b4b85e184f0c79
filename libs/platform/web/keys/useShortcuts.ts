import { useEffect, useRef, useSyncExternalStore } from 'react';

const STORED = 'shortcuts';
const changed = new EventTarget();

/** Whether single keys act on this device. People who speak to their computer, or type by switch, turn them off (WCAG 2.1.4). */
export function useShortcutsOn(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      changed.addEventListener('change', listener);
      return () => changed.removeEventListener('change', listener);
    },
    () => localStorage.getItem(STORED) !== 'off',
    () => true,
  );
  return [on, (wanted) => {
    localStorage.setItem(STORED, wanted ? 'on' : 'off');
    changed.dispatchEvent(new Event('change'));
  }];
}

/** Physical keys, so that they work on every layout: `KeyJ`, `Digit1`, `Escape`. */
export type Shortcuts = Partial<Record<string, () => void>>;

/** Single keys of a page. Never inside fields and dialogs, never with Ctrl, Alt or Meta: those belong to the browser. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const [on] = useShortcutsOn();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!on) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const act = latest.current[event.code];
      const target = event.target as HTMLElement;
      if (!act || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || target.closest('input, textarea, select, [contenteditable], dialog')) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [on]);
}

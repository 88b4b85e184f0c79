import { useCallback, useEffect, useRef, useState } from 'react';
import { useViewer } from '../viewer/viewer';
import { forgetDraft, keepDraft, keptDraft, type KeptDraft } from './deviceDraft';

export type DraftState = { kind: 'untouched' } | { kind: 'saving' } | { kind: 'kept'; at: number } | { kind: 'failed' };

export interface DeviceDraft<TContent> {
  /** What is kept here from before; undefined while it is looked up, null when there is nothing. */
  found: KeptDraft<TContent> | null | undefined;
  state: DraftState;
  /** Call on every change: kept 500 ms after the last one, and at once when the page is left. */
  keep: (content: TContent) => void;
  /** Keeps now what waits to be kept. */
  flush: () => Promise<void>;
  /** After the text is safe on the server, or thrown away by its author. */
  forget: () => Promise<void>;
}

const restFor = 500;

/**
 * Nothing a person typed is lost: the text is kept on the device before any network is asked, and survives a closed tab.
 * The key names the place: `reply:<lesson>`, `lesson:new`.
 */
export function useDeviceDraft<TContent>(key: string): DeviceDraft<TContent> {
  const person = useViewer()?.id ?? 'guest';
  const [found, setFound] = useState<KeptDraft<TContent> | null | undefined>(undefined);
  const [state, setState] = useState<DraftState>({ kind: 'untouched' });
  const waiting = useRef<{ content: TContent; timer: ReturnType<typeof setTimeout> } | null>(null);
  // Writes follow one another, so that an older text never lands after a newer one.
  const writing = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => {
    let current = true;
    setFound(undefined);
    keptDraft<TContent>(person, key).then(
      (draft) => current && setFound(draft ?? null),
      () => current && setFound(null),
    );
    return () => {
      current = false;
    };
  }, [person, key]);

  const flush = useCallback(() => {
    const pending = waiting.current;
    if (pending) {
      clearTimeout(pending.timer);
      waiting.current = null;
      const at = Date.now();
      writing.current = writing.current
        .then(() => keepDraft({ key, person, content: pending.content, keptAt: at }))
        .then(
          () => setState({ kind: 'kept', at }),
          () => setState({ kind: 'failed' }),
        );
    }
    return writing.current;
  }, [key, person]);

  const keep = useCallback(
    (content: TContent) => {
      clearTimeout(waiting.current?.timer);
      waiting.current = { content, timer: setTimeout(() => void flush(), restFor) };
      setState({ kind: 'saving' });
    },
    [flush],
  );

  const forget = useCallback(async () => {
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
    await writing.current;
    await forgetDraft(person, key).catch(() => {});
    setFound(null);
    setState({ kind: 'untouched' });
  }, [person, key]);

  useEffect(() => {
    const leave = () => void (document.visibilityState === 'hidden' && flush());
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', flush);
      void flush();
    };
  }, [flush]);

  return { found, state, keep, flush, forget };
}

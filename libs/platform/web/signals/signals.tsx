import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useViewer } from '../viewer/viewer';
import { SignalListener, type Signal, type SignalSubject } from './listener';

const SignalsContext = createContext<SignalListener | null>(null);

/** One listener per tab, for signed-in people; it connects after the page is idle and somebody listens. */
export function SignalsProvider({ children }: { children: ReactNode }) {
  const person = useViewer()?.id;
  const listener = useMemo(() => (person && typeof window !== 'undefined' ? new SignalListener() : null), [person]);
  useEffect(() => () => listener?.close(), [listener]);
  return <SignalsContext value={listener}>{children}</SignalsContext>;
}

/**
 * Calls the handler when something of this kind and id should be looked at again, and with `missed: true` when nobody
 * knows what was said meanwhile: after each connect, and on joining a page's room, unless the room's version is the one
 * that the page shows. At most once per second. `look` joins the page's room.
 */
export function useSignal(subject: SignalSubject | null, handler: (signal: Signal) => void, { look = true, version }: { look?: boolean; version?: string } = {}): void {
  const listener = useContext(SignalsContext);
  const latest = useRef({ handler, version });
  useEffect(() => {
    latest.current = { handler, version };
  });
  const kind = subject?.kind;
  const id = subject?.id;
  useEffect(() => {
    if (!listener || !kind) return undefined;
    return listener.listen({ kind, id }, look, (signal) => latest.current.handler(signal), () => latest.current.version);
  }, [listener, kind, id, look]);
}

import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, type RefObject } from 'react';
import { MarkSeenDocument } from './Discussion.generated';

const seenAfter = 1000;
const sendAfter = 1500;

/**
 * Read means seen: half of a reply (or of the window, for long ones) in view for a second while the page is looked at.
 * The server keeps one number per reader, so only an unbroken run from the last one on is told: a reply that was not
 * seen stays new, even when a later one was.
 */
export function useSeen(list: RefObject<HTMLElement | null>, threadId: string, reading: { lastSeenSeq: number; since: string | null } | null, loaded: readonly number[], inboxHasNews: boolean): void {
  const [markSeen] = useMutation(MarkSeenDocument);
  const seen = useRef(new Set<number>());
  const lastSeen = reading && reading.lastSeenSeq;
  const told = useRef(lastSeen ?? 0);
  const untold = useRef(reading !== null && (reading.since === null || inboxHasNews));
  const signature = loaded.join(' ');

  useEffect(() => {
    const root = list.current;
    if (lastSeen === null || !root) return undefined;
    let sending: ReturnType<typeof setTimeout> | undefined;
    const timers = new Map<Element, ReturnType<typeof setTimeout>>();

    const tell = () => {
      clearTimeout(sending);
      sending = undefined;
      let upTo = told.current;
      while (seen.current.has(upTo + 1)) upTo += 1;
      if (upTo === told.current && !untold.current) return;
      untold.current = false;
      told.current = upTo;
      // Not told is only not yet told: the next visit tells it again.
      void markSeen({ variables: { input: { threadId, upTo } } }).catch(() => undefined);
    };
    // Opening counts from the first second on, so that later replies are new to whoever was here before them, and so that
    // the inbox stops telling of a thread that one found without it.
    if (untold.current) sending = setTimeout(tell, sendAfter);
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const enough = entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= window.innerHeight / 2;
          if (enough && !timers.has(entry.target)) {
            timers.set(
              entry.target,
              setTimeout(() => {
                if (document.visibilityState !== 'visible') return;
                observer.unobserve(entry.target);
                seen.current.add(Number((entry.target as HTMLElement).dataset.seq));
                sending ??= setTimeout(tell, sendAfter);
              }, seenAfter),
            );
          } else if (!enough) {
            clearTimeout(timers.get(entry.target));
            timers.delete(entry.target);
          }
        }
      },
      { threshold: [0, 0.25, 0.5, 0.75, 1] },
    );
    const watch = () => {
      for (const element of root.querySelectorAll<HTMLElement>('[data-seq]')) {
        if (Number(element.dataset.seq) > told.current && !seen.current.has(Number(element.dataset.seq))) observer.observe(element);
      }
    };
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') return tell();
      // Timers that ran out while nobody looked start again.
      observer.disconnect();
      timers.clear();
      watch();
    };
    watch();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      observer.disconnect();
      for (const timer of timers.values()) clearTimeout(timer);
      tell();
    };
    // Not when lastSeen changes: that is our own news coming back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [list, threadId, lastSeen === null, signature, markSeen]);
}

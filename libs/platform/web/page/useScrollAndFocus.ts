import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Location, NavigationType } from 'react-router';

const storageName = 'crosscity.scroll';
const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

function positions(): Record<string, number> {
  try {
    return JSON.parse(sessionStorage.getItem(storageName) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}

/** Every document starts with the key "default": the path tells one from another (a page may change its own search). */
const placeOf = ({ key, pathname }: Location) => `${key} ${pathname}`;

/** After a move: to the top with focus on the heading, back where one was, or to the named place. */
export function useScrollAndFocus(location: Location, action: NavigationType | `${NavigationType}`): void {
  const previous = useRef<Location>(location);

  useEffect(() => {
    history.scrollRestoration = 'manual';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const kept = Object.entries({ ...positions(), [placeOf(location)]: Math.round(window.scrollY) }).slice(-50);
        try {
          sessionStorage.setItem(storageName, JSON.stringify(Object.fromEntries(kept)));
        } catch {
          // Storage is full or forbidden: the page then starts at the top, which is harmless.
        }
      }, 100);
    };
    addEventListener('scroll', remember, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', remember);
    };
  }, [location]);

  useBrowserLayoutEffect(() => {
    const first = previous.current === location;
    const samePage = previous.current.pathname === location.pathname;
    previous.current = location;
    const kept = positions()[placeOf(location)];
    if (first) {
      if (kept !== undefined && !location.hash) scrollTo({ top: kept, behavior: 'instant' });
      return;
    }
    if (location.hash) {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      target?.scrollIntoView({ behavior: 'instant', block: 'start' });
      focusOn(target);
      return;
    }
    // Filters and open parts of one page change the address, not the place of the reader.
    if (samePage && action !== 'POP') return;
    focusOn(document.querySelector('main h1'));
    scrollTo({ top: action === 'POP' ? (kept ?? 0) : 0, behavior: 'instant' });
  }, [location, action]);
}

function focusOn(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

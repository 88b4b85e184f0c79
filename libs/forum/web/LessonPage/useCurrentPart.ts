import { useEffect } from 'react';

/**
 * Marks in the contents what one reads: the last place whose beginning has passed the top of the window. Written into the
 * links themselves, which React draws once and without the mark: so the first view need not carry this.
 */
export function useCurrentPart(): void {
  useEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      const line = Math.min(window.innerHeight / 3, 160);
      const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')];
      const topOf = (link: HTMLAnchorElement) => document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top ?? Infinity;
      const current = links.findLast((link) => topOf(link) < line)?.hash;
      for (const link of links) {
        if (link.hash === current) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    };
    const soon = () => (asked ||= requestAnimationFrame(look));
    soon();
    window.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      window.removeEventListener('scroll', soon);
    };
  }, []);
}

/**
 * Keeps the reply that one reads where it is while others above it change their height: call before the change, and what
 * comes back right after it. Most browsers do so by themselves; Safari does not.
 */
export function holdPlace(list: HTMLElement | null): () => void {
  if (!list || CSS.supports('overflow-anchor', 'auto')) return () => {};
  const places = [...list.querySelectorAll<HTMLElement>('[data-seq]')].map((element) => ({ element, top: element.getBoundingClientRect().top }));
  // The first that begins on the screen: one that begins above it may be what changes.
  const held = places.filter(({ top }) => top >= 0).sort((one, other) => one.top - other.top)[0];
  return () => {
    const moved = held ? held.element.getBoundingClientRect().top - held.top : 0;
    // Nothing to hold while the discussion is still below the screen.
    if (held && held.top < window.innerHeight && Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
  };
}

import { Link as RouterLink, useHref, type LinkProps } from 'react-router';
import { useLocale } from '../words/words';
import { prefetch, useSite } from './runtime';

/** A link inside Crosscity. The page starts loading when the finger goes down or the key lands on it. */
export function Link({ onPointerDown, onFocus, ...props }: LinkProps) {
  const site = useSite();
  const { locale } = useLocale();
  const href = useHref(props.to, { relative: props.relative });
  return (
    <RouterLink
      discover="none"
      {...props}
      onPointerDown={(event) => {
        if (event.button === 0) prefetch(site, href, locale);
        onPointerDown?.(event);
      }}
      onFocus={(event) => {
        // Focus by keyboard only: a mouse press was already seen above.
        if (event.currentTarget.matches(':focus-visible')) prefetch(site, href, locale);
        onFocus?.(event);
      }}
    />
  );
}


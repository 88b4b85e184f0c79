import { T, UnreadDot } from '@crosscity/platform/web';

/** How many cases wait for a moderator: the number for the eye, a sentence for screen readers. */
export function OpenCases({ count }: { count: number }) {
  return <UnreadDot count={count} words={<T id="shell.openCases" values={{ count: count as never }} />} />;
}

import { refuse } from '@crosscity/platform/server';
import { DateTime, IANAZone } from 'luxon';

const LOCAL = `yyyy-MM-dd'T'HH:mm`;

export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/**
 * The instant of a local time, `2027-05-11T09:30`, in a zone. A time that the clock jumps over is refused; one that
 * comes twice means the earlier.
 */
export function instantOf(local: string, zone: string, field: string): Date {
  const time = DateTime.fromFormat(local, LOCAL, { zone });
  if (!time.isValid || time.toFormat(LOCAL) !== local) throw refuse('events.noSuchTime', { field, local });
  const earlier = time.minus({ hours: 1 });
  // Luxon takes either of the two; the same local time an hour before means that this is the later one.
  return (earlier.toFormat(LOCAL) === local ? earlier : time).toJSDate();
}

/** What the clock in that zone shows, as the editor's fields take it. */
export function localOf(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat(LOCAL);
}

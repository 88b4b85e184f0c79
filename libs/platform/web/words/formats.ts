import { useMemo, useSyncExternalStore } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { useViewer } from '../viewer/viewer';

const never = () => () => {};

/** The reader's zone: what they chose, else the device's; on the server a guest has none yet. */
export function useTimeZone(): string | undefined {
  const chosen = useViewer()?.timeZone;
  const device = useSyncExternalStore(never, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => undefined);
  return chosen ?? device;
}

export interface Formats {
  /** "Thu 11 March 2027" */
  date(at: string | Date, timeZone?: string): string;
  /** "11 Mar 2027", for facts under a title */
  shortDate(at: string | Date, timeZone?: string): string;
  /** "March 2027", over a part of a list */
  month(at: string | Date, timeZone?: string): string;
  /** "09:00" */
  time(at: string | Date, timeZone?: string): string;
  /** "Thu 11 March 2027 at 09:00" */
  dateTime(at: string | Date, timeZone?: string): string;
  /** "9:00–17:00" or "11–12 March 2027": the formatter joins, never the code (interface plan 3.7). */
  dateRange(from: string | Date, to: string | Date, timeZone?: string): string;
  timeRange(from: string | Date, to: string | Date, timeZone?: string): string;
  number(value: number): string;
  percent(share: number): string;
  list(parts: string[]): string;
  /** "3 hours ago", "in 2 days" */
  relative(at: string | Date, now: number): string;
}

const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

export function formatsOf(intl: IntlShape, ownZone = 'UTC'): Formats {
  const formatter = (options: Intl.DateTimeFormatOptions, timeZone = ownZone) => intl.formatters.getDateTimeFormat(intl.locale, { ...options, timeZone });
  const show = (options: Intl.DateTimeFormatOptions) => (at: string | Date, timeZone?: string) => tidy(formatter(options, timeZone).format(new Date(at)));
  const range = (options: Intl.DateTimeFormatOptions) => (from: string | Date, to: string | Date, timeZone?: string) =>
    tidy(formatter(options, timeZone).formatRange(new Date(from), new Date(to)));
  return {
    date: show(day),
    shortDate: show({ day: 'numeric', month: 'short', year: 'numeric' }),
    month: show({ month: 'long', year: 'numeric' }),
    time: show(clock),
    dateTime: show({ ...day, ...clock }),
    dateRange: range(day),
    timeRange: range(clock),
    number: (value) => intl.formatNumber(value),
    percent: (share) => intl.formatNumber(share, { style: 'percent' }),
    list: (parts) => intl.formatList(parts),
    relative: (at, now) => relative(intl, new Date(at).getTime(), now),
  };
}

export function useFormats(): Formats {
  const intl = useIntl();
  const zone = useTimeZone();
  return useMemo(() => formatsOf(intl, zone), [intl, zone]);
}

// "Thu 11 March 2027", without the comma that some versions put after the weekday. Thin spaces differ
// between ICU versions of server and browser and would make the client render again.
function tidy(text: string): string {
  return text.replace(/(?<!\p{L})(\p{Script=Latin}{3}), (?=\d)/gu, '$1 ').replace(/[\u2009\u202f]/g, ' ');
}

const steps: [limit: number, unit: Intl.RelativeTimeFormatUnit, milliseconds: number][] = [
  [3_600_000, 'minute', 60_000],
  [86_400_000, 'hour', 3_600_000],
  [30 * 86_400_000, 'day', 86_400_000],
  [365 * 86_400_000, 'month', 30 * 86_400_000],
  [Infinity, 'year', 365 * 86_400_000],
];

function relative(intl: IntlShape, at: number, now: number): string {
  const distance = at - now;
  const [, unit, size] = steps.find(([limit]) => Math.abs(distance) < limit)!;
  // Math.trunc: "1 day ago" begins after a whole day, not after 12 hours.
  return intl.formatRelativeTime(Math.trunc(distance / size), unit, { numeric: 'auto' });
}

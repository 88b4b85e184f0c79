import { useEffect, useState } from 'react';
import { useSite } from '../page/runtime';
import { useFormats, useTimeZone } from '../words/formats';
import { T } from '../words/words';
import css from './Times.module.css';

/** "3 hours ago", exact on hover and for machines. Starts from the server's clock, so that both draw the same. */
export function RelativeTime({ at }: { at: string }) {
  const { madeAt } = useSite();
  const formats = useFormats();
  const [now, setNow] = useState(madeAt);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const timers = [setTimeout(tick), setInterval(tick, 60_000)];
    return () => timers.forEach(clearInterval);
  }, []);
  return (
    <time dateTime={at} title={formats.dateTime(at)}>
      {formats.relative(at, now)}
    </time>
  );
}

/** A meeting's own clock with its place, and the reader's clock when that differs. A time never stands without either. */
export function ZonedTime({ from, to, zone, place }: { from: string; to?: string; zone: string; place: string }) {
  const formats = useFormats();
  const own = useTimeZone();
  const sameDay = !to || formats.date(from, zone) === formats.date(to, zone);
  const clock = (timeZone: string) => (to && sameDay ? formats.timeRange(from, to, timeZone) : formats.time(from, timeZone));
  const differs = own !== undefined && (clock(own) !== clock(zone) || formats.date(from, own) !== formats.date(from, zone));
  return (
    <span className={css.clocks}>
      <time dateTime={from} className={css.day}>
        {sameDay ? formats.date(from, zone) : formats.dateRange(from, to!, zone)}
      </time>
      <span>
        <T id="platform.time.there" values={{ time: clock(zone), place: <bdi>{place}</bdi> }} />
      </span>
      {differs && (
        <span className={css.own}>
          <T id={formats.date(from, own) === formats.date(from, zone) ? 'platform.time.yours' : 'platform.time.yoursOnDay'} values={{ time: clock(own), day: formats.date(from, own) }} />
        </span>
      )}
    </span>
  );
}

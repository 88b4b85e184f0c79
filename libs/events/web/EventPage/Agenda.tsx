import { Tag, T, UserText, useFormats, useTimeZone } from '@crosscity/platform/web';
import { useState } from 'react';
import { inGroups } from '../when';
import type { AgendaFragment } from './Agenda.generated';
import css from './Agenda.module.css';

type Session = AgendaFragment['sessions'][number];

/** The agenda by day, by the clock of the meeting or by the reader's own: one switch for all of it. */
export function Agenda({ event }: { event: AgendaFragment }) {
  const formats = useFormats();
  const own = useTimeZone();
  const [byOwn, setByOwn] = useState(false);
  if (event.sessions.length === 0) return null;
  const differs = own !== undefined && event.sessions.some(({ startsAt }) => formats.dateTime(startsAt, own) !== formats.dateTime(startsAt, event.timeZone));
  const zone = differs && byOwn ? own : event.timeZone;
  const seatIn = (id: string) => event.viewerRegistration?.sessions.find(({ sessionId }) => sessionId === id)?.seat;
  return (
    <section className={css.agenda} aria-labelledby="agenda">
      <div className={css.head}>
        <h2 id="agenda"><T id="events.agenda" /></h2>
        {differs && (
          <div className={css.clocks} role="group" aria-labelledby="agenda">
            <button type="button" aria-pressed={!byOwn} onClick={() => setByOwn(false)}><T id="events.clock.there" values={{ place: <bdi>{event.city.name}</bdi> }} /></button>
            <button type="button" aria-pressed={byOwn} onClick={() => setByOwn(true)}><T id="events.clock.mine" /></button>
          </div>
        )}
      </div>
      {inGroups(event.sessions, ({ startsAt }) => formats.date(startsAt, zone)).map(([day, sessions]) => (
        <section key={day} className={css.day}>
          <h3>{day}</h3>
          <ol role="list" className={css.lines}>
            {sessions.map((session) => <Line key={session.id} session={session} zone={zone} language={event.language} seat={seatIn(session.id)} />)}
          </ol>
        </section>
      ))}
      <p className={css.note}>
        {zone === event.timeZone ? <T id="events.clock.note.there" values={{ place: <bdi>{event.city.name}</bdi> }} /> : <T id="events.clock.note.mine" values={{ zone: <bdi dir="ltr">{zone.replaceAll('_', ' ')}</bdi> }} />}
      </p>
    </section>
  );
}

function Line({ session, zone, language, seat }: { session: Session; zone: string; language: string; seat?: 'wanted' | 'confirmed' | 'waiting' }) {
  const formats = useFormats();
  return (
    <li className={css.line}>
      <time dateTime={session.startsAt} className={css.time}>{formats.timeRange(session.startsAt, session.endsAt, zone)}</time>
      <div className={css.what}>
        <p><UserText of="span" text={session.title} lang={language} /></p>
        {(session.place || session.limit !== null || seat) && (
          <p className={css.facts}>
            {session.place && <bdi>{session.place}</bdi>}
            {session.limit != null && <span>{session.placesLeft === 0 ? <T id="events.session.full" /> : <T id="events.placesLeft" values={{ left: session.placesLeft as never, limit: session.limit as never }} />}</span>}
            {seat && <Tag kind={seat === 'confirmed' ? 'success' : 'info'}><T id={`events.session.${seat}`} /></Tag>}
          </p>
        )}
      </div>
    </li>
  );
}

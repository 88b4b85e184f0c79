import { Card, Link, T, Tag, TicketIcon, UserText, ZonedTime, useFormats, useSite, useWords } from '@crosscity/platform/web';
import { useNames } from '@crosscity/cities/web';
import { activeOf } from '../standing';
import type { EventCardFragment } from './EventCard.generated';
import css from './EventCard.module.css';

/** A meeting in a list, on the home page and on a city's page: one card everywhere. */
export function EventCard({ event, of = 'div', heading: Heading = 'h3' }: { event: EventCardFragment; of?: 'div' | 'li'; heading?: 'h2' | 'h3' }) {
  const names = useNames();
  const formats = useFormats();
  const mine = activeOf(event.viewerRegistration);
  return (
    <Card of={of} className={css.card}>
      <Heading>
        <Link to={`/events/${event.slug}`}><UserText of="span" text={event.title} lang={event.language} /></Link>
      </Heading>
      <p className={css.when}><ZonedTime from={event.startsAt} to={event.endsAt} zone={event.timeZone} place={event.city.name} /></p>
      <p className={css.facts}>
        <bdi>{event.city.name}</bdi>
        <span>{formats.list(event.languages.map(names.language))}</span>
        <PlacesLeft event={event} />
      </p>
      {(mine || event.chathamHouse) && (
        <p className={css.tags}>
          {mine && <Tag kind={mine.status === 'confirmed' ? 'success' : 'info'} icon={<TicketIcon size={16} />}><T id={`events.mine.${mine.status}`} values={{ place: mine.placeInLine ?? 0 }} /></Tag>}
          {event.chathamHouse && <Tag><T id="events.chatham" /></Tag>}
        </p>
      )}
    </Card>
  );
}

/** "8 of 60 places left", or why nobody can register. */
export function PlacesLeft({ event }: { event: Pick<EventCardFragment, 'status' | 'endsAt' | 'closesAt' | 'placesLeft' | 'limit' | 'way'> }) {
  const { madeAt } = useSite();
  const words = useWords();
  if (event.status === 'cancelled') return <strong className={css.cancelled}>{words('events.cancelled')}</strong>;
  if (Date.parse(event.endsAt) <= madeAt) return <span>{words('events.over')}</span>;
  if (Date.parse(event.closesAt) <= madeAt) return <span>{words('events.closed')}</span>;
  if (event.way === 'invitation') return <span>{words('events.way.invitation')}</span>;
  if (event.placesLeft === 0) return <span>{words('events.full')}</span>;
  return <span>{words('events.placesLeft', { left: event.placesLeft, limit: event.limit })}</span>;
}

import { T } from '@crosscity/platform/web';
import { EventCard } from '../EventCard/EventCard';
import type { EventsOfCityFragment } from './EventLists.generated';
import css from './EventLists.module.css';

/** Meetings that are coming up in a city; nothing where there are none. */
export function EventsOfCity({ city }: { city: EventsOfCityFragment }) {
  if (city.meetings.length === 0) return null;
  return (
    <section className={css.city} aria-labelledby="meetings">
      <h2 id="meetings"><T id="events.ofCity" values={{ city: <bdi>{city.name}</bdi> }} /></h2>
      <ul role="list" className={css.list}>{city.meetings.map((event) => <li key={event.id}><EventCard event={event} /></li>)}</ul>
    </section>
  );
}

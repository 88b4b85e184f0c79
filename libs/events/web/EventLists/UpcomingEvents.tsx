import { EmptyState, LinkButton, T } from '@crosscity/platform/web';
import { EventCard } from '../EventCard/EventCard';
import type { UpcomingEventsFragment } from './EventLists.generated';
import css from './EventLists.module.css';

/** The next meetings, for a page of another kind. The heading is the page's. */
export function UpcomingEvents({ query, most = 3 }: { query: UpcomingEventsFragment; most?: number }) {
  const { items } = query.upcomingEvents;
  if (items.length === 0) return <EmptyState words={<T id="events.none.coming" />} action={<LinkButton to="/events?view=past"><T id="events.past.see" /></LinkButton>} />;
  return <ul role="list" className={css.list}>{items.slice(0, most).map((event) => <li key={event.id}><EventCard event={event} /></li>)}</ul>;
}

import { LinkButton, T, TicketIcon } from '@crosscity/platform/web';
import { EventCard } from '../EventCard/EventCard';
import type { NextRegistrationFragment } from './EventLists.generated';
import css from './EventLists.module.css';

/** The next meeting where the reader has a place, with the way to it; nothing where there is none. */
export function NextRegistration({ query }: { query: NextRegistrationFragment }) {
  const [event] = query.nextRegistrations.items;
  if (!event?.viewerRegistration) return null;
  return (
    <div className={css.next}>
      <EventCard event={event} />
      <LinkButton to={`/me/registrations/${event.viewerRegistration.code}`} icon={<TicketIcon size={18} />}><T id="events.act.see" /></LinkButton>
    </div>
  );
}

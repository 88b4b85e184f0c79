import { EmptyState, LinkButton, Pager, T, Tabs, isStaff, pageQuery, useFormats, usePage, useViewer, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState } from 'react';
import { inGroups, type EventWhen } from '../when';
import { EventCard } from '../EventCard/EventCard';
import type { EventCardFragment } from '../EventCard/EventCard.generated';
import { EventsPageDocument } from './EventsPage.generated';
import css from './EventsPage.module.css';

const whenOf = (search: URLSearchParams): EventWhen => (search.get('view') === 'past' ? 'past' : search.get('view') === 'mine' ? 'mine' : 'coming');

export const query = pageQuery(EventsPageDocument, ({ search }) => ({ when: whenOf(search), first: 20 }));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'events.title');
export const description: PageModule['description'] = (intl) => wordsOf(intl, 'events.lead');
export const canonical: PageModule['canonical'] = (_data, { search }) => (whenOf(search) === 'past' ? '/events?view=past' : '/events');

/** Meetings by month: few of them, in many time zones, so a list and no grid of days. */
export function Page() {
  const { data: { events }, variables, fetchMore } = usePage(EventsPageDocument);
  const [busy, setBusy] = useState(false);
  const words = useWords();
  const viewer = useViewer();
  const more = async () => {
    setBusy(true);
    await fetchMore({ variables: { after: events.nextCursor } }).finally(() => setBusy(false));
  };
  const tabs = [
    { to: '/events', label: <T id="events.coming" /> },
    ...(viewer ? [{ to: '/events?view=mine', label: <T id="events.mine" /> }] : []),
    { to: '/events?view=past', label: <T id="events.past" /> },
  ];
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1><T id="events.title" /></h1>
          <p className={css.lead}><T id="events.lead" /></p>
        </div>
        {isStaff(viewer) && <LinkButton to="/staff/events"><T id="events.staff" /></LinkButton>}
      </header>
      <Tabs label={words('events.views')} tabs={tabs} />
      {events.items.length === 0
        ? <EmptyState words={<T id={`events.none.${variables.when}`} />} action={variables.when === 'coming' ? undefined : <LinkButton to="/events"><T id="events.see" /></LinkButton>} />
        : <Months events={events.items} />}
      <Pager shown={events.items.length} more={events.nextCursor !== null} busy={busy} onMore={() => void more()} />
    </div>
  );
}

function Months({ events }: { events: EventCardFragment[] }) {
  const formats = useFormats();
  return inGroups(events, (event) => formats.month(event.startsAt, event.timeZone)).map(([month, inMonth]) => (
    <section key={month} className={css.month}>
      <h2>{month}</h2>
      <ul role="list" className={css.list}>
        {inMonth.map((event) => <li key={event.id}><EventCard event={event} /></li>)}
      </ul>
    </section>
  ));
}

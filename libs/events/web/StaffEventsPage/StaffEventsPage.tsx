import { AddIcon, Card, EmptyState, Link, LinkButton, Pager, T, Tag, UserText, ZonedTime, pageQuery, usePage, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState } from 'react';
import { StaffEventsPageDocument } from './StaffEventsPage.generated';
import css from './StaffEventsPage.module.css';

export const query = pageQuery(StaffEventsPageDocument, () => ({ first: 50 }));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'events.staff.title');
export const robots = 'noindex';

/** All meetings, drafts first, each with its guests and its editor. */
export function Page() {
  const { data: { staffEvents }, fetchMore } = usePage(StaffEventsPageDocument);
  const [busy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    await fetchMore({ variables: { after: staffEvents.nextCursor } }).finally(() => setBusy(false));
  };
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1><T id="events.staff.title" /></h1>
        <LinkButton to="/staff/events/new" kind="primary" icon={<AddIcon />}><T id="events.staff.new" /></LinkButton>
      </header>
      {staffEvents.items.length === 0 && <EmptyState words={<T id="events.staff.none" />} />}
      <ul role="list" className={css.list}>
        {staffEvents.items.map((event) => (
          <Card key={event.id} of="li">
            <h2><Link to={`/staff/events/${event.slug}`}><UserText of="span" text={event.title} lang={event.language} /></Link></h2>
            <p><ZonedTime from={event.startsAt} to={event.endsAt} zone={event.timeZone} place={event.city.name} /></p>
            <p className={css.facts}>
              <Tag kind={event.status === 'published' ? 'success' : event.status === 'draft' ? 'warning' : 'danger'}><T id={`events.staff.${event.status}`} /></Tag>
              <span><T id="events.staff.seats" values={{ taken: event.limit - event.placesLeft, limit: event.limit }} /></span>
              <Link to={`/staff/events/${event.slug}/guests`}><T id="events.guests" /> <span className="forScreenReaders">{event.title}</span></Link>
            </p>
          </Card>
        ))}
      </ul>
      <Pager shown={staffEvents.items.length} more={staffEvents.nextCursor !== null} busy={busy} onMore={() => void more()} />
    </div>
  );
}

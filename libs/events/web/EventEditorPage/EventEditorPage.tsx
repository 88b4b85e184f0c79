import { BackIcon, Banner, Link, LinkButton, T, pageQuery, usePage, wordsOf, type PageModule } from '@crosscity/platform/web';
import { EventForm } from './EventForm';
import { EventEditorPageDocument, type EventEditorPageQuery } from './EventEditorPage.generated';
import { PublishOrCancel } from './PublishOrCancel';
import css from './EventEditorPage.module.css';

export const query = pageQuery(EventEditorPageDocument, ({ params }) => ({ slug: params.slug! }));
export const title: PageModule['title'] = (intl, { event }: EventEditorPageQuery) => wordsOf(intl, 'events.edit.title', { title: event.title });
export const robots = 'noindex';
export const outcome: PageModule['outcome'] = ({ event }: EventEditorPageQuery) => (event.viewerCan.edit ? undefined : { status: 404 });

/** One meeting for staff: what it says, its agenda and seats; publishing and cancelling it. */
export function Page() {
  const { data: { event, cities }, refetch } = usePage(EventEditorPageDocument);
  return (
    <div className={css.page}>
      <Link to="/staff/events" className={css.back}><BackIcon size={18} /><T id="events.staff.title" /></Link>
      <h1><T id="events.edit.title" values={{ title: <bdi>{event.title}</bdi> }} /></h1>
      <p className={css.acts}>
        <LinkButton to={`/events/${event.slug}`}><T id="events.edit.see" /></LinkButton>
        <LinkButton to={`/staff/events/${event.slug}/guests`}><T id="events.guests" /></LinkButton>
      </p>
      {event.status === 'draft' && <Banner kind="warning"><p><T id="events.edit.isDraft" /></p></Banner>}
      {event.status === 'cancelled'
        ? <Banner kind="danger" title={<T id="events.standing.cancelledEvent" />}><p dir="auto">{event.cancelledBecause}</p></Banner>
        : <>
            <EventForm key={event.id} event={event} cities={cities.items} reload={async () => (await refetch()).data!.event} />
            <PublishOrCancel event={event} />
          </>}
    </div>
  );
}

import { Card, EmptyState, Link, LinkButton, Pager, T, Tabs, UserText, ZonedTime, pageQuery, usePage, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState } from 'react';
import { StatusTag } from '../StatusTag';
import { MyRegistrationsPageDocument } from './MyRegistrationsPage.generated';
import css from './MyRegistrationsPage.module.css';

export const query = pageQuery(MyRegistrationsPageDocument, ({ search }) => ({ past: search.get('view') === 'past', first: 20 }));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'events.my.title');
export const robots = 'noindex';

/** Every meeting where one has, had or wanted a place. */
export function Page() {
  const { data: { myRegistrations }, variables, fetchMore } = usePage(MyRegistrationsPageDocument);
  const [busy, setBusy] = useState(false);
  const words = useWords();
  const more = async () => {
    setBusy(true);
    await fetchMore({ variables: { after: myRegistrations.nextCursor } }).finally(() => setBusy(false));
  };
  return (
    <div className={css.page}>
      <h1><T id="events.my.title" /></h1>
      <Tabs label={words('events.my.title')} tabs={[{ to: '/me/registrations', label: <T id="events.coming" /> }, { to: '/me/registrations?view=past', label: <T id="events.past" /> }]} />
      {myRegistrations.items.length === 0 && <EmptyState words={<T id={variables.past ? 'events.my.none.past' : 'events.my.none'} />} action={<LinkButton to="/events"><T id="events.see" /></LinkButton>} />}
      <ul role="list" className={css.list}>
        {myRegistrations.items.map(({ id, code, status, placeInLine, event }) => (
          <Card key={id} of="li">
            <h2><Link to={`/me/registrations/${code}`}><UserText of="span" text={event.title} lang={event.language} /></Link></h2>
            <p><ZonedTime from={event.startsAt} to={event.endsAt} zone={event.timeZone} place={event.city.name} /></p>
            <p className={css.facts}><StatusTag status={event.status === 'cancelled' ? 'eventCancelled' : status} place={placeInLine} /> <span><T id="events.code" values={{ code: <bdi dir="ltr">{code}</bdi> }} /></span></p>
          </Card>
        ))}
      </ul>
      <Pager shown={myRegistrations.items.length} more={myRegistrations.nextCursor !== null} busy={busy} onMore={() => void more()} />
    </div>
  );
}

import { useNames } from '@crosscity/cities/web';
import { AudienceLabel, BackIcon, Disclosure, DownloadIcon, Link, LinkButton, PlaceIcon, T, Tag, UserText, LanguageIcon, pageQuery, useFormats, usePage, useSignal, type PageModule } from '@crosscity/platform/web';
import { Agenda } from './Agenda';
import { RegistrationCard } from './RegistrationCard';
import { EventPageDocument, type EventPageQuery } from './EventPage.generated';
import css from './EventPage.module.css';

export const query = pageQuery(EventPageDocument, ({ params }) => ({ slug: params.slug! }));
export const title: PageModule['title'] = (_intl, { event }: EventPageQuery) => event.title;
export const description: PageModule['description'] = (_intl, { event }: EventPageQuery) => event.summary || undefined;
export const canonical: PageModule['canonical'] = ({ event }: EventPageQuery) => `/events/${event.slug}`;

/** One meeting: when, where, for whom, its agenda, and what stands between the reader and a seat. */
export function Page() {
  const { data: { event }, refetch } = usePage(EventPageDocument);
  // Places change while one reads.
  useSignal({ kind: 'event', id: event.id }, () => void refetch());
  const names = useNames();
  const formats = useFormats();
  return (
    <article className={css.page}>
      <Link to="/events" className={css.back}><BackIcon size={18} /><T id="events.back" /></Link>
      <header className={css.head}>
        <p className={css.kind}><T id={`events.kind.${event.kind}`} /></p>
        <h1><UserText of="span" text={event.title} lang={event.language} /></h1>
        <p className={css.tags}>
          <AudienceLabel audience={event.audience} />
          {event.chathamHouse && <Tag><T id="events.chatham" /></Tag>}
          {event.status === 'draft' && <Tag kind="warning"><T id="events.draft" /></Tag>}
        </p>
      </header>
      <div className={css.columns}>
        <aside className={css.side}>
          <RegistrationCard event={event} reload={() => void refetch()} />
          {event.status !== 'draft' && (
            <a className={css.file} href={`/events/${event.slug}/calendar.ics`} download><DownloadIcon size={18} /><T id="events.calendar" /></a>
          )}
          {event.viewerCan.edit && (
            <p className={css.staff}>
              <LinkButton to={`/staff/events/${event.slug}`}><T id="events.edit" /></LinkButton>
              <LinkButton to={`/staff/events/${event.slug}/guests`}><T id="events.guests" /></LinkButton>
            </p>
          )}
        </aside>
        <div className={css.main}>
          <section className={css.about}>
            <h2><T id="events.about" /></h2>
            <UserText of="p" reading text={event.summary} lang={event.language} />
            {event.aboutHtml && <UserText reading html={event.aboutHtml} lang={event.language} />}
          </section>
          <section className={css.about}>
            <h2><T id="events.where" /></h2>
            <ul role="list" className={css.facts}>
              <li><PlaceIcon /><span className={css.where}>{event.place && <bdi>{event.place}</bdi>}<Link to={`/cities/${event.city.slug}`}><bdi>{event.city.name}</bdi></Link><span>{names.country(event.city.country)}</span></span></li>
              <li><LanguageIcon /><span>{formats.list(event.languages.map(names.language))}</span></li>
            </ul>
          </section>
          {event.chathamHouse && (
            <Disclosure summary={<T id="events.chatham.what" />}><p><T id="events.chatham.words" /></p><p><T id="events.chatham.here" /></p></Disclosure>
          )}
          <Agenda event={event} />
        </div>
      </div>
    </article>
  );
}


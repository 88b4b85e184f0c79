import {
  BackIcon, Banner, Disclosure, DownloadIcon, Link, PlaceIcon, T, UserText, ZonedTime, pageQuery, useFormats, usePage, usePageMatch, useSignal, useWords, wordsOf, type PageModule,
} from '@crosscity/platform/web';
import { StatusTag } from '../StatusTag';
import { CancelPlace } from './CancelPlace';
import { ChangePlace } from './ChangePlace';
import { RegistrationPageDocument, type RegistrationPageQuery } from './RegistrationPage.generated';
import css from './RegistrationPage.module.css';

export const query = pageQuery(RegistrationPageDocument, ({ params }) => ({ code: params.code! }));
export const title: PageModule['title'] = (intl, { registration }: RegistrationPageQuery) => wordsOf(intl, 'events.place.title', { title: registration.event.title });
export const robots = 'noindex';

/** One's own place at one meeting: how it stands and why, the code, the calendar file, changing and cancelling. */
export function Page() {
  const { data: { registration }, refetch } = usePage(RegistrationPageDocument);
  const { search } = usePageMatch();
  const { event } = registration;
  // Somebody leaves, and one moves up: seen here without a reload.
  useSignal({ kind: 'event', id: event.id }, () => void refetch());
  const status = event.status === 'cancelled' ? 'eventCancelled' : registration.status;
  const isNew = search.has('new');
  return (
    <article className={css.page}>
      <Link to="/me/registrations" className={css.back}><BackIcon size={18} /><T id="events.my.title" /></Link>
      <header className={css.head}>
        <h1>{isNew && status !== 'cancelled' ? <T id={`events.place.new.${status}`} /> : <UserText of="span" text={event.title} lang={event.language} />}</h1>
        {isNew && <p className={css.event}><UserText of="span" text={event.title} lang={event.language} /></p>}
      </header>
      <section className={css.ticket} aria-labelledby="standing">
        <h2 id="standing" className="forScreenReaders"><T id="events.place.standing" /></h2>
        <StatusTag status={status} place={registration.placeInLine} />
        <p><ZonedTime from={event.startsAt} to={event.endsAt} zone={event.timeZone} place={event.city.name} /></p>
        <p className={css.where}><PlaceIcon size={18} />{event.place && <bdi>{event.place}</bdi>}<bdi>{event.city.name}</bdi></p>
        {(status === 'confirmed' || status === 'waiting' || status === 'requested') && <Code code={registration.code} />}
        <Standing registration={registration} status={status} />
        {registration.sessions.length > 0 && (
          <ul role="list" className={css.sessions}>
            {registration.sessions.map(({ sessionId, title: name, seat }) => <li key={sessionId}><span dir="auto" lang={event.language}>{name}</span>: <T id={`events.session.${seat}`} /></li>)}
          </ul>
        )}
        <p className={css.links}>
          {status === 'confirmed' && <a href={`/me/registrations/${registration.code}/calendar.ics`} download className={css.file}><DownloadIcon size={18} /><T id="events.calendar" /></a>}
          <Link to={`/events/${event.slug}`}><T id="events.place.meeting" /></Link>
        </p>
      </section>
      {isNew && <NextSteps status={status} chathamHouse={event.chathamHouse} />}
      {registration.viewerCan.change && <ChangePlace key={JSON.stringify(registration.sessions)} registration={registration} event={event} />}
      <CancelPlace registration={registration} />
      <Steps steps={registration.steps} />
    </article>
  );
}

/** Read out character by character; a code is not a word. */
function Code({ code }: { code: string }) {
  return (
    <p className={css.code}>
      <T id="events.place.code" />
      <strong dir="ltr"><span aria-hidden="true">{code}</span><span className="forScreenReaders">{[...code].join(' ')}</span></strong>
    </p>
  );
}

function Standing({ registration, status }: { registration: RegistrationPageQuery['registration']; status: string }) {
  const words = registration.status === 'declined' ? registration.reason : status === 'eventCancelled' ? registration.event.cancelledBecause : null;
  return (
    <>
      <p><T id={registration.status === 'waiting' && registration.blockedBy ? `events.place.waiting.${registration.blockedBy}` : `events.place.${status}`} values={{ place: registration.placeInLine ?? 0, city: <bdi>{registration.cityName}</bdi> }} /></p>
      {words && <blockquote className={css.words} dir="auto">{words}</blockquote>}
    </>
  );
}

function NextSteps({ status, chathamHouse }: { status: string; chathamHouse: boolean }) {
  if (status === 'cancelled' || status === 'eventCancelled' || status === 'declined') return null;
  return (
    <Banner kind={status === 'confirmed' ? 'success' : 'info'} title={<T id="events.register.next.title" />}>
      <p><T id={`events.place.next.${status}`} /></p>
      {chathamHouse && <p><T id="events.register.who.chatham" /></p>}
    </Banner>
  );
}

/** What moved the place in line, with the reason of each step: so that one can see that it was fair. */
function Steps({ steps }: { steps: RegistrationPageQuery['registration']['steps'] }) {
  const formats = useFormats();
  const words = useWords();
  return (
    <Disclosure summary={<T id="events.steps" />}>
      <ol role="list" className={css.steps}>
        {steps.map(({ at, happened, reason }, index) => (
          <li key={index}><time dateTime={at}>{formats.dateTime(at)}</time> {words(`events.step.${happened}`)}{(reason === 'cityFull' || reason === 'eventFull') && <> {words(`events.step.${reason}`)}</>}</li>
        ))}
      </ol>
    </Disclosure>
  );
}

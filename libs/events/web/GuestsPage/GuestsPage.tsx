import type { RegistrationStatus } from '@crosscity/events/contract';
import { BackIcon, Button, DownloadIcon, EmptyState, Link, Pager, PartFailed, SearchIcon, Skeleton, T, Tabs, TextInput, UserText, pageQuery, usePage, usePageMatch, useRefusal, useSignal, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useQuery } from '@apollo/client/react';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { GuestRow } from './GuestRow';
import { LetIn } from './LetIn';
import { GuestsDocument, GuestsEventDocument, type GuestsEventQuery } from './GuestsPage.generated';
import css from './GuestsPage.module.css';

export const query = pageQuery(GuestsEventDocument, ({ params }) => ({ slug: params.slug! }));
export const title: PageModule['title'] = (intl, { event }: GuestsEventQuery) => wordsOf(intl, 'events.guests.title', { title: event.title });
export const robots = 'noindex';
export const outcome: PageModule['outcome'] = ({ event }: GuestsEventQuery) => (event.viewerCan.seeGuests ? undefined : { status: 404 });

const STATUSES: RegistrationStatus[] = ['requested', 'confirmed', 'waiting', 'declined', 'cancelled'];

/** Who comes: by how they stand, found by name or city, decided on one by one. Names never come with the first HTML. */
export function Page() {
  const { data: { event }, refetch: reloadEvent } = usePage(GuestsEventDocument);
  const { search } = usePageMatch();
  const words = useWords();
  const toWords = useRefusal();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(search.get('q') ?? '');
  const status = STATUSES.find((known) => known === search.get('status')) ?? null;
  const text = search.get('q');
  const { data, error, refetch, fetchMore } = useQuery(GuestsDocument, { variables: { eventId: event.id, filter: { status, text }, first: 50 }, fetchPolicy: 'cache-and-network' });
  const reload = () => void Promise.all([refetch(), reloadEvent()]);
  useSignal({ kind: 'event', id: event.id }, reload);
  const path = `/staff/events/${event.slug}/guests`;
  const address = (change: { status?: string | null; q?: string | null }) => {
    const wanted = Object.entries({ status, q: text, ...change }).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return wanted.length > 0 ? `${path}?${new URLSearchParams(wanted)}` : path;
  };
  const count = (of: RegistrationStatus) => data?.guests.counts.find((row) => row.status === of)?.count ?? 0;
  const all = data?.guests.counts.reduce((sum, row) => sum + row.count, 0);
  const find = (form: FormEvent) => {
    form.preventDefault();
    void navigate(address({ q: asked.trim() || null }));
  };
  const more = async () => {
    setBusy(true);
    await fetchMore({ variables: { after: data?.guests.nextCursor } }).finally(() => setBusy(false));
  };
  return (
    <div className={css.page}>
      <Link to="/staff/events" className={css.back}><BackIcon size={18} /><T id="events.staff.title" /></Link>
      <header className={css.head}>
        <div>
          <h1><T id="events.guests" /></h1>
          <p><Link to={`/events/${event.slug}`}><UserText of="span" text={event.title} lang={event.language} /></Link></p>
          <p className={css.note}><T id="events.staff.seats" values={{ taken: event.limit - event.placesLeft, limit: event.limit }} />{event.chathamHouse && <> · <T id="events.guests.chatham" /></>}</p>
        </div>
        <a href={`/staff/events/${event.slug}/guests.csv`} download className={css.file}><DownloadIcon size={18} /><T id="events.guests.csv" /></a>
      </header>
      <Tabs label={words('events.guests.views')} tabs={[
        { to: address({ status: null }), label: <T id="events.guests.all" />, count: all },
        ...STATUSES.map((name) => ({ to: address({ status: name }), label: <T id={`events.guests.${name}`} />, count: data ? count(name) : undefined })),
      ]} />
      <form className={css.search} onSubmit={find} role="search" aria-label={words('events.guests.search')}>
        <TextInput label={<T id="events.guests.search" />} type="search" value={asked} onChange={(change) => setAsked(change.currentTarget.value)} />
        <Button type="submit" icon={<SearchIcon size={18} />}><T id="events.guests.find" /></Button>
      </form>
      {error && !data && <PartFailed words={toWords(error)} onRetry={reload} />}
      {!data && !error && <Skeleton lines={5} />}
      {data?.guests.items.length === 0 && <EmptyState words={<T id={status || text ? 'events.guests.none.filter' : 'events.guests.none'} />} action={status || text ? <Link to={path}><T id="events.guests.all" /></Link> : undefined} />}
      {data && (
        <>
          <ul role="list" className={css.list}>{data.guests.items.map((guest) => <GuestRow key={guest.id} guest={guest} decided={reload} />)}</ul>
          <Pager shown={data.guests.items.length} more={data.guests.nextCursor !== null} busy={busy} onMore={() => void more()} />
        </>
      )}
      {event.status === 'published' && <LetIn eventId={event.id} done={reload} />}
    </div>
  );
}

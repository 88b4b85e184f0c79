import { useNames } from '@crosscity/cities/web';
import { citiesLimits } from '@crosscity/cities/contract';
import { EventCard } from '@crosscity/events/web';
import { SearchResults } from '@crosscity/forum/web';
import { Button, EmptyState, Link, LinkButton, Pager, T, TextInput, pageQuery, usePage, usePageMatch, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { SearchPageDocument, type SearchPageQuery } from './SearchPage.generated';
import css from './SearchPage.module.css';

const LONGEST = 200;

function askedFor(search: URLSearchParams): string {
  return (search.get('q') ?? '').replace(/\p{Cc}/gu, ' ').trim().slice(0, LONGEST);
}

export const query = pageQuery(SearchPageDocument, ({ search }) => {
  const text = askedFor(search);
  return { query: text || '-', cityFilter: { text: text.slice(0, citiesLimits.search) || '-' }, asked: text !== '', first: 20, after: null };
});
export const title: PageModule['title'] = (intl, _data, { search }) => (askedFor(search) ? wordsOf(intl, 'search.title.of', { query: askedFor(search) }) : wordsOf(intl, 'search.title'));
export const robots = 'noindex';

/** One field for everything: cities and meetings by name, then lessons and replies by their words. */
export function Page() {
  const { data, variables, fetchMore } = usePage(SearchPageDocument);
  const { search } = usePageMatch();
  const text = askedFor(search);
  const [busy, setBusy] = useState(false);
  const found = data.searchForum;
  const cities = data.cities?.items ?? [];
  const events = meetingsNamed(text, data.events?.items ?? []);
  const more = () => {
    setBusy(true);
    void fetchMore({ variables: { ...variables, after: found?.nextCursor } }).finally(() => setBusy(false));
  };
  return (
    <div className={css.page}>
      <h1><T id="search.title" /></h1>
      <SearchForm key={text} text={text} />
      {text !== '' && (
        <>
          <p role="status" className={css.count}><T id="search.count" values={{ count: (found?.totalCount ?? 0) as never, cities: cities.length as never, events: events.length as never }} /></p>
          {cities.length > 0 && <FoundCities cities={cities} />}
          {events.length > 0 && (
            <section className={css.section} aria-labelledby="events">
              <h2 id="events"><T id="search.events" /></h2>
              <ul role="list" className={css.cards}>{events.map((event) => <li key={event.id}><EventCard event={event} /></li>)}</ul>
            </section>
          )}
          {found && found.items.length > 0 && (
            <section className={css.section} aria-labelledby="lessons">
              <h2 id="lessons"><T id="search.lessons" /></h2>
              <SearchResults found={found} />
              <Pager shown={found.items.length} total={found.totalCount} more={found.nextCursor !== null} busy={busy} onMore={more} />
            </section>
          )}
          {cities.length + events.length + (found?.items.length ?? 0) === 0 && (
            <EmptyState words={<T id="search.none" values={{ query: <bdi>{text}</bdi> }} />} action={<LinkButton to="/lessons"><T id="search.none.lessons" /></LinkButton>} />
          )}
        </>
      )}
    </div>
  );
}

function SearchForm({ text }: { text: string }) {
  const navigate = useNavigate();
  const words = useWords();
  return (
    <form
      role="search"
      aria-label={words('search.title')}
      action="/search"
      className={css.form}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const asked = String(new FormData(event.currentTarget).get('q') ?? '').trim();
        void navigate(asked ? `/search?${new URLSearchParams({ q: asked })}` : '/search');
      }}
    >
      <TextInput name="q" type="search" label={<T id="search.label" />} hint={<T id="search.hint" />} defaultValue={text} maxLength={LONGEST} autoComplete="off" />
      <Button type="submit" kind="primary"><T id="search.go" /></Button>
    </form>
  );
}

function FoundCities({ cities }: { cities: readonly { id: string; slug: string; name: string; country: string }[] }) {
  const names = useNames();
  return (
    <section className={css.section} aria-labelledby="cities">
      <h2 id="cities"><T id="search.cities" /></h2>
      <ul role="list" className={css.cities}>
        {cities.map((city) => (
          <li key={city.id}>
            <Link to={`/cities/${city.slug}`}><bdi>{city.name}</bdi></Link> <span className={css.muted}>{names.country(city.country)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Coming meetings are few: those whose title or city holds every word. */
function meetingsNamed(text: string, events: readonly NonNullable<SearchPageQuery['events']>['items'][number][]) {
  const sought = fold(text).split(/\s+/);
  return events.filter(({ title: name, city }) => sought.every((word) => fold(`${name} ${city.name}`).includes(word)));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

import { useQuery } from '@apollo/client/react';
import { useNames } from '@crosscity/cities/web';
import { EventCard } from '@crosscity/events/web';
import { SaveViewButton, SearchResults } from '@crosscity/forum/web';
import { Banner, Card, EmptyState, Link, LinkButton, Pager, T, Tabs, later, pageQuery, usePage, usePageMatch, useViewer, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState, type ReactNode } from 'react';
import { addressOf, askedFor, fold, namesText, variablesOf, type Kind } from './search-address';
import { SearchField } from './SearchField';
import { SearchMembersDocument, SearchPageDocument, type SearchPageQuery } from './SearchPage.generated';
import css from './SearchPage.module.css';

export const query = pageQuery(SearchPageDocument, ({ search }) => variablesOf(askedFor(search)));
export const title: PageModule['title'] = (intl, _data, { search }) => (askedFor(search).text ? wordsOf(intl, 'search.title.of', { query: askedFor(search).text }) : wordsOf(intl, 'search.title'));
export const robots = 'noindex';

const FoundMembers = later(() => import('./FoundMembers').then(({ FoundMembers: part }) => part));

type Meeting = NonNullable<SearchPageQuery['events']>['items'][number];

/** One field for everything: each kind of thing under a tab of its own, the words kept from tab to tab. */
export function Page() {
  const { data, variables, fetchMore } = usePage(SearchPageDocument);
  const asked = askedFor(usePageMatch().search);
  const viewer = useViewer();
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const { text, kind } = asked;
  // The directory is for members: it is asked by itself, when one is signed in.
  const people = useQuery(SearchMembersDocument, { variables: { filter: { text: namesText(text) } }, skip: !viewer || text === '', ssr: false });
  const members = people.data?.members;
  const found = data.searchForum;
  const cities = data.cities;
  const meetings = meetingsNamed(text, data.events?.items ?? []);
  const counts: Record<Kind, number> = {
    lessons: found?.counts.lessons ?? 0, replies: found?.counts.replies ?? 0, cities: cities?.totalCount ?? 0, meetings: meetings.length, members: members?.totalCount ?? 0, all: 0,
  };
  counts.all = counts.lessons + counts.replies + counts.cities + counts.meetings + counts.members;
  const more = () => {
    setBusy(true);
    void fetchMore({ variables: { ...variables, after: found?.nextCursor } }).finally(() => setBusy(false));
  };
  const show = (one: Kind, count: number) => count > 0 && (kind === 'all' || kind === one);
  const tabs = (['all', 'lessons', 'replies', 'cities', 'meetings', ...(viewer ? ['members' as const] : [])] as Kind[]).map((one) => ({
    to: addressOf({ text, kind: one }), label: <T id={`search.tab.${one}`} />, count: counts[one],
  }));
  return (
    <div className={css.page}>
      <h1><T id="search.title" /></h1>
      <SearchField key={text} asked={asked} />
      {text !== '' && (
        <>
          <p role="status" className={css.count}><T id="search.found" values={{ count: counts.all as never, query: <bdi>{text}</bdi> }} /></p>
          <Tabs label={words('search.tabs')} tabs={tabs} />
          <HowItWasRead text={text} found={found} />
          {kind === 'all' && <BestMatch text={text} data={data} meetings={meetings} />}
          {show('cities', counts.cities) && <FoundCities cities={cities!.items} />}
          {show('meetings', counts.meetings) && (
            <Section id="events" word="search.events">
              <ul role="list" className={css.cards}>{meetings.map((event) => <li key={event.id}><EventCard event={event} /></li>)}</ul>
            </Section>
          )}
          {show('members', counts.members) && (
            <Section id="members" word="search.members">
              <ul role="list" className={css.cards}><FoundMembers members={members!.items} /></ul>
            </Section>
          )}
          {(kind === 'all' || kind === 'lessons' || kind === 'replies') && found && found.items.length > 0 && (
            <Section id="lessons" word={kind === 'replies' ? 'search.replies' : kind === 'lessons' ? 'search.onlyLessons' : 'search.lessons'}>
              <SearchResults found={found} />
              <Pager shown={found.items.length} total={found.totalCount} more={found.nextCursor !== null} busy={busy} onMore={more} />
            </Section>
          )}
          {found && found.also.length > 0 && <Also also={found.also} />}
          {counts[kind] === 0 && (counts.all === 0 ? (
            <EmptyState words={<T id="search.none" values={{ query: <bdi>{text}</bdi> }} />} action={<LinkButton to="/lessons"><T id="search.none.lessons" /></LinkButton>} />
          ) : (
            <EmptyState words={<T id="search.noneOfKind" values={{ count: counts.all as never }} />} action={<LinkButton to={addressOf({ text, kind: 'all' })}><T id="search.showAll" /></LinkButton>} />
          ))}
          {viewer && <SaveViewButton view={{ place: 'search', query: text }} suggestedName={text} />}
        </>
      )}
    </div>
  );
}

function Section({ id, word, children }: { id: string; word: string; children: ReactNode }) {
  return (
    <section className={css.section} aria-labelledby={id}>
      <h2 id={id}>{useWords()(word)}</h2>
      {children}
    </section>
  );
}

/** Never silently: what was looked for instead, and how to have it as it was typed. */
function HowItWasRead({ text, found }: { text: string; found: SearchPageQuery['searchForum'] }) {
  if (found?.corrected) {
    return (
      <Banner kind="info">
        <p><T id="search.corrected" values={{ query: <bdi>{text}</bdi>, corrected: <Link to={addressOf({ text: found.corrected, kind: 'all' })}><bdi>{found.corrected}</bdi></Link> }} /></p>
      </Banner>
    );
  }
  if (!found?.isPartly) return null;
  return <Banner kind="info"><p><T id="search.partly" /></p></Banner>;
}

/** The very thing that was named: a city, a theme, a meeting. */
function BestMatch({ text, data, meetings }: { text: string; data: SearchPageQuery; meetings: readonly Meeting[] }) {
  const is = (name: string) => fold(name) === fold(text);
  const city = data.cities?.items.find(({ name }) => is(name));
  const themes = (data.themes ?? []).filter(({ slug }) => data.searchForum?.themes.includes(slug));
  const meeting = meetings.find((one) => is(one.title));
  const best = city
    ? { to: `/cities/${city.slug}`, name: city.name, words: <T id="search.best.city" /> }
    : themes[0]
      ? { to: `/lessons?theme=${encodeURIComponent(themes[0].slug)}`, name: themes[0].name, words: <T id="search.best.theme" /> }
      : meeting
        ? { to: `/events/${meeting.slug}`, name: meeting.title, words: <T id="search.best.meeting" /> }
        : null;
  if (!best) return null;
  return (
    <section className={css.section} aria-labelledby="best">
      <h2 id="best"><T id="search.best" /></h2>
      <Card>
        <h3><Link to={best.to}><bdi>{best.name}</bdi></Link></h3>
        <p className={css.muted}>{best.words}</p>
      </Card>
    </section>
  );
}

/** What the same thing is called elsewhere, where lessons say it. */
function Also({ also }: { also: NonNullable<SearchPageQuery['searchForum']>['also'] }) {
  const names = useNames();
  return (
    <section className={css.section} aria-labelledby="also">
      <h2 id="also"><T id="search.also" /></h2>
      <ul role="list" className={css.also}>
        {also.map(({ language, words, count }) => (
          <li key={language}>
            <T id="search.also.one" values={{ language: names.language(language), count: count as never, words: <Link to={addressOf({ text: words, kind: 'all' })}><bdi lang={language}>{words}</bdi></Link> }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FoundCities({ cities }: { cities: readonly { id: string; slug: string; name: string; country: string }[] }) {
  const names = useNames();
  return (
    <Section id="cities" word="search.cities">
      <ul role="list" className={css.cities}>
        {cities.map((city) => (
          <li key={city.id}>
            <Link to={`/cities/${city.slug}`}><bdi>{city.name}</bdi></Link> <span className={css.muted}>{names.country(city.country)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Coming meetings are few: those whose title or city holds every word. */
function meetingsNamed(text: string, events: readonly Meeting[]): readonly Meeting[] {
  const sought = fold(text).split(/\s+/);
  return events.filter(({ title: name, city }) => sought.every((word) => fold(`${name} ${city.name}`).includes(word)));
}

import { EmptyState, FilterChips, LinkButton, Pager, T, UserText, pageQuery, usePage, usePageMatch, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useMemo, useState } from 'react';
import { useNames } from '../names';
import { CitiesPageDocument } from './CitiesPage.generated';
import { CityCard } from './CityCard';
import type { CityCardFragment } from './CityCard.generated';
import { CitySearch } from './CitySearch';
import { addressOf, isNarrowed, termsOf } from './terms';
import css from './CitiesPage.module.css';

const MOST = 100;

export const query = pageQuery(CitiesPageDocument, ({ search }) => {
  const { text, country, theme, followed } = termsOf(search);
  return { first: MOST, filter: { text: text || null, country: country || null, theme: theme || null, followed } };
});
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'cities.title');
export const description: PageModule['description'] = (intl) => wordsOf(intl, 'cities.lead');
export const canonical: PageModule['canonical'] = () => '/cities';

export function Page() {
  const { data, variables, fetchMore } = usePage(CitiesPageDocument);
  const { search } = usePageMatch();
  const terms = termsOf(search);
  const { items, totalCount, nextCursor } = data.cities;
  const [busy, setBusy] = useState(false);
  const letters = useMemo(() => byLetter(items), [items]);
  const more = async () => {
    setBusy(true);
    await fetchMore({ variables: { ...variables, after: nextCursor } }).finally(() => setBusy(false));
  };

  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>
          <T id="cities.title" />
        </h1>
        <p>
          <T id="cities.lead" />
        </p>
      </div>
      <CitySearch terms={terms} facets={data.cityFacets} />
      <Chips />
      <p role="status" className={css.count}>
        <T id="cities.count" values={{ count: (totalCount ?? 0) as never }} />
      </p>
      {items.length === 0 ? (
        <EmptyState
          words={<T id={terms.followed && !terms.text && !terms.country && !terms.theme ? 'cities.none.followed' : 'cities.none'} />}
          action={<LinkButton to="/cities"><T id="cities.all" /></LinkButton>}
        />
      ) : (
        <div className={css.letters}>
          {letters.map(([letter, cities]) => (
            <section key={letter} aria-labelledby={`letter-${letter}`} className={css.letter}>
              <h2 id={`letter-${letter}`}>{letter}</h2>
              <ul role="list" className={css.cards}>
                {cities.map((city) => (
                  <li key={city.id}>
                    <CityCard city={city} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {nextCursor && <Pager shown={items.length} total={totalCount ?? undefined} more busy={busy} onMore={() => void more()} />}
    </div>
  );
}

function Chips() {
  const { data } = usePage(CitiesPageDocument);
  const { search } = usePageMatch();
  const words = useWords();
  const names = useNames();
  const terms = termsOf(search);
  if (!isNarrowed(terms)) return null;
  const theme = data.cityFacets.themes.find(({ theme: { slug } }) => slug === terms.theme)?.theme.name ?? terms.theme;
  const chips = [
    terms.text && { key: 'q', label: <UserText of="span" text={terms.text} />, without: addressOf({ ...terms, text: '' }) },
    terms.country && { key: 'country', label: names.country(terms.country), without: addressOf({ ...terms, country: '' }) },
    terms.theme && { key: 'theme', label: theme, without: addressOf({ ...terms, theme: '' }) },
    terms.followed && { key: 'followed', label: words('cities.followed'), without: addressOf({ ...terms, followed: false }) },
  ].filter((chip) => chip !== '' && chip !== false);
  return <FilterChips chips={chips} clear="/cities" />;
}

/** Cities come from A to Z; accents don't make a letter of their own here. */
function byLetter(cities: readonly CityCardFragment[]): [letter: string, cities: CityCardFragment[]][] {
  const letters = new Map<string, CityCardFragment[]>();
  for (const city of cities) {
    const letter = (city.name.normalize('NFD')[0] ?? '').toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), city]);
  }
  return [...letters];
}

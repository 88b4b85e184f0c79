import { Button, Checkbox, Select, T, TextInput, useFormats, useViewer, useWords } from '@crosscity/platform/web';
import { useRef, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useNames } from '../names';
import type { CitiesPageQuery } from './CitiesPage.generated';
import { addressOf, type CitySearchTerms } from './terms';
import css from './CitiesPage.module.css';

/** Words, country and theme in one form. Without script it is an ordinary form whose answers stand in the address. */
export function CitySearch({ terms, facets }: { terms: CitySearchTerms; facets: CitiesPageQuery['cityFacets'] }) {
  const words = useWords();
  const names = useNames();
  const formats = useFormats();
  const viewer = useViewer();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);

  const search = (change: Partial<CitySearchTerms> = {}) => {
    const given = new FormData(form.current!);
    void navigate(addressOf({ ...terms, text: String(given.get('q') ?? '').trim(), ...change }), { preventScrollReset: true });
  };
  const countries = facets.countries
    .map(({ country, count }) => ({ value: country, name: names.country(country), count }))
    .sort((one, other) => names.compare(one.name, other.name))
    .map(({ value, name, count }) => ({ value, label: words('cities.option', { name, count: formats.number(count) }) }));
  const themes = facets.themes.map(({ theme, count }) => ({ value: theme.slug, label: words('cities.option', { name: theme.name, count: formats.number(count) }) }));

  return (
    <form
      ref={form}
      role="search"
      aria-label={words('cities.search')}
      action="/cities"
      className={css.search}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        search();
      }}
    >
      <TextInput key={`q ${terms.text}`} name="q" type="search" label={<T id="cities.search" />} hint={<T id="cities.search.hint" />} defaultValue={terms.text} maxLength={80} autoComplete="off" />
      <Select name="country" label={<T id="cities.country" />} empty={words('cities.country.any')} options={countries} value={terms.country} onChange={(event) => search({ country: event.currentTarget.value })} />
      <Select name="theme" label={<T id="cities.theme" />} empty={words('cities.theme.any')} options={themes} value={terms.theme} onChange={(event) => search({ theme: event.currentTarget.value })} />
      <Button type="submit" kind="primary">
        <T id="cities.search.go" />
      </Button>
      {viewer && (
        <div className={css.followed}>
          <Checkbox name="followed" label={<T id="cities.followed" />} checked={terms.followed} onChange={(followed) => search({ followed })} />
        </div>
      )}
    </form>
  );
}

import { Card, Link, T, Tag, UserText } from '@crosscity/platform/web';
import { useNames } from '../names';
import type { CityCardFragment } from './CityCard.generated';
import css from './CityCard.module.css';

/** A city in a list: its name leads to its page. */
export function CityCard({ city }: { city: CityCardFragment }) {
  const names = useNames();
  const place = [city.region, names.country(city.country)].filter(Boolean).join(', ');
  return (
    <Card of="div">
      <div className={css.head}>
        <h3>
          <Link to={`/cities/${city.slug}`}>
            <bdi>{city.name}</bdi>
          </Link>
        </h3>
        {city.follows && (
          <Tag kind="info">
            <T id="cities.following" />
          </Tag>
        )}
      </div>
      <p className={css.place}>
        <bdi>{place}</bdi>
      </p>
      {city.summary && <UserText of="p" text={city.summary} lang={city.profileLanguage} />}
      {city.themes.length > 0 && (
        <p className={css.themes}>
          {city.themes.map((theme) => (
            <Tag key={theme.slug}>{theme.name}</Tag>
          ))}
        </p>
      )}
    </Card>
  );
}

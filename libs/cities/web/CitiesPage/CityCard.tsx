import { Card, Link, T, Tag, UserText } from '@crosscity/platform/web';
import { CityPlace } from '../CityProfile/CityFacts';
import type { CityCardFragment } from './CityCard.generated';
import css from './CityCard.module.css';

/** A city in a list: its name leads to its page. */
export function CityCard({ city }: { city: CityCardFragment }) {
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
        <CityPlace city={city} />
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

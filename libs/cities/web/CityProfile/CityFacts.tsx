import { T, useFormats, useSite } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import { useNames } from '../names';
import type { CityProfileFragment } from './CityProfile.generated';
import css from './CityProfile.module.css';

/** Where a city is, what time it is there, and which languages people work in. */
export function CityFacts({ city }: { city: CityProfileFragment }) {
  const names = useNames();
  const formats = useFormats();
  return (
    <dl className={css.facts}>
      <div>
        <dt><T id="cities.facts.place" /></dt>
        <dd><CityPlace city={city} /></dd>
      </div>
      {city.languages.length > 0 && (
        <div>
          <dt><T id="cities.facts.languages" /></dt>
          <dd>{formats.list(city.languages.map(names.language))}</dd>
        </div>
      )}
      <div>
        <dt><T id="cities.facts.time" /></dt>
        <dd><LocalTime zone={city.timeZone} /></dd>
      </div>
      {city.otherNames.length > 0 && (
        <div>
          <dt><T id="cities.facts.names" /></dt>
          <dd><Joined parts={city.otherNames} /></dd>
        </div>
      )}
    </dl>
  );
}

/** Country, and state or province where that matters. */
export function CityPlace({ city }: { city: Pick<CityProfileFragment, 'country' | 'region'> }) {
  const names = useNames();
  return <Joined parts={[names.country(city.country), ...(city.region ? [city.region] : [])]} />;
}

/** Names side by side, each in its own direction. */
function Joined({ parts }: { parts: string[] }) {
  return parts.map((part, index) => (
    <span key={part}>
      {index > 0 && ' · '}
      <bdi>{part}</bdi>
    </span>
  ));
}

/** The clock there, to the minute: whoever calls wants to know. Begins at the server's moment, so that both draw the same. */
function LocalTime({ zone }: { zone: string }) {
  const { madeAt } = useSite();
  const formats = useFormats();
  const [now, setNow] = useState(madeAt);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 20_000);
    return () => clearInterval(timer);
  }, []);
  const at = new Date(now);
  return <time dateTime={at.toISOString()}>{formats.time(at, zone)}</time>;
}

import { Banner, LinkButton, EditIcon, Link, RelativeTime, T, Tag, UserText } from '@crosscity/platform/web';
import type { CityProfileFragment } from './CityProfile.generated';
import css from './CityProfile.module.css';

/** What the city says of itself: a short text, its teams and networks, its themes; and how old that is. */
export function CityAbout({ city }: { city: CityProfileFragment }) {
  return (
    <>
      {city.isSample && (
        <Banner>
          <p><T id="cities.sample" values={{ city: <bdi>{city.name}</bdi> }} /></p>
        </Banner>
      )}
      {city.summary && <UserText of="p" reading text={city.summary} lang={city.profileLanguage} />}
      {city.themes.length > 0 && (
        <ul role="list" className={css.themes}>
          {city.themes.map((theme) => (
            <li key={theme.slug}>
              <Link to={`/lessons?theme=${theme.slug}`}>
                <Tag>{theme.name}</Tag>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {city.structures.length > 0 && (
        <section aria-labelledby="structures" className={css.section}>
          <h2 id="structures"><T id="cities.structures" /></h2>
          <ul className={css.structures}>
            {city.structures.map((line) => (
              <li key={line}><UserText of="span" text={line} lang={city.profileLanguage} /></li>
            ))}
          </ul>
        </section>
      )}
      {(city.checkedAt || city.viewerCan.edit) && (
        <p className={css.checked}>
          {city.checkedAt && <T id="cities.checked" values={{ ago: <RelativeTime at={city.checkedAt} /> }} />}
          {city.viewerCan.edit && (
            <LinkButton to={`/cities/${city.slug}/edit`} icon={<EditIcon size={18} />}>
              <T id="cities.edit" />
            </LinkButton>
          )}
        </p>
      )}
    </>
  );
}

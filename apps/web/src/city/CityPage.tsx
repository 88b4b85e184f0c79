import { CityAbout, CityFacts, CityMembers, FollowCity } from '@crosscity/cities/web';
import { EventsOfCity } from '@crosscity/events/web';
import { LessonsOfCity, TriedInCity } from '@crosscity/forum/web';
import { BackIcon, Link, T, pageQuery, usePage, type PageModule } from '@crosscity/platform/web';
import { CityPageDocument, type CityPageQuery } from './CityPage.generated';
import css from './CityPage.module.css';

export const query = pageQuery(CityPageDocument, ({ params }) => ({ slug: params.slug! }));
export const title: PageModule['title'] = (_intl, data: CityPageQuery) => data.city.name;
export const description: PageModule['description'] = (_intl, data: CityPageQuery) => data.city.summary || undefined;
export const canonical: PageModule['canonical'] = (data: CityPageQuery) => `/cities/${data.city.slug}`;

/** Everything that Crosscity knows of one city: what it says of itself, what was learned and tried there, who works there, when people meet there. */
export function Page() {
  const { data: { city } } = usePage(CityPageDocument);
  return (
    <article className={css.page}>
      <Link to="/cities" className={css.back}>
        <BackIcon size={18} />
        <T id="city.back" />
      </Link>
      <header className={css.head}>
        <h1><bdi>{city.name}</bdi></h1>
        <FollowCity city={city} />
      </header>
      <div className={css.columns}>
        <div className={css.main}>
          <CityAbout city={city} />
          <section aria-labelledby="lessons">
            <h2 id="lessons"><T id="city.lessons" values={{ city: <bdi>{city.name}</bdi> }} /></h2>
            <LessonsOfCity city={city} />
          </section>
          <section aria-labelledby="tried">
            <h2 id="tried"><T id="city.tried" values={{ city: <bdi>{city.name}</bdi> }} /></h2>
            <TriedInCity city={city} />
          </section>
        </div>
        <aside className={css.side}>
          <CityFacts city={city} />
          <EventsOfCity city={city} />
          <CityMembers city={city} />
        </aside>
      </div>
    </article>
  );
}

import { UpcomingEvents } from '@crosscity/events/web';
import { LessonCards } from '@crosscity/forum/web';
import { Link, LinkButton, T, pageQuery, usePage, wordsOf, type PageModule } from '@crosscity/platform/web';
import { GuestHomePageDocument } from './GuestHomePage.generated';
import css from './HomePage.module.css';

/** What can be read at once: lessons in the reader's language, those that people talk about first. */
export const query = pageQuery(GuestHomePageDocument, ({ locale }) => ({ languages: [locale] }));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'home.title');
export const description: PageModule['description'] = (intl) => wordsOf(intl, 'home.lead');

/** For somebody who comes for the first time: what this is, something to read at once, and how to join. */
export function Page() {
  const { data } = usePage(GuestHomePageDocument);
  return (
    <div className={css.home}>
      <div className={css.opening}>
        <h1 className={css.big}><T id="home.headline" /></h1>
        <p className={css.lead}><T id="home.lead" /></p>
        <div className={css.acts}>
          <LinkButton to="/lessons" kind="primary"><T id="home.read" /></LinkButton>
          <LinkButton to="/join"><T id="home.join" /></LinkButton>
        </div>
      </div>
      <div className={css.columns}>
        <section className={css.section} aria-labelledby="lessons">
          <h2 id="lessons"><T id="home.lessons.some" /></h2>
          <LessonCards lessons={data.lessons.items} level="h3" />
          <p><Link to="/lessons"><T id="home.lessons.all" /></Link></p>
        </section>
        <div className={css.side}>
          <section className={css.section} aria-labelledby="events">
            <h2 id="events"><T id="home.events.next" /></h2>
            <UpcomingEvents query={data} most={1} />
            <p><Link to="/events"><T id="home.events.all" /></Link></p>
          </section>
          <section className={css.section} aria-labelledby="cities">
            <h2 id="cities"><T id="home.cities" /></h2>
            <p><T id="home.cities.count" values={{ count: (data.cities.totalCount ?? 0) as never }} /></p>
            <p><Link to="/cities"><T id="home.cities.all" /></Link></p>
          </section>
          <section className={css.section} aria-labelledby="how">
            <h2 id="how"><T id="home.how" /></h2>
            <ol className={css.steps}>
              {['apply', 'confirm', 'admitted'].map((step) => <li key={step}><T id={`home.how.${step}`} /></li>)}
            </ol>
            <p><Link to="/about"><T id="home.how.more" /></Link></p>
          </section>
        </div>
      </div>
    </div>
  );
}

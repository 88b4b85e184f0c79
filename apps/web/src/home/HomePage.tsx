import { Card, Link, LinkButton, T, useHasPage, useViewer, wordsOf, type PageModule } from '@crosscity/platform/web';
import css from './HomePage.module.css';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'home.title');

const ways = [
  { to: '/lessons', title: 'home.lessons', words: 'home.lessons.words' },
  { to: '/cities', title: 'home.cities', words: 'home.cities.words' },
  { to: '/events', title: 'home.events', words: 'home.events.words' },
];

export function Page() {
  const viewer = useViewer();
  const hasPage = useHasPage();
  return (
    <div className={css.home}>
      <div className={css.opening}>
        <h1 className={viewer ? undefined : css.big}>{viewer ? <T id="home.hello" values={{ name: <bdi>{viewer.name}</bdi> }} /> : <T id="home.headline" />}</h1>
        {!viewer && (
          <>
            <p className={css.lead}>
              <T id="home.lead" />
            </p>
            <div className={css.acts}>
              {hasPage('/lessons') && (
                <LinkButton to="/lessons" kind="primary">
                  <T id="home.read" />
                </LinkButton>
              )}
              {hasPage('/join') && (
                <LinkButton to="/join">
                  <T id="home.join" />
                </LinkButton>
              )}
            </div>
          </>
        )}
      </div>
      <ul role="list" className={css.ways}>
        {ways.filter(({ to }) => hasPage(to)).map((way) => (
          <li key={way.to}>
            <Card of="div">
              <h2>
                <Link to={way.to}>
                  <T id={way.title} />
                </Link>
              </h2>
              <p>
                <T id={way.words} />
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}

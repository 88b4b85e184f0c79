import { NextRegistration } from '@crosscity/events/web';
import { LessonCards, WaitingQuestions } from '@crosscity/forum/web';
import { InboxLine, useInboxActs } from '@crosscity/notifications/web';
import { EmptyState, Link, LinkButton, T, pageQuery, usePage, useSignal, useViewer, wordsOf, type PageModule } from '@crosscity/platform/web';
import { HomeDrafts } from './HomeDrafts';
import { MemberHomePageDocument } from './MemberHomePage.generated';
import css from './HomePage.module.css';

export const query = pageQuery(MemberHomePageDocument, () => ({}));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'home.title');
export const robots = 'noindex';

const MOST_DRAFTS = 3;

/** What needs the reader now, and then the page ends: being done is a feature. */
export function Page() {
  const { data, refetch } = usePage(MemberHomePageDocument);
  const viewer = useViewer();
  const acts = useInboxActs(refetch);
  useSignal({ kind: 'inbox' }, () => void refetch());
  const { items, nextCursor } = data.inbox;
  const drafts = data.drafts.slice(0, MOST_DRAFTS);
  const next = data.nextRegistrations.items.length > 0;

  return (
    <div className={css.home}>
      <h1><T id="home.hello" values={{ name: <bdi>{viewer?.name}</bdi> }} /></h1>
      <div className={css.columns}>
        <div className={css.main}>
          <section className={css.section} aria-labelledby="now">
            <h2 id="now"><T id="home.now" /></h2>
            {items.length === 0 && drafts.length === 0 ? (
              <EmptyState words={<T id="home.now.none" />} action={<LinkButton to="/lessons"><T id="home.read" /></LinkButton>} />
            ) : (
              <>
                <ul role="list" className={css.lines}>
                  {items.map((line) => <li key={line.id}><InboxLine line={line} acts={acts} /></li>)}
                </ul>
                {nextCursor && <p><Link to="/inbox"><T id="home.now.all" /></Link></p>}
                {drafts.length > 0 && <HomeDrafts drafts={drafts} more={data.drafts.length > MOST_DRAFTS} />}
              </>
            )}
          </section>
          <WaitingQuestions query={data} all />
          <section className={css.section} aria-labelledby="followed">
            <h2 id="followed"><T id="home.followed" /></h2>
            {data.followedLessons.items.length === 0
              ? <EmptyState words={<T id="home.followed.none" />} action={<LinkButton to="/settings/following"><T id="home.followed.choose" /></LinkButton>} />
              : <LessonCards lessons={data.followedLessons.items} level="h3" />}
          </section>
        </div>
        <div className={css.side}>
          <section className={css.section} aria-labelledby="next">
            <h2 id="next"><T id="home.next" /></h2>
            {next ? <NextRegistration query={data} /> : <EmptyState words={<T id="home.next.none" />} action={<LinkButton to="/events"><T id="home.events.all" /></LinkButton>} />}
          </section>
          <section className={css.section} aria-labelledby="question">
            <h2 id="question"><T id="home.question" /></h2>
            <p><T id="home.question.words" /></p>
            <p><LinkButton to="/write"><T id="home.question.write" /></LinkButton></p>
          </section>
        </div>
      </div>
      <p className={css.end}><T id="home.end" /></p>
    </div>
  );
}

import { Link, T, directionOf, useWords } from '@crosscity/platform/web';
import { Facts, LessonCards, lessonPath } from '../LessonCard/LessonCard';
import type { LessonCardFragment } from '../LessonCard/LessonCard.generated';
import { Became } from '../Trials/Became';
import { TrialList } from '../Trials/Trials';
import { useLanguageName } from '../words/names';
import { VoiceName } from '../words/VoiceName';
import css from './Embedded.module.css';
import type { LatestLessonsFragment, LessonsOfCityFragment, LessonsOfMemberFragment, SearchResultsFragment, TriedInCityFragment } from './Embedded.generated';

/** What a city shared. For the page of a city, under a heading of that page. */
export function LessonsOfCity({ city }: { city: LessonsOfCityFragment }) {
  return <Some lessons={city.lessons} empty={<T id="forum.city.noLessons" values={{ city: <bdi>{city.name}</bdi> }} />} all={`/lessons?city=${encodeURIComponent(city.slug)}`} />;
}

/** What was tried in a city, and how it went. */
export function TriedInCity({ city }: { city: TriedInCityFragment }) {
  if (city.trials.length === 0) {
    return (
      <p className={css.empty}>
        <T id="forum.city.noTrials" values={{ city: <bdi>{city.name}</bdi> }} />
      </p>
    );
  }
  return (
    <ul role="list" className={css.some}>
      {city.trials.map((trial) => (
        <li key={trial.id}>
          {trial.lesson && (
            <h3 className={css.tried} lang={trial.lesson.language} dir={directionOf(trial.lesson.language)}>
              <Link to={`${lessonPath(trial.lesson)}?reply=${trial.id}`}>{trial.lesson.title}</Link>
            </h3>
          )}
          <TrialList trials={[trial]} />
          {trial.grewInto && <Became lesson={trial.grewInto} />}
        </li>
      ))}
    </ul>
  );
}

export function LessonsOfMember({ member }: { member: LessonsOfMemberFragment }) {
  return <Some lessons={member.lessons} empty={<T id="forum.member.noLessons" />} />;
}

export function LatestLessons({ lessons }: { lessons: LatestLessonsFragment }) {
  return <Some lessons={lessons} empty={<T id="forum.list.none" />} all="/lessons" />;
}

function Some({ lessons, empty, all }: { lessons: { items: readonly LessonCardFragment[]; totalCount: number }; empty: React.ReactNode; all?: string }) {
  if (lessons.items.length === 0) return <p className={css.empty}>{empty}</p>;
  return (
    <div className={css.some}>
      <LessonCards lessons={lessons.items} level="h3" />
      {all && lessons.totalCount > lessons.items.length && (
        <Link to={all} className={css.all}>
          <T id="forum.list.all" values={{ count: lessons.totalCount as never }} />
        </Link>
      )}
    </div>
  );
}

/** Where words were found: in which lesson, which part, or whose reply, with the words marked. */
export function SearchResults({ found }: { found: SearchResultsFragment }) {
  const words = useWords();
  const languageName = useLanguageName();
  return (
    <ul role="list" className={css.hits}>
      {found.items.map((hit) => {
        const path = lessonPath(hit.lesson);
        const to = hit.reply ? `${path}?reply=${hit.reply.id}` : hit.language === hit.lesson.language ? path + (hit.part ? `#${hit.part}` : '') : `${path}?language=${hit.language}${hit.part ? `#${hit.part}` : ''}`;
        return (
          <li key={hit.reply?.id ?? hit.lesson.id} className={css.hit}>
            <h3 lang={hit.lesson.language} dir={directionOf(hit.lesson.language)}>
              <Link to={to}>{hit.lesson.title}</Link>
            </h3>
            {/* Escaped by the server; the marks around the words found are its only tags. */}
            <p lang={hit.language} dir={directionOf(hit.language)} dangerouslySetInnerHTML={{ __html: hit.snippet }} />
            <Facts>
              {hit.reply ? <T id="forum.search.reply" values={{ voice: <VoiceName voice={hit.reply.voice} /> }} /> : hit.part ? words(`forum.part.${hit.part}`) : null}
              {hit.lesson.city && <bdi>{hit.lesson.city.name}</bdi>}
              {languageName(hit.language)}
            </Facts>
          </li>
        );
      })}
    </ul>
  );
}

import { BackIcon, Link, PartFailed, T, later, pageQuery, useFormats, usePage, usePageMatch, useSite, type PageMatch } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import type { IntlShape } from 'react-intl';
import { Discussion } from '../Discussion/Discussion';
import { lessonPath } from '../LessonCard/LessonCard';
import { Trials } from '../Trials/Trials';
import { Contents } from './Contents';
import { LessonActions } from './LessonActions';
import { LessonHead } from './LessonHead';
import { LessonParts } from './LessonParts';
import { LessonPageDocument, type LessonPageQuery } from './LessonPage.generated';
import css from './LessonPage.module.css';

const BehindLesson = later(() => import('./BehindLesson').then(({ BehindLesson: behind }) => behind));
const SideBySide = later(() => import('./SideBySide').then(({ SideBySide: columns }) => columns));

export const query = pageQuery(LessonPageDocument, ({ params, search }) => ({
  id: params.id!,
  language: search.get('language'),
  at: search.get('reply'),
  unread: search.get('unread') === '1' && !search.has('reply') ? true : null,
}));
export const title = (_intl: IntlShape, data: LessonPageQuery) => data.lesson.title;
export const description = (_intl: IntlShape, data: LessonPageQuery) => data.lesson.short;
export const canonical = (data: LessonPageQuery) => lessonPath(data.lesson);

/** Old addresses never die: the id decides, and a slug that changed leads to the new one. */
export function outcome(data: LessonPageQuery, { params, search }: PageMatch) {
  if (params.slug === data.lesson.slug) return undefined;
  const rest = search.toString();
  return { redirect: lessonPath(data.lesson) + (rest && `?${rest}`) };
}

/** Reading one lesson, hearing who tried it, and talking about it. */
export function Page() {
  const { data, variables } = usePage(LessonPageDocument);
  const { search } = usePageMatch();
  const { lesson } = data;
  const path = lessonPath(lesson);
  const wanted = search.get('beside');
  const beside = wanted !== lesson.language && lesson.languages.some(({ language }) => language === wanted) ? wanted : null;
  // What nobody needs to read comes behind the page.
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const soon = setTimeout(() => setSettled(true), 400);
    return () => clearTimeout(soon);
  }, []);
  return (
    <div className={css.page}>
      <div className={css.column}>
        <Link to="/lessons" className={css.back}>
          <BackIcon />
          <T id="forum.lesson.back" />
        </Link>
        <article aria-labelledby="lesson-title" className={css.lesson}>
          <LessonHead lesson={lesson} />
          <LessonActions lesson={lesson} reading={lesson.reading} />
          <Contents lesson={lesson} compact />
          {beside ? (
            <SideBySide key={beside} lesson={lesson} other={beside} whileComing={<LessonParts lesson={lesson} path={path} />} inCaseOfFailure={failed} />
          ) : (
            <LessonParts lesson={lesson} path={path} />
          )}
          <PrintedSource address={settled ? new URL(path, window.location.origin).href : path} />
        </article>
        <Trials lesson={lesson} />
        <Discussion key={`${search.get('reply') ?? ''} ${search.get('unread') ?? ''}`} lesson={lesson} place={{ at: variables.at ?? null, unread: variables.unread ?? null }} />
        {settled && <BehindLesson lesson={lesson} inCaseOfFailure={failed} />}
      </div>
      <aside className={css.side}>
        <Contents lesson={lesson} />
      </aside>
    </div>
  );
}

const failed = (why: string, again: () => void) => <PartFailed words={why} onRetry={again} />;

/** What a printed page must say about where it is from. */
function PrintedSource({ address }: { address: string }) {
  const formats = useFormats();
  const { madeAt } = useSite();
  return (
    <p className={css.printed}>
      <T id="forum.lesson.printedFrom" values={{ path: <bdi dir="ltr">{address}</bdi>, date: formats.shortDate(new Date(madeAt)) }} />
    </p>
  );
}

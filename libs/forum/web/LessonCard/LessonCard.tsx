import { AudienceLabel, Link, T, Tag, UnreadDot, directionOf, useWords } from '@crosscity/platform/web';
import type { ReactNode } from 'react';
import { EvidenceLabel } from '../Evidence/EvidenceLabel';
import { TrialTally } from '../Trials/TrialTally';
import { useCountryName, useLanguageName } from '../words/names';
import { VoiceName } from '../words/VoiceName';
import type { LessonCardFragment } from './LessonCard.generated';
import css from './LessonCard.module.css';

/** One lesson in a list. The title is the link, not the whole card: text can be selected, and the card holds more links. */
export function LessonCard({ lesson, level: Heading = 'h2' }: { lesson: LessonCardFragment; level?: 'h2' | 'h3' }) {
  const languageName = useLanguageName();
  const countryName = useCountryName();
  const path = lessonPath(lesson);
  const newCount = lesson.reading?.newCount ?? 0;
  const place = lesson.city ? <bdi>{lesson.city.name}</bdi> : lesson.country ? <bdi>{countryName(lesson.country)}</bdi> : null;
  return (
    <article className={css.card}>
      <Heading className={css.title} lang={lesson.language} dir={directionOf(lesson.language)}>
        {newCount > 0 && (
          <span className={css.unread}>
            <UnreadDot />
          </span>
        )} 
        <Link to={path}>{lesson.title}</Link>
      </Heading>
      <p className={css.short} lang={lesson.language} dir={directionOf(lesson.language)}>
        {lesson.short}
      </p>
      <Facts>
        {lesson.voice.kind === 'member' && <VoiceName voice={lesson.voice} />}
        {place ?? (lesson.voice.kind !== 'member' && <VoiceName voice={lesson.voice} />)}
        <T id="forum.minutes" values={{ minutes: lesson.minutes as never }} />
        {languageName(lesson.language)}
        {lesson.audience === 'members' && <AudienceLabel audience="members" />}
        {lesson.isSample && <T id="forum.sample.label" />}
      </Facts>
      {lesson.themes.length > 0 && (
        <ul role="list" className={css.themes}>
          {lesson.themes.map((theme) => (
            <li key={theme.slug}>
              <Tag>{theme.name}</Tag>
            </li>
          ))}
        </ul>
      )}
      <div className={css.activity}>
          <EvidenceLabel evidence={lesson.evidence} />
          {lesson.trialCount > 0 && <TrialTally tally={lesson.trialResults} />}
          {lesson.replyCount > 0 && (
            <span>
              <T id="forum.replies.count" values={{ count: lesson.replyCount as never }} />
            </span>
          )}
          {newCount > 0 && (
            <Link to={`${path}?unread=1`} className={css.fresh}>
              <T id="forum.replies.new" values={{ count: newCount as never }} />
            </Link>
          )}
      </div>
    </article>
  );
}

/** Small facts in one line, with separators that no screen reader reads. */
export function Facts({ children }: { children: ReactNode[] }) {
  const facts = children.filter((fact) => fact !== null && fact !== undefined && fact !== false);
  return (
    <ul role="list" className={css.facts}>
      {facts.map((fact, index) => (
        <li key={index}>{fact}</li>
      ))}
    </ul>
  );
}

export function lessonPath({ id, slug }: { id: string; slug: string }): string {
  return `/lessons/${id}/${slug}`;
}

export function LessonCards({ lessons, level, label }: { lessons: readonly LessonCardFragment[]; level?: 'h2' | 'h3'; label?: string }) {
  const words = useWords();
  return (
    <ul role="list" className={css.cards} aria-label={label ?? words('forum.list.results')}>
      {lessons.map((lesson) => (
        <li key={lesson.id} id={`lesson-${lesson.id}`}>
          <LessonCard lesson={lesson} level={level} />
        </li>
      ))}
    </ul>
  );
}

import { AudienceLabel, Banner, Link, T, Tag, directionOf, useFormats } from '@crosscity/platform/web';
import { EvidenceWithHelp } from '../Evidence/EvidenceLabel';
import { Facts } from '../LessonCard/LessonCard';
import { useCountryName, useLanguageName } from '../words/names';
import { VoiceWithTitle } from '../words/VoiceName';
import { LanguageVersions } from './LanguageVersions';
import type { LessonHeadFragment } from './LessonHead.generated';
import css from './LessonHead.module.css';

/** Title, who speaks, where from, who can read it, and the languages it can be read in. */
export function LessonHead({ lesson }: { lesson: LessonHeadFragment }) {
  const formats = useFormats();
  const countryName = useCountryName();
  const languageName = useLanguageName();
  const text = { lang: lesson.language, dir: directionOf(lesson.language) };
  return (
    <header className={css.head}>
      <Status lesson={lesson} />
      <h1 id="lesson-title" {...text}>
        {lesson.title}
      </h1>
      <p className={css.voice}>
        <T id="forum.lesson.by" values={{ kind: lesson.voice.name ? lesson.voice.kind : 'unattributed', voice: <VoiceWithTitle voice={lesson.voice} linked /> }} />
      </p>
      <Facts>
        {lesson.city ? (
          <Link to={`/cities/${lesson.city.slug}`}>
            <bdi>{lesson.city.name}</bdi>
          </Link>
        ) : (
          lesson.country && <bdi>{countryName(lesson.country)}</bdi>
        )}
        <time dateTime={lesson.publishedAt}>{formats.shortDate(lesson.publishedAt)}</time>
        {lesson.editedAt && (
          <Link to={`/lessons/${lesson.id}/history`}>
            <T id="forum.lesson.edited" values={{ date: formats.shortDate(lesson.editedAt) }} />
          </Link>
        )}
        <T id="forum.minutes" values={{ minutes: lesson.minutes as never }} />
        {lesson.languages.length < 2 && languageName(lesson.language)}
      </Facts>
      <LanguageVersions lesson={lesson} />
      <ul role="list" className={css.labels}>
        <li>
          <AudienceLabel audience={lesson.audience} />
        </li>
        <li>
          <Tag>
            <T id={`forum.level.${lesson.level}`} />
          </Tag>
        </li>
        <li>
          <EvidenceWithHelp evidence={lesson.evidence} />
        </li>
        {lesson.themes.map((theme) => (
          <li key={theme.slug}>
            <Link to={`/lessons?theme=${encodeURIComponent(theme.slug)}`} className={css.theme}>
              {theme.name}
            </Link>
          </li>
        ))}
      </ul>
      {lesson.isSample && (
        <p className={css.sample}>
          {lesson.source ? (
            <T id="forum.sample.from" values={{ title: <cite dir="auto">{lesson.source.title}</cite> }} />
          ) : (
            <T id="forum.sample.words" />
          )}
        </p>
      )}
      <section id="in-short" className={css.short} aria-labelledby="in-short-title">
        <h2 id="in-short-title">
          <T id="forum.lesson.inShort" />
        </h2>
        <p {...text}>{lesson.short}</p>
      </section>
    </header>
  );
}

/** Its author and staff still see what others don't: they must know that. */
function Status({ lesson }: { lesson: LessonHeadFragment }) {
  if (lesson.status === 'published') return null;
  return (
    <Banner kind="warning">
      <T id={`forum.lesson.status.${lesson.status}`} />
    </Banner>
  );
}

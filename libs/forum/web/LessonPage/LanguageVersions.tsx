import { LanguageIcon, Link, T, directionOf, useWords } from '@crosscity/platform/web';
import { useLocation } from 'react-router';
import { useLanguageName } from '../words/names';
import type { LessonHeadFragment } from './LessonHead.generated';
import css from './LanguageVersions.module.css';

/** The language versions that exist, each with who made it. The original words are always one tap away. */
export function LanguageVersions({ lesson }: { lesson: LessonHeadFragment }) {
  const words = useWords();
  const languageName = useLanguageName();
  const { search, pathname } = useLocation();
  if (lesson.languages.length < 2) return null;
  const shown = lesson.languages.find(({ language }) => language === lesson.language);
  const asked = new URLSearchParams(search);
  const besideNow = asked.get('beside');
  const addressWith = (change: Record<string, string | null>) => {
    const changed = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) changed.delete(name);
      else changed.set(name, value);
    }
    return `${pathname}?${changed}`;
  };
  const addressIn = (language: string) => addressWith({ language, beside: null });
  // The original beside a translation; else the reader's language, or the first.
  const other = lesson.languages.find(({ language }) => language !== lesson.language)!.language;
  return (
    <div className={css.versions}>
      <nav aria-label={words('forum.lesson.versions')}>
        <ul role="list">
          {lesson.languages.map(({ language }) => (
            <li key={language}>
              <Link
                to={addressIn(language)}
                lang={language}
                hrefLang={language}
                dir={directionOf(language)}
                aria-current={language === lesson.language ? 'true' : undefined}
                preventScrollReset
              >
                {ownName(language)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Link to={addressWith({ beside: besideNow ? null : other })} className={css.beside} preventScrollReset>
        <T id={besideNow ? 'forum.beside.close' : 'forum.beside.open'} />
      </Link>
      <p>
        <LanguageIcon size={16} />
        <span>
          {lesson.language === lesson.originalLanguage ? (
            <T id="forum.lesson.shownOriginal" values={{ language: languageName(lesson.language) }} />
          ) : (
            <T id={`forum.lesson.shown.${shown?.state ?? 'person'}`} values={{ language: languageName(lesson.language), original: languageName(lesson.originalLanguage) }} />
          )}
          {shown?.isOutdated && (
            <>
              {' '}
              <T id="forum.lesson.outdated" />
            </>
          )}
        </span>
      </p>
    </div>
  );
}

/** A language in its own words: whoever reads it finds it. */
function ownName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

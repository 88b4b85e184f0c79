import { useQuery } from '@apollo/client/react';
import { LESSON_PARTS } from '@crosscity/forum/contract';
import { Button, PartFailed, Skeleton, T, UserText, directionOf, useRefusal, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { useLanguageName } from '../words/names';
import type { LessonBodyFragment } from './LessonBody.generated';
import css from './SideBySide.module.css';
import { LessonInLanguageDocument } from './SideBySide.generated';

interface Shown extends Pick<LessonBodyFragment, 'language' | 'parts'> {
  id: string;
}

/** Two language versions, part beside part, each in its direction; on a phone one at a time, exchanged part by part. */
export function SideBySide({ lesson, other }: { lesson: Shown; other: string }) {
  const words = useWords();
  const toWords = useRefusal();
  const languageName = useLanguageName();
  // Not through the cache: there a lesson has one language, the one that the page shows.
  const { data, error, refetch } = useQuery(LessonInLanguageDocument, { variables: { id: lesson.id, language: other }, fetchPolicy: 'no-cache' });
  const [exchanged, setExchanged] = useState<readonly string[]>([]);
  if (error) return <PartFailed words={toWords(error)} onRetry={() => void refetch().catch(() => undefined)} />;
  if (!data) return <Skeleton lines={12} />;
  const versions = [lesson, data.lesson];
  return (
    <div className={css.parts}>
      {LESSON_PARTS.map((part, index) => {
        const htmls = versions.map(({ parts }) => parts.find((text) => text.part === part)?.html ?? '');
        if (!htmls.some(Boolean)) return null;
        const isExchanged = exchanged.includes(part);
        return (
          <section key={part} id={part} className={css.part} data-part={index + 1} aria-labelledby={`${part}-title`}>
            <div className={css.head}>
              <h2 id={`${part}-title`}>{words(`forum.part.${part}`)}</h2>
              <Button kind="quiet" className={css.exchange} onClick={() => setExchanged(isExchanged ? exchanged.filter((one) => one !== part) : [...exchanged, part])}>
                <T id="forum.beside.exchange" values={{ language: languageName(versions[isExchanged ? 0 : 1]!.language) }} />
              </Button>
            </div>
            <div className={css.columns} data-exchanged={isExchanged || undefined}>
              {versions.map(({ language }, column) => (
                <div key={language} className={css.column} lang={language} dir={directionOf(language)} data-quote={part}>
                  <p className={css.language} lang={undefined}>
                    {languageName(language)}
                  </p>
                  {htmls[column] ? <UserText html={htmls[column]} lang={language} reading /> : <T id="forum.beside.missing" />}
                </div>
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

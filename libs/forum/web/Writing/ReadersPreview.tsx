import { useQuery } from '@apollo/client/react';
import { FilesPreview } from '@crosscity/files/web';
import { LESSON_PARTS, type DraftContent } from '@crosscity/forum/contract';
import { PartFailed, Skeleton, T, directionOf, refusalOf, useRefusal } from '@crosscity/platform/web';
import { LessonParts } from '../LessonPage/LessonParts';
import head from '../LessonPage/LessonHead.module.css';
import css from './LessonForm.module.css';
import { PreviewDocument } from './Writing.generated';

/** The lesson as its readers will see it. The server makes it, as it will when it is published; without network the words as written. */
export function ReadersPreview({ content, id = 'preview-title' }: { content: DraftContent; id?: string }) {
  const toWords = useRefusal();
  const variables = { context: content.context ?? '', did: content.did ?? '', happened: content.happened ?? '', differently: content.differently ?? '', elsewhere: content.elsewhere ?? '' };
  const { data, previousData, error, refetch } = useQuery(PreviewDocument, { variables, fetchPolicy: 'network-only' });
  const language = content.language ?? 'en';
  const made = data ?? previousData;
  const isOffline = error && refusalOf(error).code === 'platform.offline';
  return (
    <article className={css.preview} aria-labelledby={id}>
      <h2 id={id} lang={language} dir={directionOf(language)}>
        {content.title}
      </h2>
      {content.short && (
        <div className={head.short}>
          <h3>
            <T id="forum.lesson.inShort" />
          </h3>
          <p lang={language} dir={directionOf(language)}>
            {content.short}
          </p>
        </div>
      )}
      {isOffline ? (
        <AsWritten content={content} language={language} />
      ) : error ? (
        <PartFailed words={toWords(error)} onRetry={() => void refetch()} />
      ) : made ? (
        <LessonParts lesson={{ language, parts: LESSON_PARTS.map((part) => ({ __typename: 'LessonPartText' as const, part, html: made[part] })) }} filesOf={(part) => <FilesPreview part={part} language={language} />} />
      ) : (
        <Skeleton lines={8} />
      )}
    </article>
  );
}

function AsWritten({ content, language }: { content: DraftContent; language: string }) {
  return (
    <>
      <p className={css.muted}>
        <T id="forum.check.offline" />
      </p>
      {LESSON_PARTS.filter((part) => content[part]?.trim()).map((part) => (
        <section key={part}>
          <h3>
            <T id={`forum.part.${part}`} />
          </h3>
          <p className={css.asWritten} lang={language} dir={directionOf(language)}>
            {content[part]}
          </p>
        </section>
      ))}
    </>
  );
}

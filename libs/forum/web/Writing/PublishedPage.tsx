import { useMutation } from '@apollo/client/react';
import { AudienceLabel, Banner, Button, LinkButton, LinkIcon, T, directionOf, pageQuery, usePage, useRefusal, useToast, useWords, wordsOf } from '@crosscity/platform/web';
import type { IntlShape } from 'react-intl';
import { lessonPath } from '../LessonCard/LessonCard';
import { RestoreLessonDocument } from '../LessonPage/LessonHead.generated';
import { useCopy } from '../LessonPage/useShare';
import css from './LessonForm.module.css';
import { TakeBack } from './TakeBack';
import { PublishedPageDocument } from './Writing.generated';

export const query = pageQuery(PublishedPageDocument, ({ params }) => ({ id: params.id! }));
export const title = (intl: IntlShape) => wordsOf(intl, 'forum.published.title');
export const robots = 'noindex';

/** What happened, who can read it, what comes next, and how to take it back. */
export function Page() {
  const { lesson } = usePage(PublishedPageDocument).data;
  const words = useWords();
  const copy = useCopy();
  const toast = useToast();
  const toWords = useRefusal();
  const [restore, { loading: restoring }] = useMutation(RestoreLessonDocument);
  const bringBack = () =>
    restore({ variables: { input: { id: lesson.id } } }).then(
      () => toast({ words: words('forum.published.again') }),
      (error: unknown) => toast({ words: toWords(error) }),
    );
  const path = lessonPath(lesson);
  if (lesson.status === 'withdrawn') {
    return (
      <div className={css.start}>
        <h1>
          <T id="forum.published.takenBack" />
        </h1>
        <p>
          <T id="forum.published.takenBackWords" />
        </p>
        <div className={css.buttons}>
          <Button kind="primary" state={restoring ? 'busy' : undefined} onClick={() => void bringBack()}>
            <T id="forum.published.restore" />
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={css.start}>
      <h1>
        <T id="forum.published.title" />
      </h1>
      <Banner kind="success">
        <p lang={lesson.language} dir={directionOf(lesson.language)}>
          <strong>{lesson.title}</strong>
        </p>
        <AudienceLabel audience={lesson.audience} />
      </Banner>
      <p>
        <T id="forum.published.next" />
      </p>
      <div className={css.buttons}>
        <LinkButton to={path} kind="primary">
          <T id="forum.published.read" />
        </LinkButton>
        <Button icon={<LinkIcon />} onClick={() => void copy(path)}>
          <T id="forum.lesson.copyLink" />
        </Button>
      </div>
      {lesson.takeBackUntil && <TakeBack id={lesson.id} until={lesson.takeBackUntil} />}
    </div>
  );
}

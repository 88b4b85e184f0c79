import { useMutation, useQuery } from '@apollo/client/react';
import { ReportDialog } from '@crosscity/moderation/web';
import { Button, CheckIcon, EmptyState, FlagIcon, Link, LinkButton, PartFailed, RelativeTime, RemoveIcon, Skeleton, T, UserText, newKey, useFormats, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { VoiceName, VoiceWithTitle } from '../words/VoiceName';
import { AboutLessonDocument, RenewLessonDocument, ReviewLessonDocument, TakeBackReviewDocument, type AboutLessonQuery } from './AboutLesson.generated';
import css from './AboutLesson.module.css';
import { ReviewForm } from './ReviewForm';

type About = AboutLessonQuery['lesson'];

/** What helps to judge a lesson, below it: who reviewed it, until when its author holds it for true, where it is collected. */
export function AboutLesson({ lesson }: { lesson: { id: string; viewerCan: { edit: boolean } } }) {
  const words = useWords();
  const toWords = useRefusal();
  const { data, error, refetch } = useQuery(AboutLessonDocument, { variables: { id: lesson.id } });
  if (error && !data) return <PartFailed words={toWords(error)} onRetry={() => void refetch().catch(() => undefined)} />;
  if (!data) return <Skeleton lines={4} />;
  const about = data.lesson;
  return (
    <section id="about" className={css.about} aria-labelledby="about-title">
      <h2 id="about-title">
        <T id="forum.about.title" />
      </h2>
      <Reviews about={about} />
      <FreshLine about={about} mayRenew={lesson.viewerCan.edit} />
      <section aria-labelledby="about-collections" className={css.part}>
        <h3 id="about-collections">
          <T id="forum.about.collections" />
        </h3>
        {about.collections.length > 0 ? (
          <ul aria-label={words('forum.about.collections')} className={css.list}>
            {about.collections.map(({ id, title, language, voice }) => (
              <li key={id}>
                <Link to={`/collections/${id}`} lang={language}>
                  <bdi>{title}</bdi>
                </Link>{' '}
                <span className={css.muted}>
                  <T id="forum.lesson.by" values={{ kind: voice.name ? voice.kind : 'unattributed', voice: <VoiceName voice={voice} /> }} />
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={css.muted}>
            <T id="forum.about.noCollection" />
          </p>
        )}
      </section>
    </section>
  );
}

function Reviews({ about }: { about: About }) {
  const [writing, setWriting] = useState(false);
  const own = about.reviews.find(({ viewerCan }) => viewerCan.takeBack);
  return (
    <section aria-labelledby="about-reviews" className={css.part}>
      <h3 id="about-reviews" tabIndex={-1}>
        <T id="forum.about.reviews" values={{ count: about.reviews.length as never }} />
      </h3>
      {about.reviews.length > 0 && (
        <ul role="list" className={css.reviews}>
          {about.reviews.map((review) => (
            <Review key={review.id} lessonId={about.id} review={review} />
          ))}
        </ul>
      )}
      {about.reviewStanding === 'yes' && !own && !writing && (
        <EmptyState
          words={<T id={about.reviews.length > 0 ? 'forum.review.ask' : 'forum.review.askFirst'} />}
          action={
            <Button icon={<CheckIcon />} onClick={() => setWriting(true)}>
              <T id="forum.review.write" />
            </Button>
          }
        />
      )}
      {about.reviewStanding === 'needsRole' && (
        <EmptyState
          words={<T id="forum.review.needsRole" />}
          action={
            <LinkButton to="/settings/profile">
              <T id="forum.review.toProfile" />
            </LinkButton>
          }
        />
      )}
      {about.reviewStanding === 'no' && about.reviews.length === 0 && (
        <p className={css.muted}>
          <T id="forum.review.none" />
        </p>
      )}
      {writing && <ReviewForm lessonId={about.id} onClose={() => setWriting(false)} />}
    </section>
  );
}

function Review({ lessonId, review }: { lessonId: string; review: About['reviews'][number] }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const [reporting, setReporting] = useState(false);
  const [takeBack, { loading }] = useMutation(TakeBackReviewDocument);
  const [again] = useMutation(ReviewLessonDocument);
  const say = (error: unknown) => toast({ words: toWords(error) });
  async function remove() {
    try {
      await takeBack({ variables: { input: { id: review.id } } });
      const undo = () => again({ variables: { input: { key: newKey(), lessonId, words: review.words } } }).then(() => undefined, say);
      toast({ words: words('forum.review.takenBack'), undo });
      document.getElementById('about-reviews')?.focus();
    } catch (error) {
      say(error);
    }
  }
  return (
    <li className={css.review}>
      <UserText text={review.words} of="p" lang={review.language} />
      <p className={css.muted}>
        <VoiceWithTitle voice={review.voice} linked />
        {' · '}
        <RelativeTime at={review.at} />
        {review.isOfEarlierVersion && (
          <>
            {' · '}
            <T id="forum.review.earlier" />
          </>
        )}
      </p>
      {review.viewerCan.takeBack && (
        <Button kind="quiet" icon={<RemoveIcon />} state={loading ? 'busy' : undefined} onClick={() => void remove()}>
          <T id="forum.review.takeBack" />
        </Button>
      )}
      {review.viewerCan.report && (
        <Button kind="quiet" icon={<FlagIcon />} onClick={() => setReporting(true)}>
          <T id="forum.report" />
        </Button>
      )}
      {reporting && <ReportDialog targetKind="review" targetId={review.id} open onClose={() => setReporting(false)} />}
    </li>
  );
}

/** Its review date; for whoever speaks for it also the one press that renews it. */
function FreshLine({ about, mayRenew }: { about: About; mayRenew: boolean }) {
  const words = useWords();
  const formats = useFormats();
  const toast = useToast();
  const toWords = useRefusal();
  const [renew, { loading }] = useMutation(RenewLessonDocument);
  const until = formats.shortDate(about.freshUntil);
  return (
    <p className={css.fresh}>
      <span>
        <T id="forum.fresh.until" values={{ date: until }} />
      </span>
      {mayRenew && (
        <Button
          icon={<CheckIcon />}
          state={loading ? 'busy' : undefined}
          onClick={() =>
            void renew({ variables: { input: { id: about.id } } }).then(
              () => toast({ words: words('forum.fresh.renewed') }),
              (error: unknown) => toast({ words: toWords(error) }),
            )
          }
        >
          <T id="forum.fresh.stillTrue" />
        </Button>
      )}
    </p>
  );
}

import { Button, EmptyState, Link, LinkButton, PartFailed, Skeleton, T, UserText, later, useFormats, usePageMatch, useViewer, useWords, WarningIcon } from '@crosscity/platform/web';
import { useEffect, useRef, useState } from 'react';
import { Facts } from '../LessonCard/LessonCard';
import { VoiceName } from '../words/VoiceName';
import type { LessonTrialsFragment, TrialPartsFragment } from './LessonTrials.generated';
import css from './Trials.module.css';
import { Result, TrialTally } from './TrialTally';

// Few readers of a page fill the form in: its code comes when it is asked for.
const TrialForm = later(() => import('./TrialForm').then(({ TrialForm: form }) => form));
const TrialLinks = later(() => import('../Chain/TrialLinks').then(({ TrialLinks: links }) => links));
const Travelled = later(() => import('../Chain/Travelled').then(({ Travelled: travelled }) => travelled));
const OlderWarnings = later(() => import('../Chain/OlderWarnings').then(({ OlderWarnings: warnings }) => warnings));

interface TriedLesson extends LessonTrialsFragment {
  slug: string;
  title: string;
  viewerCan: { try: boolean };
}

/** Who tried this elsewhere, and how it went there. */
export function Trials({ lesson }: { lesson: TriedLesson }) {
  const words = useWords();
  const viewer = useViewer();
  const { search } = usePageMatch();
  const [open, setOpen] = useState(search.get('draft') === 'trial');
  const rest = lesson.trialCount - lesson.trials.length;
  const { ref, isNear } = useNear<HTMLElement>();
  return (
    <>
    <section ref={ref} id="tried" className={css.trials} aria-labelledby="tried-title">
      <h2 id="tried-title" tabIndex={-1}>
        <T id="forum.trials.title" />
      </h2>
      {lesson.trials.length > 0 ? (
        <>
          <TrialTally tally={lesson.trialResults} />
          <TrialGroups lesson={lesson} path={`/lessons/${lesson.id}/${lesson.slug}`} isNear={isNear} />
          {rest > 0 && (
            <p className={css.rest}>
              <T id="forum.trials.rest" values={{ count: rest as never }} />
            </p>
          )}
        </>
      ) : (
        !open && <EmptyState words={words('forum.trials.none')} />
      )}
      {lesson.viewerCan.try && !open && (
        <Button kind="primary" className={css.open} onPointerEnter={TrialForm.fetch} onFocus={TrialForm.fetch} onClick={() => setOpen(true)}>
          <T id="forum.trials.weTried" />
        </Button>
      )}
      {!viewer && (
        <div>
        <LinkButton to={`/signin?next=${encodeURIComponent(`/lessons/${lesson.id}/${lesson.slug}#tried`)}`}>
          <T id="forum.trials.signIn" />
        </LinkButton>
        </div>
      )}
      {open && (
        <TrialForm lesson={lesson} onClose={() => setOpen(false)} whileComing={<Skeleton lines={6} />} inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />} />
      )}
    </section>
    {isNear && <Travelled lesson={lesson} whileComing={lesson.trialCount > 0 && <Skeleton lines={8} />} inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />} />}
    </>
  );
}

/** True from the moment at which one comes near it. What is below the first view is asked for only then. */
function useNear<TElement extends Element>() {
  const ref = useRef<TElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!ref.current) return undefined;
    const observer = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true), { rootMargin: '400px' });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, isNear };
}

/** What went wrong comes first, harm before all: whoever begins must see it. It has the same size as what went well. */
function TrialGroups({ lesson, path, isNear }: { lesson: TriedLesson; path: string; isNear: boolean }) {
  const warnings = [...lesson.trials.filter(({ result }) => result === 'harmed'), ...lesson.trials.filter(({ result }) => result === 'didNotWork')];
  const others = lesson.trials.filter((trial) => !warnings.includes(trial));
  const growing = isNear ? lesson.id : undefined;
  const isMore = lesson.trialCount > lesson.trials.length;
  if (warnings.length === 0 && !isMore) return <TrialList trials={others} path={path} growing={growing} />;
  return (
    <>
      {(warnings.length > 0 || isMore) && (
        <section className={css.group} aria-labelledby={warnings.length > 0 ? 'warnings-title' : undefined}>
          {warnings.length > 0 && (
            <h3 id="warnings-title">
              <WarningIcon size={18} />
              <T id="forum.trials.warnings" />
            </h3>
          )}
          <TrialList trials={warnings} path={path} growing={growing} />
          {isMore && isNear && <OlderWarnings lesson={lesson} />}
        </section>
      )}
      {others.length > 0 && (
        <section className={css.group} aria-labelledby="others-title">
          <h3 id="others-title">
            <T id="forum.trials.others" />
          </h3>
          <TrialList trials={others} path={path} growing={growing} />
        </section>
      )}
    </>
  );
}

/** Trials as lines: where, how it went, what was changed, and the one sentence of advice. */
export function TrialList({ trials, path, growing }: { trials: readonly TrialPartsFragment[]; path?: string; /** The lesson under which they stand: what they became is asked for. */ growing?: string }) {
  if (trials.length === 0) return null;
  return (
    <ul role="list" className={css.list}>
      {trials.map((trial) => (
        <li key={trial.id}>
          <TrialLine trial={trial} path={path} />
          {growing && <TrialLinks trial={trial} lessonId={growing} />}
        </li>
      ))}
    </ul>
  );
}

/** In a reply its head says already who and when. */
export function TrialLine({ trial, path, inReply = false }: { trial: TrialPartsFragment; path?: string; inReply?: boolean }) {
  const formats = useFormats();
  return (
    <div className={css.trial}>
      <p className={css.trialHead}>
        {trial.city ? (
          <Link to={`/cities/${trial.city.slug}`} className={css.where}>
            <bdi>{trial.city.name}</bdi>
          </Link>
        ) : (
          <span className={css.where}>
            <VoiceName voice={trial.voice} />
          </span>
        )}
        <Result result={trial.result} />
        <span className={css.adaptation}>
          <T id={`forum.adaptation.${trial.adaptation}`} />
        </span>
      </p>
      {trial.change && (
        <p className={css.change}>
          <T id="forum.trials.changed" values={{ change: <bdi>{trial.change}</bdi> }} />
        </p>
      )}
      {trial.advice && <UserText text={trial.advice} of="p" />}
      {!inReply && <Facts>
        {trial.city && <VoiceName voice={trial.voice} linked />}
        <time dateTime={trial.at}>{formats.shortDate(trial.at)}</time>
        {path && (
          <Link to={`${path}?reply=${trial.id}`}>
            <T id="forum.trials.inDiscussion" />
          </Link>
        )}
      </Facts>}
    </div>
  );
}

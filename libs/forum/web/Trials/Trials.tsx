import { Button, EmptyState, Link, LinkButton, PartFailed, Skeleton, T, UserText, later, useFormats, usePageMatch, useViewer, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { Facts } from '../LessonCard/LessonCard';
import { VoiceName } from '../words/VoiceName';
import type { LessonTrialsFragment, TrialPartsFragment } from './LessonTrials.generated';
import css from './Trials.module.css';
import { Result, TrialTally } from './TrialTally';

// Few readers of a page fill the form in: its code comes when it is asked for.
const TrialForm = later(() => import('./TrialForm').then(({ TrialForm: form }) => form));

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
  return (
    <section id="tried" className={css.trials} aria-labelledby="tried-title">
      <h2 id="tried-title" tabIndex={-1}>
        <T id="forum.trials.title" />
      </h2>
      {lesson.trials.length > 0 ? (
        <>
          <TrialTally tally={lesson.trialResults} />
          <TrialList trials={lesson.trials} path={`/lessons/${lesson.id}/${lesson.slug}`} />
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
  );
}

/** Trials as lines: where, how it went, what was changed, and the one sentence of advice. */
export function TrialList({ trials, path }: { trials: readonly TrialPartsFragment[]; path?: string }) {
  return (
    <ul role="list" className={css.list}>
      {trials.map((trial) => (
        <li key={trial.id}>
          <TrialLine trial={trial} path={path} />
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

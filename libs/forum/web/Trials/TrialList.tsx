import { Link, T, UserText, later, useFormats } from '@crosscity/platform/web';
import { Facts } from '../LessonCard/LessonCard';
import { VoiceName } from '../words/VoiceName';
import type { TrialPartsFragment } from './LessonTrials.generated';
import css from './Trials.module.css';
import { Result } from './TrialTally';

const TrialLinks = later(() => import('../Chain/TrialLinks').then(({ TrialLinks: links }) => links));

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

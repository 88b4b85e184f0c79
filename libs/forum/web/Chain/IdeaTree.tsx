import { Link, T, directionOf, useFormats } from '@crosscity/platform/web';
import { EvidenceLabel } from '../Evidence/EvidenceLabel';
import { lessonPath } from '../LessonCard/LessonCard';
import { Result } from '../Trials/TrialTally';
import css from './Chain.module.css';
import { branchesOf, type LessonNode, type TrialNode } from './tree';
import type { Chain } from './useChain';

/** The way of an idea as lists in lists: a lesson, who tried it, what those trials became. Lines are drawn by the style alone. */
export function IdeaTree({ chain, here }: { chain: Chain; here: string }) {
  return (
    <>
      <ul role="list" className={css.tree}>
        {branchesOf(chain).map((node) => (
          <LessonBranch key={node.lesson.id} node={node} here={here} />
        ))}
      </ul>
      {chain.isCut && (
        <p className={css.rest}>
          <T id="forum.chain.cut" />
        </p>
      )}
    </>
  );
}

function LessonBranch({ node: { lesson, trials, grown, rest }, here }: { node: LessonNode; here: string }) {
  const isHere = lesson.id === here;
  return (
    <li>
      <div className={css.node} data-here={isHere || undefined} aria-current={isHere ? 'true' : undefined}>
        <p className={css.nodeTitle}>
          <Link to={lessonPath(lesson)} lang={lesson.language} dir={directionOf(lesson.language)}>
            {lesson.title}
          </Link>
        </p>
        <p className={css.nodeFacts}>
          {lesson.city && <bdi>{lesson.city.name}</bdi>}
          <EvidenceLabel evidence={lesson.evidence} />
          {isHere && (
            <strong>
              <T id="forum.chain.here" />
            </strong>
          )}
        </p>
      </div>
      {(trials.length > 0 || grown.length > 0 || rest > 0) && (
        <ul role="list">
          {trials.map((node) => (
            <TrialBranch key={node.trial.id} node={node} lesson={lesson} here={here} />
          ))}
          {grown.map((node) => (
            <LessonBranch key={node.lesson.id} node={node} here={here} />
          ))}
          {rest > 0 && (
            <li>
              <div className={css.node}>
                <Link to={`${lessonPath(lesson)}#tried`}>
                  <T id="forum.chain.moreTrials" values={{ count: rest as never }} />
                </Link>
              </div>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

function TrialBranch({ node: { trial, grown }, lesson, here }: { node: TrialNode; lesson: LessonNode['lesson']; here: string }) {
  const formats = useFormats();
  return (
    <li>
      <div className={css.node} data-trial>
        <Link to={`${lessonPath(lesson)}?reply=${trial.id}`}>
          <T id="forum.chain.triedIn" values={{ city: <bdi>{trial.city.name}</bdi> }} />
        </Link>
        <Result result={trial.result} />
        <span className={css.rest}>
          <T id={`forum.adaptation.${trial.adaptation}`} />
        </span>
        <time className={css.rest} dateTime={trial.at}>
          {formats.shortDate(trial.at)}
        </time>
      </div>
      {grown && (
        <ul role="list">

          <LessonBranch node={grown} here={here} />

        </ul>
      )}
    </li>
  );
}

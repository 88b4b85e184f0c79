import { useHasPage, useSite } from './runtime';
import type { ProblemStatus } from './prepare';
import { Link } from './Link';
import { Button } from '../ui/Button';
import { LinkButton } from '../ui/LinkButton';
import { T } from '../words/words';
import css from './ProblemPage.module.css';

/** Honest failure pages: what happened, and what one can do now. */
export function ProblemPage({ status, reason, reference, onRetry }: { status: ProblemStatus; reason?: string; reference?: string; onRetry?: () => void }) {
  const { respond } = useSite();
  const hasPage = useHasPage();
  respond?.({ status: status === 0 ? 502 : status });
  const canRetry = (status === 0 || status === 429 || status >= 500) && onRetry;
  return (
    <div className={css.problem}>
      <h1>
        <T id={`platform.problem.${status}.title`} />
      </h1>
      <p>{reason ?? <T id={`platform.problem.${status}.words`} />}</p>
      {reference && (
        <p className={css.reference}>
          <T id="platform.problem.reference" values={{ reference: <bdi>{reference}</bdi> }} />
        </p>
      )}
      <div className={css.actions}>
        {canRetry && (
          <Button kind="primary" onClick={onRetry}>
            <T id="platform.tryAgain" />
          </Button>
        )}
        <LinkButton to="/" kind={canRetry ? 'secondary' : 'primary'}>
          <T id="platform.goHome" />
        </LinkButton>
        {hasPage('/help') && (
          <Link to="/help">
            <T id="platform.askForHelp" />
          </Link>
        )}
      </div>
    </div>
  );
}

/** For a page that finds out while it is drawn that there is nothing here. Prefer `outcome` of the page's module. */
export function NotFound() {
  return <ProblemPage status={404} />;
}

/** For something that was removed: says why, in the words of whoever removed it. */
export function Gone({ reason }: { reason?: string }) {
  return <ProblemPage status={410} reason={reason} />;
}

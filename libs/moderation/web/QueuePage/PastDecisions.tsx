import { Button, RelativeTime, T, UndoIcon, UserText } from '@crosscity/platform/web';
import type { CaseFileFragment } from './CaseFile.generated';
import type { CaseActs } from './useCaseActs';
import css from './CasePane.module.css';

/** What was decided in this case before, taken back or not. */
export function PastDecisions({ file: { decisions, viewerCan }, acts }: { file: CaseFileFragment; acts: CaseActs }) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="case-decisions" className={css.section}>
      <h2 id="case-decisions">
        <T id="moderation.decisions" />
      </h2>
      <ul role="list" className={css.reports}>
        {decisions.map((decision) => (
          <li key={decision.id}>
            <p>
              <strong>
                <T id={`moderation.action.${decision.action}.done`} />
              </strong>{' '}
              {decision.rule && <T id={`moderation.reason.${decision.rule}`} />}{' '}
              <span className={css.fact}>
                <bdi>{decision.decidedBy.name}</bdi> · <RelativeTime at={decision.decidedAt} />
                {decision.takenBackAt && (
                  <>
                    {' · '}
                    <T id="moderation.takenBack" />
                  </>
                )}
              </span>
            </p>
            {decision.words && <UserText of="p" text={decision.words} lang={decision.language} />}
          </li>
        ))}
      </ul>
      {viewerCan.reopen && (
        <p>
          <Button icon={<UndoIcon />} onClick={() => void acts.reopen()}>
            <T id="moderation.takeBack" />
          </Button>
        </p>
      )}
    </section>
  );
}

import { RelativeTime, T, UserText } from '@crosscity/platform/web';
import type { CaseFileFragment } from './CaseFile.generated';
import css from './CasePane.module.css';

/** What was decided in this case before, taken back or not. */
export function PastDecisions({ decisions }: { decisions: CaseFileFragment['decisions'] }) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="case-decisions" className={css.section}>
      <h3 id="case-decisions">
        <T id="moderation.decisions" />
      </h3>
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
    </section>
  );
}

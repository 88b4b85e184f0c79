import { EVIDENCE_LEVELS, type EvidenceLevel } from '@crosscity/forum/contract';
import { Dialog, T, useWords } from '@crosscity/platform/web';
import { EvidenceLabel } from './EvidenceLabel';
import css from './Evidence.module.css';

/** The four labels and their rule, with the one of this lesson marked. */
export function EvidenceHelp({ evidence, onClose }: { evidence: EvidenceLevel; onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog open onClose={onClose} title={words('forum.evidence.title')}>
      <p>
        <T id="forum.evidence.lead" />
      </p>
      <dl className={css.levels}>
        {EVIDENCE_LEVELS.map((level) => (
          <div key={level} aria-current={level === evidence || undefined}>
            <dt>
              <EvidenceLabel evidence={level} />
              {level === evidence && (
                <span className={css.this}>
                  <T id="forum.evidence.this" />
                </span>
              )}
            </dt>
            <dd>
              <T id={`forum.evidence.${level}.rule`} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <T id="forum.evidence.not" />
      </p>
    </Dialog>
  );
}

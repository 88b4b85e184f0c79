import { AlertIcon, Button, T, UndoIcon, WarningIcon, useWords } from '@crosscity/platform/web';
import { useEffect, useRef, type ReactNode } from 'react';
import css from './Findings.module.css';
import type { CaseDataGuard, OpenFinding } from './useCaseData';

interface FindingsProps {
  guard: CaseDataGuard;
  field: string;
  label?: ReactNode;
  onEdit?: () => void;
  /** Of several lists, the one that takes the focus when sending was stopped. */
  isFirst: boolean;
}

/** The places of one field, each with its reason and what can be done. */
export function Findings({ guard, field, label, onEdit, isFirst }: FindingsProps) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { open, failed, stopped, check } = guard;
  const findings = open.filter((finding) => finding.field === field);
  const act = guard.lastAct(field);
  const seen = useRef(0);
  useEffect(() => {
    if (!isFirst || stopped === seen.current) return;
    seen.current = stopped;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'center' });
  }, [stopped, isFirst]);
  const text = guard.fields.find(({ name }) => name === field)?.text ?? '';
  // A pressed button goes with its finding: the list keeps the place of whoever uses a keyboard.
  const decide = (decision: () => void) => {
    decision();
    box.current?.focus({ preventScroll: true });
  };
  const certain = findings.some(({ certainty }) => certainty === 'certain');
  return (
    <div ref={box} tabIndex={-1} className={css.box} data-certain={certain || undefined} data-done={findings.length === 0 && !failed ? '' : undefined}>
      <div>
        {failed ? (
          <p className={css.title}>
            <T id="caseData.failed" />
          </p>
        ) : (
          findings.length > 0 && (
            <p className={css.title}>
              {certain ? <AlertIcon size={20} /> : <WarningIcon size={20} />}
              <span>
                {label && <>{label}: </>}
                <T id="caseData.found" values={{ count: findings.length as never }} />
              </span>
            </p>
          )
        )}
        {findings.length === 0 && act && (
          <p className={css.done}>
            <T id="caseData.allDecided" />
          </p>
        )}
      </div>
      {failed && (
        <Button onClick={() => void check()}>
          <T id="caseData.tryAgain" />
        </Button>
      )}
      {findings.length > 0 && (
        <ul className={css.list}>
          {findings.map((finding) => (
            <li key={`${finding.from} ${finding.kind}`} className={css.finding} data-certain={finding.certainty === 'certain' || undefined}>
              <p className={css.place}>
                <InContext text={text} finding={finding} />
              </p>
              <p className={css.why}>
                <strong>{words(`caseData.kind.${finding.kind}`)}</strong> <T id={`caseData.why.${finding.kind}`} /> {words(finding.certainty === 'certain' ? 'caseData.mustGo' : 'caseData.mayStay')}
              </p>
              <div className={css.buttons}>
                <Button onClick={() => decide(() => guard.replace(finding))}>
                  <T id="caseData.replace" values={{ words: <bdi>{finding.replacement}</bdi> }} />
                </Button>
                {finding.certainty === 'likely' && (
                  <Button kind="quiet" onClick={() => decide(() => guard.keep(finding))}>
                    <T id="caseData.keep" />
                    <span className="forScreenReaders"> {finding.excerpt}</span>
                  </Button>
                )}
                <Button
                  kind="quiet"
                  onClick={() => {
                    guard.edit(finding);
                    onEdit?.();
                  }}
                >
                  <T id="caseData.edit" />
                  <span className="forScreenReaders"> {finding.excerpt}</span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {act && (
        <p className={css.undo}>
          <span>{act.replacement === null ? <T id="caseData.kept" /> : <T id="caseData.replaced" values={{ words: <bdi>{act.replacement}</bdi> }} />}</span>
          <Button kind="quiet" icon={<UndoIcon size={18} />} onClick={() => decide(() => guard.undo(field))}>
            <T id="caseData.undo" />
          </Button>
        </p>
      )}
      {findings.length > 0 && (
        <p className={css.note}>
          <T id="caseData.onDevice" />
        </p>
      )}
    </div>
  );
}

const AROUND = 32;

/** The words in question, with a few before and after them, in the direction of the text. */
function InContext({ text, finding: { from, to, excerpt } }: { text: string; finding: OpenFinding }) {
  const [isCutBefore, isCutAfter] = [from > AROUND, to + AROUND < text.length];
  const before = text.slice(Math.max(0, from - AROUND), from).replace(isCutBefore ? /^\S*\s(?=.*\S)/su : '', '').replace(/\s+/gu, ' ');
  const after = text.slice(to, to + AROUND).replace(isCutAfter ? /\s\S*$/u : '', '').replace(/\s+/gu, ' ');
  return (
    <q dir="auto" className={css.quote}>
      {isCutBefore && '… '}
      {before}
      <mark className={css.mark}>{excerpt}</mark>
      {after}
      {isCutAfter && ' …'}
    </q>
  );
}

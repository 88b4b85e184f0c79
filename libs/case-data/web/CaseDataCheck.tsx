import { PartFailed, T, later } from '@crosscity/platform/web';
import { useEffect, type ReactNode } from 'react';
import type { CaseDataGuard } from './useCaseData';

const Findings = later(() => import('./Findings').then(({ Findings: list }) => list));

interface CheckProps {
  guard: CaseDataGuard;
  /** The field that this stands under. */
  field: string;
  /** Its name, where the field itself is not in sight. */
  label?: ReactNode;
  /** Where the field can be edited, when that is not this page. */
  onEdit?: () => void;
}

/** Under a field: what may tell who somebody is, why, and neutral words instead. Nothing where there is nothing. */
export function CaseDataCheck({ guard, field, label, onEdit }: CheckProps) {
  const { editing, edit, fields } = guard;
  const id = fields.find(({ name }) => name === field)?.id;
  useEffect(() => {
    const control = editing?.field === field && id ? document.getElementById(id) : null;
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
    control.focus();
    control.setSelectionRange(editing!.from, editing!.to);
    control.scrollIntoView({ block: 'center' });
    edit(null);
  });
  const isFirst = (guard.open[0]?.field ?? fields[0]?.name) === field;
  const count = guard.open.filter((finding) => finding.field === field).length;
  const hasFailed = guard.failed && isFirst;
  const act = guard.lastAct(field);
  return (
    <>
      <div role="status" className="forScreenReaders">
        {hasFailed ? <T id="caseData.failed" /> : count > 0 ? <T id="caseData.found" values={{ count: count as never }} /> : act && <T id="caseData.allDecided" />}
      </div>
      {(count > 0 || act || hasFailed) && (
        <Findings guard={guard} field={field} label={label} onEdit={onEdit} isFirst={isFirst} inCaseOfFailure={(why, again) => isFirst && <PartFailed words={why} onRetry={again} />} />
      )}
    </>
  );
}

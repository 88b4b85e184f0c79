import { useMutation } from '@apollo/client/react';
import { REPORT_REASONS, type ReportReason, moderationLimits } from '@crosscity/moderation/contract';
import { Banner, Button, ErrorSummary, RadioGroup, SaveState, T, TextArea, newKey, useDeviceDraft, useRefusal, useWords, type FieldProblem } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import { ReportContentDocument } from './ReportContent.generated';
import css from './Report.module.css';

interface Draft {
  reason: ReportReason | null;
  note: string;
}

/** Reason and note. Kept on the device until it is sent: a closed dialog loses nothing. */
export function ReportForm({ targetKind, targetId, onSent }: { targetKind: string; targetId: string; onSent: () => void }) {
  const words = useWords();
  const toWords = useRefusal();
  const draft = useDeviceDraft<Draft>(`report:${targetKind}:${targetId}`);
  const [{ reason, note }, setReport] = useState<Draft>({ reason: null, note: '' });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [key] = useState(newKey);
  const [send, { loading }] = useMutation(ReportContentDocument);
  useEffect(() => {
    // Found late: what was typed meanwhile is newer.
    if (draft.found && draft.state.kind === 'untouched') setReport(draft.found.content);
  }, [draft.found, draft.state.kind]);

  const change = (changed: Partial<Draft>) => {
    const next = { reason, note, ...changed };
    setReport(next);
    draft.keep(next);
  };
  const submit = async () => {
    const found: FieldProblem[] = [
      ...(reason ? [] : [{ field: 'report-reason', words: words('moderation.report.reason.missing') }]),
      ...(reason === 'other' && !note.trim() ? [{ field: 'report-note', words: words('moderation.report.note.missing') }] : []),
      ...(note.length > moderationLimits.note ? [{ field: 'report-note', words: words('moderation.tooLong') }] : []),
    ];
    setProblems(found);
    if (found.length > 0 || !reason) return;
    try {
      await send({ variables: { input: { key, kind: targetKind, id: targetId, reason, note } } });
      await draft.forget();
      onSent();
    } catch (error) {
      setProblems([{ words: toWords(error) }]);
    }
  };
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.words;

  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary problems={problems} />
      <p>
        <T id="moderation.report.lead" />
      </p>
      <RadioGroup
        id="report-reason"
        name="reason"
        label={words('moderation.report.reason')}
        value={reason}
        onChange={(value) => change({ reason: value as ReportReason })}
        error={problemOf('report-reason')}
        choices={REPORT_REASONS.map((value) => ({ value, label: words(`moderation.reason.${value}`), hint: words(`moderation.reason.${value}.hint`) }))}
      />
      {reason === 'danger' && (
        <Banner kind="danger" title={words('moderation.report.danger.title')} live>
          <p>
            <T id="moderation.report.danger" />
          </p>
        </Banner>
      )}
      <TextArea
        id="report-note"
        label={words('moderation.report.note')}
        hint={words('moderation.report.note.hint')}
        optional={reason !== 'other'}
        value={note}
        rows={3}
        limit={moderationLimits.note}
        error={problemOf('report-note')}
        onChange={(event) => change({ note: event.currentTarget.value })}
        saveState={<SaveState device={draft.state} />}
      />
      <div>
        <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}>
          <T id="moderation.report.send" />
        </Button>
      </div>
    </form>
  );
}

import { Button, Dialog, FlagIcon, PartFailed, Skeleton, T, later, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { ReportSent } from './ReportSent';

// Many pages have the button, few people press it.
const ReportForm = later(() => import('./ReportForm').then(({ ReportForm: form }) => form));

interface Target {
  /** Kind of text, as its capability registered it with moderation: `lesson`, `reply`. */
  targetKind: string;
  targetId: string;
}

/** Says to moderators what is wrong with a text. Shown where `viewerCan.report`. */
export function ReportButton({ targetKind, targetId }: Target) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" icon={<FlagIcon size={18} />} onClick={() => setOpen(true)}>
        <T id="moderation.report" />
      </Button>
      <ReportDialog targetKind={targetKind} targetId={targetId} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** The dialog alone, for those who open it from a menu. */
export function ReportDialog({ targetKind, targetId, open, onClose }: Target & { open: boolean; onClose: () => void }) {
  const words = useWords();
  const [sent, setSent] = useState(false);
  return (
    <Dialog open={open} onClose={onClose} title={words(sent ? 'moderation.report.sent.title' : 'moderation.report.title')}>
      {sent ? (
        <ReportSent onClose={onClose} />
      ) : (
        <ReportForm
          targetKind={targetKind}
          targetId={targetId}
          onSent={() => setSent(true)}
          whileComing={<Skeleton lines={6} />}
          inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />}
        />
      )}
    </Dialog>
  );
}

import { Button, T } from '@crosscity/platform/web';
import { useEffect, useRef } from 'react';
import css from './Report.module.css';

/** What happens next, in the same dialog: whoever reports should not wonder. */
export function ReportSent({ onClose }: { onClose: () => void }) {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <div className={css.form}>
      <p ref={words} tabIndex={-1}>
        <T id="moderation.report.sent" />
      </p>
      <div>
        <Button kind="primary" onClick={onClose}>
          <T id="platform.close" />
        </Button>
      </div>
    </div>
  );
}

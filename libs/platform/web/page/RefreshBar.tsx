import { useEffect, useState } from 'react';
import { T } from '../words/words';
import { Button } from '../ui/Button';
import css from './RefreshBar.module.css';

/** Nothing for 150 ms, then a thin bar; after 5 s a sentence with a way back (interface plan 2.6). */
export function RefreshBar({ waiting, onCancel }: { waiting: boolean; onCancel: () => void }) {
  return <div role="status">{waiting && <Wait onCancel={onCancel} />}</div>;
}

function Wait({ onCancel }: { onCancel: () => void }) {
  const [stage, setStage] = useState<'none' | 'bar' | 'slow'>('none');
  useEffect(() => {
    const timers = [setTimeout(() => setStage('bar'), 150), setTimeout(() => setStage('slow'), 5000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (stage === 'none') return null;
  return (
    <>
      <div className={css.bar} aria-hidden="true" />
      {stage === 'slow' && (
        <div className={css.slow}>
          <T id="platform.slow" />
          <Button kind="quiet" onClick={onCancel}>
            <T id="platform.cancel" />
          </Button>
        </div>
      )}
    </>
  );
}

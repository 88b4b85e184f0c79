import { OfflineIcon, T } from '@crosscity/platform/web';
import { useSyncExternalStore } from 'react';
import css from './Shell.module.css';

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

export function OfflineBar() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine, () => true);
  return (
    <div role="status" className={online ? css.online : css.offline}>
      {!online && (
        <>
          <OfflineIcon />
          <span>
            <T id="shell.offline" />
          </span>
        </>
      )}
    </div>
  );
}

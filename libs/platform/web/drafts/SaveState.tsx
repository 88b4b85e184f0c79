import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftState } from './useDeviceDraft';
import { useFormats } from '../words/formats';
import { T } from '../words/words';

export interface ServerSave {
  state: 'saving' | 'saved' | 'failed' | 'conflict';
  at?: number;
}

/** One sentence that says where the text is: on this device, with Crosscity, or nowhere yet. */
export function SaveState({ device, server }: { device: DraftState; server?: ServerSave }) {
  const formats = useFormats();
  const [now, setNow] = useState(0);
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine, () => true);
  const savedAt = server?.state === 'saved' ? server.at : device.kind === 'kept' ? device.at : undefined;
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 20_000);
    return () => clearInterval(timer);
  }, [savedAt]);
  const ago = savedAt === undefined ? '' : formats.relative(new Date(savedAt), Math.max(now, savedAt));

  if (device.kind === 'failed' && server?.state !== 'saved') return <T id="platform.saved.failed" />;
  if (server?.state === 'conflict') return <T id="platform.saved.conflict" />;
  if (device.kind === 'saving' || server?.state === 'saving') return <T id="platform.saved.saving" />;
  if (server?.state === 'saved') return <T id="platform.saved.server" values={{ ago }} />;
  if (device.kind === 'kept') return online ? <T id="platform.saved.device" values={{ ago }} /> : <T id="platform.saved.offline" />;
  return null;
}

function watchNetwork(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

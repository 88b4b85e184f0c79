import { useApolloClient } from '@apollo/client/react';
import type { DraftContent } from '@crosscity/forum/contract';
import { useViewer } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import type { DraftPageQuery, WritingChoicesFragment } from '../Writing/Writing.generated';
import type { KeptDraft } from './device-store';
import { draftOf, lessonsOnDevice, makeOpenable } from './offline-drafts';

/** New lessons that the server doesn't have yet. Without network, those and the listed ones are made openable. */
export function useDeviceDrafts(listed: readonly DraftPageQuery['draft'][], choices: WritingChoicesFragment): KeptDraft<DraftContent>[] {
  const client = useApolloClient();
  const person = useViewer()?.id;
  const [kept, setKept] = useState<KeptDraft<DraftContent>[]>([]);
  useEffect(() => {
    if (!person) return undefined;
    let gone = false;
    const look = () =>
      void lessonsOnDevice(person).then((found) => {
        if (gone) return;
        const alone = found.filter(({ id, version }) => version === 0 && !listed.some((draft) => draft.id === id));
        setKept(alone);
        makeOpenable(client, choices, [...alone.map(draftOf), ...(navigator.onLine ? [] : listed)]);
      });
    look();
    addEventListener('offline', look);
    return () => {
      gone = true;
      removeEventListener('offline', look);
    };
  }, [client, person, listed, choices]);
  return kept;
}

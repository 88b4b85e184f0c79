import { useApolloClient } from '@apollo/client/react';
import { sendWaitingLessons } from '@crosscity/forum/web';
import { useViewer } from '@crosscity/platform/web';
import { useEffect } from 'react';

/** What was finished without a network is sent as soon as there is one, whatever page is open. */
export function useWaitingLessons(): void {
  const client = useApolloClient();
  const person = useViewer()?.id;
  useEffect(() => {
    if (!person) return undefined;
    const send = () => void sendWaitingLessons(client, person).catch(() => undefined);
    const timer = setTimeout(send, 2000);
    addEventListener('online', send);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', send);
    };
  }, [client, person]);
}

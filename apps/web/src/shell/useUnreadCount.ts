import { useApolloClient } from '@apollo/client/react';
import { useSignal, useViewer, ViewerDocument } from '@crosscity/platform/web';

const inbox = { kind: 'inbox' };

/** The number at "Inbox": asked again when a signal says that something came or was read elsewhere. */
export function useUnreadCount(): number {
  const client = useApolloClient();
  useSignal(inbox, () => {
    // A failure is no news: the number stays, and the next signal asks again.
    client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => {});
  });
  return useViewer()?.unreadCount ?? 0;
}

import { useApolloClient } from '@apollo/client/react';
import { useSignal, useViewer, ViewerDocument } from '@crosscity/platform/web';

const inbox = { kind: 'inbox' };
const signedOut = { kind: 'signedOut' };

/** Signed out elsewhere, or by staff: what is on the screen must go. Texts are kept on the device before the page leaves. */
export function useSignedOutElsewhere(): void {
  const client = useApolloClient();
  useSignal(signedOut, (signal) => {
    if (signal.missed) return;
    if (!signal.refused) return window.location.reload();
    // A socket was refused: the session ended while this page was not connected, if the api says the same.
    client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).then(({ data }) => {
      if (data && !data.viewer) window.location.reload();
    }, () => {});
  });
}

/** The number at "Inbox": asked again when a signal says that something came or was read elsewhere. */
export function useUnreadCount(): number {
  const client = useApolloClient();
  useSignal(inbox, () => {
    // A failure is no news: the number stays, and the next signal asks again.
    client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => {});
  });
  return useViewer()?.unreadCount ?? 0;
}

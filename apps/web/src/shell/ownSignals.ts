import { useApolloClient } from '@apollo/client/react';
import { QUEUE } from '@crosscity/moderation/contract';
import { isStaff, useSignal, useViewer, ViewerDocument } from '@crosscity/platform/web';
import type { Counted } from './places';

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

/** The numbers at "Inbox" and, for staff, at "Moderation": asked again when a signal says that something came or was done elsewhere. */
export function useCounts(): Record<Counted, number> {
  const client = useApolloClient();
  const viewer = useViewer();
  const askAgain = () => {
    // A failure is no news: the number stays, and the next signal asks again.
    client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).catch(() => {});
  };
  useSignal(inbox, askAgain);
  useSignal(isStaff(viewer) ? QUEUE : null, askAgain);
  return { unread: viewer?.unreadCount ?? 0, openCases: viewer?.openCaseCount ?? 0 };
}

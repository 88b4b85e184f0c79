import type { ApolloClient } from '@apollo/client';

/** On every page of a signed-in person: what was finished without network is sent. Costs nothing where nothing waits. */
export async function sendWaitingLessons(client: ApolloClient, person: string): Promise<void> {
  try {
    if (localStorage.getItem('crosscity.outbox') === null) return;
  } catch {
    return; // Storage is forbidden: nothing can wait there.
  }
  const { sendOutbox } = await import('./outbox');
  await sendOutbox(client, person);
}

import type { ApolloClient } from '@apollo/client';
import { flushSync } from 'react-dom';
import { holdPlace } from './holdPlace';
import { ThreadChangesDocument } from './ThreadChanges.generated';
import type { ThreadDocuments } from './useThread';

/**
 * What was edited, taken away or brought back since that change is exchanged in its place, and what one reads stays where
 * it is. Returns the number of the newest change that the page shows now. Loaded when the first change comes.
 */
export async function exchange(client: ApolloClient, id: string, since: number, list: HTMLElement | null, document: NonNullable<ThreadDocuments['changes']> = ThreadChangesDocument): Promise<number> {
  for (;;) {
    const variables = { id, since };
    const { data } = await client.query({ query: document, variables, fetchPolicy: 'no-cache' });
    if (!data) return since;
    const release = holdPlace(list);
    flushSync(() => void client.writeQuery({ query: document, variables, data }));
    release();
    const { upTo, hasMore } = data.lesson.changedReplies;
    since = upTo;
    if (!hasMore) return since;
  }
}

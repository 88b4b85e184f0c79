import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { ViewerDocument } from './Viewer.generated';
import { ViewerContext, type Viewer } from './viewer';

/** Starts with whom the server saw and follows the cache: a new count or name shows everywhere at once. */
export function ViewerProvider({ first, children }: { first: Viewer | null; children: ReactNode }) {
  const { data } = useQuery(ViewerDocument, { fetchPolicy: 'cache-only' });
  return <ViewerContext value={first && ((data?.viewer as Viewer | null | undefined) ?? first)}>{children}</ViewerContext>;
}

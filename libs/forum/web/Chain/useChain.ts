import { useQuery } from '@apollo/client/react';
import { LessonChainDocument, type LessonChainQuery } from './Chain.generated';

export type Chain = LessonChainQuery['lessonChain'];

/** How far the idea travelled: asked for after the first view, once for all parts of a page that show some of it. */
export function useChain(id: string) {
  // What is known is shown at once and asked again: on the way back from publishing there is a lesson more. Askers at one time share one request.
  const { data, error, refetch } = useQuery(LessonChainDocument, { variables: { id }, fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  return { chain: data?.lessonChain, error, refetch };
}

import { useQuery } from '@apollo/client/react';
import { LessonChainDocument, type LessonChainQuery } from './Chain.generated';

export type Chain = LessonChainQuery['lessonChain'];

/** How far the idea travelled: asked for after the first view, once for all parts of a page that show some of it. */
export function useChain(id: string) {
  const { data, error, refetch } = useQuery(LessonChainDocument, { variables: { id } });
  return { chain: data?.lessonChain, error, refetch };
}

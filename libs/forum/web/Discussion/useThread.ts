import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { threadVersion } from '@crosscity/forum/contract';
import { useRefusal, useSignal, useToast, useViewer } from '@crosscity/platform/web';
import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { grow } from './branches';
import { MoreRepliesDocument, ThreadPulseDocument, type LessonDiscussionFragment, type MoreRepliesQueryVariables, type ReplyListFragment } from './Discussion.generated';

/** How pieces of a thread and its pulse are asked for: lessons and questions are different fields of the schema. */
export interface ThreadDocuments {
  more: TypedDocumentNode<object, MoreRepliesQueryVariables>;
  pulse: TypedDocumentNode<{ lesson: { lastChange: number } }, { id: string }>;
  /** Those of lessons come with `exchange`, when the first change comes. */
  changes?: TypedDocumentNode<{ lesson: { changedReplies: { upTo: number; hasMore: boolean } } }, { id: string; since: number }>;
}
const ofLessons: ThreadDocuments = { more: MoreRepliesDocument, pulse: ThreadPulseDocument };

/** A lesson or a question, as far as the talk about it needs to know it. */
export interface DiscussedLesson extends LessonDiscussionFragment {
  /** Missing for lessons. */
  kind?: 'question';
  slug: string;
  title: string;
  audience: 'public' | 'members' | 'space';
  replies: ReplyListFragment;
  viewerCan: { reply: boolean };
}

/** Which window of the thread the address asks for; part of the list's name in the cache. */
export interface Place {
  at: string | null;
  unread: boolean | null;
}

/** Milliseconds in which the answer to what this tab itself reported is here. */
const ownNews = 500;

type Direction = 'earlier' | 'later' | 'new';

/** Where the thread stands. */
export function threadPath({ kind = 'lesson', id, slug }: { kind?: 'lesson' | 'question'; id: string; slug: string }): string {
  return `/${kind}s/${id}/${slug}`;
}

/** The replies that are loaded, how to get more of them, and how many came since. */
export function useThread(lesson: DiscussedLesson, place: Place, list: RefObject<HTMLElement | null>, documents: ThreadDocuments = ofLessons) {
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const viewer = useViewer();
  const [loading, setLoading] = useState<Direction | null>(null);
  const { id, replies } = lesson;
  const lastLoaded = replies.items.reduce((last, reply) => Math.max(last, reply.seq), 0);
  const [lastAtStart] = useState(lesson.lastSeq);
  const complete = replies.nextCursor === null;
  const waiting = Math.max(0, lesson.lastSeq - (complete ? lastLoaded : lastAtStart));

  const load = useCallback(
    async (direction: Direction): Promise<boolean> => {
      const piece = direction === 'earlier' ? { before: replies.previousCursor } : direction === 'later' ? { after: replies.nextCursor } : { afterSeq: lastLoaded };
      setLoading(direction);
      try {
        // The answer joins the list in the cache: same place, another piece of it.
        await client.query({ query: documents.more, variables: { id, ...place, ...piece }, fetchPolicy: 'network-only' });
        return true;
      } catch (error) {
        toast({ words: toWords(error) });
        return false;
      } finally {
        setLoading(null);
      }
    },
    [client, documents, id, place, replies.previousCursor, replies.nextCursor, lastLoaded, toast, toWords],
  );

  // Up to which change of a reply this page shows them. The cache may know of later ones that nobody asked for yet.
  const [shownChange, setShownChange] = useState(lesson.lastChange);
  const pulse = async () => (await client.query({ query: documents.pulse, variables: { id }, fetchPolicy: 'network-only' })).data?.lesson.lastChange ?? 0;

  // A hint says only that there is something: what, and how much, is asked for with the reader's own rights.
  useSignal(viewer ? { kind: 'thread', id } : null, ({ change = 0 }) => {
    const look = async () => {
      if (change <= shownChange && (await pulse()) <= shownChange) return;
      const { exchange } = await import('./exchange');
      const upTo = await exchange(client, id, shownChange, list.current, documents.changes);
      setShownChange((shown) => Math.max(shown, upTo));
    };
    // A failure is no news: the next hint looks again.
    look().catch(() => undefined);
  }, { version: threadVersion({ lastSeq: lesson.lastSeq, lastChange: shownChange }) });

  // Read on another device. This tab's own reports come back, too, and are known when their answer is here.
  const seenHere = useRef(lesson.reading?.lastSeenSeq);
  seenHere.current = lesson.reading?.lastSeenSeq;
  useSignal(viewer ? { kind: 'reading', id } : null, ({ seq }) => {
    setTimeout(() => {
      if (seq === undefined || seq !== seenHere.current) pulse().catch(() => undefined);
    }, ownNews);
  }, { look: false });

  const branches = useMemo(() => grow(replies.items), [replies.items]);
  return { branches, complete, waiting, lastLoaded, loading, load, hasEarlier: replies.previousCursor !== null, hasLater: !complete };
}

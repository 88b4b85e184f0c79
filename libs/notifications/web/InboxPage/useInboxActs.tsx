import { useApolloClient } from '@apollo/client/react';
import { T, ViewerDocument, useRefusal, useToast } from '@crosscity/platform/web';
import { useRef, useState } from 'react';
import { MarkGroupUnreadDocument, MarkReadDocument, UndoReadDocument } from './InboxActs.generated';
import type { InboxLineFragment } from './InboxLine.generated';

export interface InboxActs {
  busy: boolean;
  markRead(lines: readonly InboxLineFragment[]): Promise<void>;
  /** Everything that the reader has on the screen or further down, not what came meanwhile. */
  markAllRead(lines: readonly InboxLineFragment[]): Promise<void>;
  /** Without words: the reader opened it and goes there. */
  open(line: InboxLineFragment): void;
  markUnread(line: InboxLineFragment): Promise<void>;
  undo(): Promise<void>;
}

/** Marking as read, and back: each act can be undone exactly. */
export function useInboxActs(lookAgain: () => Promise<unknown>): InboxActs {
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const [busy, setBusy] = useState(false);
  const last = useRef<string | null>(null);

  const lookEverywhere = () => Promise.all([lookAgain(), client.query({ query: ViewerDocument, fetchPolicy: 'network-only' })]);
  const attempt = async (act: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await act();
      await lookEverywhere();
    } catch (error) {
      toast({ words: toWords(error) });
    } finally {
      setBusy(false);
    }
  };
  const undo = async (mark: string | null) => {
    if (!mark) return;
    last.current = null;
    await attempt(() => client.mutate({ mutation: UndoReadDocument, variables: { input: { mark } } }));
  };
  const mark = (groups: string[] | null, upTo: string) => attempt(async () => {
    const { data } = await client.mutate({ mutation: MarkReadDocument, variables: { input: { groups, upTo } } });
    const marked = data?.markRead;
    if (!marked || marked.count === 0) return;
    last.current = marked.mark;
    toast({ words: <T id="inbox.marked" values={{ count: marked.count as never }} />, undo: () => undo(marked.mark) });
  });
  const newestOf = (lines: readonly InboxLineFragment[]) => lines.reduce((newest, { newestAt }) => (newestAt > newest ? newestAt : newest), lines[0]!.newestAt);

  return {
    busy,
    markRead: (lines) => mark(lines.map(({ id }) => id), newestOf(lines)),
    markAllRead: (lines) => mark(null, newestOf(lines)),
    open: (line) => {
      if (line.newCount === 0) return;
      // Going there is what matters: should this fail, the line stays new, which is harmless.
      client.mutate({ mutation: MarkReadDocument, variables: { input: { groups: [line.id], upTo: line.newestAt } } }).then(lookEverywhere).catch(() => {});
    },
    markUnread: (line) => attempt(() => client.mutate({ mutation: MarkGroupUnreadDocument, variables: { input: { group: line.id } } })),
    undo: () => undo(last.current),
  };
}

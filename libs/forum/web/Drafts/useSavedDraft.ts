import { useApolloClient } from '@apollo/client/react';
import { newKey, refusalOf, useViewer } from '@crosscity/platform/web';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftContent, DraftKind } from '@crosscity/forum/contract';
import { SaveDraftDocument, type DraftWholeFragment, type SaveDraftMutationVariables } from '../Writing/Writing.generated';
import { BegunElsewhereDocument, DiscardDraftCopyDocument, DiscardDraftDocument } from './DraftsPage.generated';
import { forget, keep, keepLeaving, readKept, type KeptDraft } from './device-store';
import { deviceName } from './device-name';
import { isOwn } from './own-text';

/** Where a text is safe: nowhere yet, on this device, on the server; or why the server doesn't have it. */
export type SaveState =
  | { kind: 'empty' }
  | { kind: 'unsaved' }
  | { kind: 'device'; at: number; why?: 'offline' | 'signedOut' | 'refused' }
  | { kind: 'saved'; at: number };

export interface Conflict {
  /** Where the server put this device's text when it refused it. */
  copyId?: string;
  version: number;
  device: string | null;
  updatedAt: string;
  content: DraftContent;
}

interface Options {
  kind: DraftKind;
  threadId?: string | null;
  /** What distinguishes this text on the device: "reply <thread>". The person is added here: devices are shared. */
  name: string;
  /** The server's copy, when the page was opened with one. */
  known?: DraftWholeFragment | null;
  /** What the form starts with when nothing is kept. */
  start?: DraftContent;
  /** Whether there is anything worth keeping. */
  isEmpty(content: DraftContent): boolean;
}

export interface SavedDraft {
  content: DraftContent;
  state: SaveState;
  conflict: Conflict | null;
  /** True after something that was written earlier came back. */
  restored: boolean;
  /** False until the device was asked; the fields can be used before. */
  ready: boolean;
  /** Asks the server for what another device began, where the page came without it. */
  begin(): void;
  change(part: Partial<DraftContent>): void;
  /** Of two texts, the one to go on with; the other one stays in the list of drafts. */
  resolve(choice: 'mine' | 'theirs'): void;
  /** Everything is sent: nothing is kept any more. The server's copy goes too, unless what was sent took it along. */
  finish(options?: Finish): Promise<void>;
  /** Gives the text to whoever keeps it from now on, and only when that is done forgets it here. False where it was not kept. */
  handOver(take: (kept: KeptDraft<DraftContent>) => Promise<boolean>): Promise<boolean>;
  /** Saves now, on both sides. Gives the draft's id when the server has it: what is sent next takes the draft along. */
  flush(): Promise<string | null>;
}

interface Finish {
  serverHasTaken?: boolean;
  /** The form stays as it is until the next page is there. */
  keepShown?: boolean;
}

const deviceAfter = 500;
const serverAfter = 2000;
/** What is chosen, not typed: kept at once. One press is a whole answer, and the next may lead away. */
const CHOSEN = new Set(['themes', 'level', 'audience', 'language', 'cityId', 'voiceId', 'result', 'adaptation']);

/**
 * An unfinished text that is never lost: on the device half a second after the last key and when the page goes out of
 * sight, on the server two seconds after it. A text that another device changed meanwhile is shown, never overwritten.
 */
export function useSavedDraft({ kind, threadId = null, name, known, start, isEmpty }: Options): SavedDraft {
  const client = useApolloClient();
  const person = useViewer()?.id ?? 'guest';
  const key = `${person} ${name}`;
  const [content, setContent] = useState<DraftContent>(() => known?.content ?? start ?? {});
  const [state, setState] = useState<SaveState>(known ? { kind: 'saved', at: Date.parse(known.updatedAt) } : { kind: 'empty' });
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [restored, setRestored] = useState(false);
  const [ready, setReady] = useState(false);
  // What the timers act on: they outlive renders.
  const now = useRef<KeptDraft<DraftContent>>({ id: known?.id ?? '', content, version: known?.version ?? 0, at: 0, ahead: false });
  const timers = useRef<{ device?: ReturnType<typeof setTimeout>; server?: ReturnType<typeof setTimeout> }>({});
  const sending = useRef<Promise<void> | null>(null);
  const paused = useRef(false);
  const finished = useRef(false);
  const asked = useRef(false);
  const again = useRef<() => Promise<void>>(async () => {});
  const empty = useRef(isEmpty);
  useEffect(() => {
    empty.current = isEmpty;
  });

  const saveOnDevice = useCallback(async () => {
    clearTimeout(timers.current.device);
    if (finished.current || !now.current.at) return;
    if (empty.current(now.current.content) && now.current.version === 0) return forget(key);
    const at = Date.now();
    const kept = await keep(key, now.current);
    if (kept) setState((before) => (before.kind === 'unsaved' ? { kind: 'device', at } : before));
  }, [key]);

  const saveOnServer = useCallback(async (): Promise<void> => {
    clearTimeout(timers.current.server);
    if (sending.current) await sending.current;
    if (finished.current || paused.current || !now.current.ahead || person === 'guest') return;
    if (empty.current(now.current.content) && now.current.version === 0) return;
    const sent = (now.current = { ...now.current, sent: now.current.content });
    const send = async (): Promise<void> => {
      try {
        await keep(key, now.current);
        const input: SaveDraftMutationVariables['input'] = { id: sent.id, kind, threadId, content: sendable(sent.content), version: sent.version, device: deviceName() };
        const { data } = await client.mutate({ mutation: SaveDraftDocument, variables: { input } });
        if (finished.current) return;
        const saved = data!.saveDraft;
        const unchanged = now.current.content === sent.content;
        now.current = { ...now.current, id: saved.id, version: saved.version, ahead: !unchanged };
        if (unchanged) setState({ kind: 'saved', at: Date.now() });
        await keep(key, now.current);
      } catch (error) {
        if (finished.current) return;
        const { code, data } = refusalOf(error);
        if (code === 'forum.draftConflict') {
          const { theirs, copyId } = data as unknown as { theirs: Conflict; copyId: string };
          if (isOwn(theirs.content, sent)) {
            // The answer to our own last save was lost: its version is ours.
            now.current = { ...now.current, version: theirs.version };
            timers.current.server = setTimeout(() => void again.current(), 0);
            return;
          }
          paused.current = true;
          setConflict({ ...theirs, copyId });
        }
        const why = code === 'platform.signInFirst' ? 'signedOut' : code === 'platform.offline' || code === 'platform.unavailable' ? 'offline' : 'refused';
        setState({ kind: 'device', at: Date.now(), why });
      }
    };
    sending.current = send().finally(() => (sending.current = null));
    await sending.current;
  }, [client, key, kind, person, threadId]);

  useEffect(() => {
    again.current = saveOnServer;
  }, [saveOnServer]);

  // What this device kept, once. Typing that began before it came is newer and wins.
  useEffect(() => {
    let gone = false;
    void readKept<DraftContent>(key).then((kept) => {
      if (gone) return;
      setReady(true);
      if (!kept || now.current.at) return;
      if (known && (!kept.ahead || kept.id !== known.id)) return;
      if (empty.current(kept.content)) return;
      now.current = kept;
      setContent(kept.content);
      setRestored(true);
      setState(kept.ahead ? { kind: 'device', at: kept.at } : { kind: 'saved', at: kept.at });
      if (known && kept.version < known.version && isOwn(known.content, kept)) now.current = { ...kept, version: known.version };
      if (known && now.current.version < known.version) {
        paused.current = true;
        setConflict({ version: known.version, device: known.device, updatedAt: known.updatedAt, content: known.content });
      } else if (kept.ahead) void saveOnServer();
    });
    return () => {
      gone = true;
    };
    // Only when another text is opened, not when the server's copy is saved again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  // The page was shown from what was known before, and the server has a newer text. Nothing unsent is here: that is the text.
  useEffect(() => {
    if (!known || known.id !== now.current.id || known.version <= now.current.version || now.current.ahead || sending.current || paused.current || finished.current) return;
    now.current = { ...now.current, content: known.content, version: known.version };
    setContent(known.content);
    setState({ kind: 'saved', at: Date.parse(known.updatedAt) });
  }, [known]);

  useEffect(() => {
    const hide = () => {
      if (!finished.current && now.current.at && now.current.ahead) keepLeaving(key, now.current);
      void saveOnDevice();
    };
    const leave = () => {
      if (document.visibilityState !== 'hidden') return;
      hide();
      void saveOnServer();
    };
    const online = () => void saveOnServer();
    const pending = timers.current;
    document.addEventListener('visibilitychange', leave);
    // Leaving by an address: some browsers say only this.
    window.addEventListener('pagehide', hide);
    window.addEventListener('online', online);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', hide);
      window.removeEventListener('online', online);
      clearTimeout(pending.device);
      clearTimeout(pending.server);
      void saveOnDevice();
      void saveOnServer();
    };
  }, [key, saveOnDevice, saveOnServer]);

  const schedule = useCallback(() => {
    clearTimeout(timers.current.device);
    clearTimeout(timers.current.server);
    timers.current.device = setTimeout(() => void saveOnDevice(), deviceAfter);
    timers.current.server = setTimeout(() => void saveOnServer(), serverAfter);
  }, [saveOnDevice, saveOnServer]);

  const change = useCallback(
    (part: Partial<DraftContent>) => {
      finished.current = false;
      now.current = { ...now.current, id: now.current.id || newKey(), content: { ...now.current.content, ...part }, at: Date.now(), ahead: true };
      setContent(now.current.content);
      setState({ kind: 'unsaved' });
      schedule();
      if (Object.keys(part).some((field) => CHOSEN.has(field))) void saveOnDevice();
    },
    [saveOnDevice, schedule],
  );

  const begin = useCallback(() => {
    if (asked.current || now.current.version > 0 || now.current.at > 0 || person === 'guest') return;
    asked.current = true;
    const look = async () => {
      const { data } = await client.query({ query: BegunElsewhereDocument, fetchPolicy: 'network-only' });
      const found = data?.drafts.find((draft) => draft.kind === kind && draft.threadId === threadId);
      // Typing that began meanwhile is newer; its own save will say that there are two.
      if (!found || now.current.at > 0 || empty.current(found.content)) return;
      now.current = { id: found.id, content: found.content, version: found.version, at: Date.parse(found.updatedAt), ahead: false };
      setContent(found.content);
      setRestored(true);
      setState({ kind: 'saved', at: now.current.at });
    };
    // Without an answer one simply begins anew.
    void look().catch(() => undefined);
  }, [client, kind, person, threadId]);

  const keepBeside = useCallback(
    async ({ content: other, version, device, copyId }: Conflict) => {
      const { id, version: saved } = now.current;
      if (saved <= version) return; // Ours was not saved yet: theirs is still the draft.
      // Sent on its old version it is refused, and what is refused is kept: theirs stands beside ours now, in ours' place.
      const input: SaveDraftMutationVariables['input'] = { id, kind, threadId, content: sendable(other), version, device: device ?? '' };
      await client.mutate({ mutation: SaveDraftDocument, variables: { input } }).catch(() => undefined);
      if (copyId) await client.mutate({ mutation: DiscardDraftCopyDocument, variables: { input: { id: copyId } } }).catch(() => undefined);
    },
    [client, kind, threadId],
  );

  const resolve = useCallback(
    (choice: 'mine' | 'theirs') => {
      if (!conflict) return;
      const mine = choice === 'mine';
      now.current = { ...now.current, content: mine ? now.current.content : conflict.content, version: conflict.version, at: Date.now(), ahead: mine };
      paused.current = false;
      setContent(now.current.content);
      setConflict(null);
      setState(mine ? { kind: 'unsaved' } : { kind: 'saved', at: Date.parse(conflict.updatedAt) });
      void saveOnDevice();
      if (mine) void saveOnServer().then(() => keepBeside(conflict));
    },
    [conflict, keepBeside, saveOnDevice, saveOnServer],
  );

  const finish = useCallback(async ({ serverHasTaken, keepShown }: Finish = {}) => {
    finished.current = true;
    clearTimeout(timers.current.device);
    clearTimeout(timers.current.server);
    await sending.current;
    const { id, version } = now.current;
    now.current = { id: '', content: {}, version: 0, at: 0, ahead: false };
    if (!keepShown) {
      setContent({});
      setState({ kind: 'empty' });
      setRestored(false);
    }
    await forget(key);
    // A copy left behind is a nuisance in the list of drafts, not a loss.
    if (version > 0 && !serverHasTaken) void client.mutate({ mutation: DiscardDraftDocument, variables: { input: { id } } }).catch(() => undefined);
  }, [client, key]);

  const handOver = useCallback(async (take: (kept: KeptDraft<DraftContent>) => Promise<boolean>) => {
    await sending.current;
    finished.current = true;
    clearTimeout(timers.current.device);
    clearTimeout(timers.current.server);
    if (!now.current.id || !(await take(now.current))) {
      finished.current = false;
      return false;
    }
    await forget(key);
    return true;
  }, [key]);

  const flush = useCallback(async () => {
    await saveOnDevice();
    await saveOnServer();
    return now.current.version > 0 ? now.current.id : null;
  }, [saveOnDevice, saveOnServer]);

  return { content, state, conflict, restored, ready, begin, change, resolve, finish, handOver, flush };
}

/** Only what the server's form of a draft has: what came from it carries the cache's marks. */
function sendable(content: DraftContent): SaveDraftMutationVariables['input']['content'] {
  const { __typename: _mark, ...fields } = content as DraftContent & { __typename?: string };
  return fields as SaveDraftMutationVariables['input']['content'];
}

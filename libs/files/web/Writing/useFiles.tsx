import { useApolloClient, useQuery } from '@apollo/client/react';
import { newKey, useRefusal, useViewer, useWords } from '@crosscity/platform/web';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { keyOf, kindOf, problemOf } from './file-choice';
import { send, type Sending } from './sending';
import { forgetUnsent, keepUnsent, unsentFile } from './unsent-files';
import { AttachedFilesDocument, BeginUploadDocument, FinishUploadDocument, RemoveFileDocument, type WrittenFileFragment } from './Writing.generated';

export interface FileSubject {
  kind: 'draft' | 'lesson';
  id: string;
}

/** How a file's way to the server stands on this device. `elsewhere`: its bytes are on another device, or have to be chosen again. */
export type OnItsWay = { state: 'sending' | 'stopped' | 'waiting'; share: number } | { state: 'failed'; words: string };

export interface Files {
  subject: FileSubject;
  files: readonly WrittenFileFragment[];
  /** By id of the use. */
  onTheirWay: ReadonlyMap<string, OnItsWay>;
  /** Problems of files that were not taken, until the next choice. */
  problems: readonly { part: string | null; words: string }[];
  add(chosen: readonly File[], part: string | null): Promise<void>;
  stop(id: string): void;
  goOn(file: WrittenFileFragment): Promise<boolean>;
  remove(file: WrittenFileFragment): Promise<void>;
}

const Context = createContext<Files | null>(null);

/** The files of one subject, for a form: what is there, what is on its way, and the acts. */
export function FilesOf({ subject, children }: { subject: FileSubject; children: ReactNode }) {
  return <Context value={useSubjectFiles(subject)}>{children}</Context>;
}

export function useFiles(): Files {
  const files = useContext(Context);
  if (!files) throw new Error('useFiles stands inside <FilesOf>.');
  return files;
}

function useSubjectFiles({ kind, id: subjectId }: FileSubject): Files {
  const client = useApolloClient();
  const words = useWords();
  const toWords = useRefusal();
  const person = useViewer()?.id ?? 'guest';
  const variables = useMemo(() => ({ subjectKind: kind, subjectId }), [kind, subjectId]);
  const { data, refetch, startPolling, stopPolling } = useQuery(AttachedFilesDocument, { variables, fetchPolicy: 'cache-and-network' });
  const files = useMemo(() => data?.attachedFiles ?? [], [data]);
  const [onTheirWay, setOnTheirWay] = useState<ReadonlyMap<string, OnItsWay>>(new Map());
  const [problems, setProblems] = useState<Files['problems']>([]);
  const sendings = useRef(new Map<string, Sending>());

  const isProcessing = files.some(({ state }) => state === 'processing');
  useEffect(() => {
    if (!isProcessing) return undefined;
    startPolling(700);
    return stopPolling;
  }, [isProcessing, startPolling, stopPolling]);

  const note = useCallback((id: string, way: OnItsWay | null) => {
    setOnTheirWay((before) => {
      const next = new Map(before);
      if (way) next.set(id, way);
      else next.delete(id);
      return next;
    });
  }, []);

  const start = useCallback(
    async (use: { id: string; fileId: string }, bytes: Blob) => {
      if (sendings.current.has(use.id)) return;
      let share = 0;
      // Taken before the sender is loaded: a second press must not start a second one.
      sendings.current.set(use.id, { stop: () => undefined });
      note(use.id, { state: 'sending', share });
      const sending = await send(bytes, use.fileId, {
        onProgress(now) {
          share = now;
          note(use.id, { state: 'sending', share });
        },
        onWaiting: () => note(use.id, { state: 'waiting', share }),
        onDone() {
          sendings.current.delete(use.id);
          void forgetUnsent(person, use.id);
          client
            .mutate({ mutation: FinishUploadDocument, variables: { input: { id: use.id } } })
            .catch(() => undefined)
            .then(() => refetch(variables))
            .finally(() => note(use.id, null));
        },
        onFailed(status) {
          sendings.current.delete(use.id);
          note(use.id, { state: 'failed', words: words(status === 404 || status === 410 ? 'files.way.gone' : 'files.way.failed') });
        },
      });
      sendings.current.set(use.id, sending);
    },
    [client, note, person, refetch, variables, words],
  );

  // After a reload: what this device still holds goes on by itself.
  useEffect(() => {
    for (const file of files) {
      if (file.state !== 'receiving' || sendings.current.has(file.id) || onTheirWay.has(file.id)) continue;
      void unsentFile(person, file.id).then((bytes) => bytes && start(file, bytes));
    }
  }, [files, onTheirWay, person, start]);

  // Leaving the form stops what is on its way; the bytes stay on the device, and the next visit goes on.
  useEffect(() => {
    const running = sendings.current;
    return () => {
      for (const sending of running.values()) sending.stop();
      running.clear();
    };
  }, []);

  const add = useCallback(
    async (chosen: readonly File[], part: string | null) => {
      const refused: { part: string | null; words: string }[] = [];
      setProblems([]);
      for (const file of chosen) {
        const problem = problemOf(file);
        if (problem) {
          refused.push({ part, words: words(problem.words, { name: file.name, most: 'most' in problem ? problem.most : 0 }) });
          continue;
        }
        try {
          const key = await keyOf(file, `${kind} ${subjectId}`, newKey);
          const input = { key, kind: kindOf(file), name: file.name.slice(-500), bytes: file.size, subjectKind: kind, subjectId, part };
          const { data: begun } = await client.mutate({ mutation: BeginUploadDocument, variables: { input } });
          const use = begun!.beginUpload;
          await keepUnsent({ id: use.id, person, file });
          await refetch(variables);
          if (use.state === 'receiving') await start(use, file);
        } catch (error) {
          refused.push({ part, words: toWords(error) });
        }
      }
      setProblems(refused);
    },
    [client, kind, person, refetch, start, subjectId, toWords, variables, words],
  );

  const stop = useCallback(
    (id: string) => {
      sendings.current.get(id)?.stop();
      sendings.current.delete(id);
      setOnTheirWay((before) => {
        const way = before.get(id);
        return new Map(before).set(id, { state: 'stopped', share: way && 'share' in way ? way.share : 0 });
      });
    },
    [],
  );

  const goOn = useCallback(
    async (file: WrittenFileFragment) => {
      const bytes = await unsentFile(person, file.id);
      if (!bytes) return false;
      await start(file, bytes);
      return true;
    },
    [person, start],
  );

  const remove = useCallback(
    async (file: WrittenFileFragment) => {
      sendings.current.get(file.id)?.stop();
      sendings.current.delete(file.id);
      await client.mutate({ mutation: RemoveFileDocument, variables: { input: { id: file.id } } });
      await forgetUnsent(person, file.id);
      note(file.id, null);
      await refetch(variables);
    },
    [client, note, person, refetch, variables],
  );

  return useMemo(() => ({ subject: { kind, id: subjectId }, files, onTheirWay, problems, add, stop, goOn, remove }), [kind, subjectId, files, onTheirWay, problems, add, stop, goOn, remove]);
}

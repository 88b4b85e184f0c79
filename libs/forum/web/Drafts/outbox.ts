import type { ApolloClient } from '@apollo/client';
import type { DraftContent } from '@crosscity/forum/contract';
import { RestRefusal, refusalOf } from '@crosscity/platform/web';
import { openDB, type IDBPDatabase } from 'idb';
import { PublishLessonDocument, type PublishLessonMutationVariables } from '../Writing/Writing.generated';
import { forget, keep, type KeptDraft } from './device-store';

/** A finished lesson that waits on this device for the network. Its key makes it one lesson, however often it is sent. */
export interface WaitingLesson {
  /** The draft that it grew in. */
  id: string;
  person: string;
  input: PublishLessonMutationVariables['input'];
  /** The draft as it was, for whoever changes their mind. */
  kept: KeptDraft<DraftContent>;
  /** Milliseconds since 1970, of pressing "Publish": lessons are sent in this order. */
  at: number;
  state: 'waiting' | 'refused' | 'sent';
  /** Why it was refused, or what it waits for beside the network. */
  why?: { code: string; data: Record<string, unknown> };
  /** What became of it. */
  lessonId?: string;
}

const LOCK = 'crosscity-outbox';
/** Tells without opening a database, on every page, whether there is anything to send. */
const FLAG = 'crosscity.outbox';
/** How long a sent one is shown. */
const SHOWN = 24 * 3_600_000;

let database: Promise<IDBPDatabase | null> | undefined;
const open = () => (database ??= openDB(LOCK, 1, { upgrade: (db) => void db.createObjectStore('lessons') }).catch(() => null));
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(LOCK);
const keyOf = (person: string, id: string) => `${person} ${id}`;

async function put(lesson: WaitingLesson): Promise<boolean> {
  try {
    const db = await open();
    if (!db) return false;
    await db.put('lessons', lesson, keyOf(lesson.person, lesson.id));
    return true;
  } catch {
    return false;
  }
}

function tell(): void {
  channel?.postMessage('changed');
  dispatchEvent(new Event(LOCK));
}

/** Calls back when another tab or this one changed what waits. */
export function onOutbox(hear: () => void): () => void {
  const other = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(LOCK);
  other?.addEventListener('message', hear);
  addEventListener(LOCK, hear);
  return () => {
    other?.close();
    removeEventListener(LOCK, hear);
  };
}

/** In the order of sending. What was sent long ago is forgotten. */
export async function outboxOf(person: string): Promise<WaitingLesson[]> {
  try {
    const db = await open();
    if (!db) return [];
    const all = (await db.getAll('lessons', IDBKeyRange.bound(`${person} `, `${person} \uffff`))) as WaitingLesson[];
    const old = all.filter(({ state, at }) => state === 'sent' && Date.now() - at > SHOWN);
    await Promise.all(old.map(({ id }) => db.delete('lessons', keyOf(person, id))));
    return all.filter((lesson) => !old.includes(lesson)).sort((one, other) => one.at - other.at);
  } catch {
    return [];
  }
}

/** True when this device keeps it and will send it. */
export async function putInOutbox(person: string, { input, kept }: Pick<WaitingLesson, 'input' | 'kept'>): Promise<boolean> {
  const isKept = await put({ id: input.draftId!, person, input, kept, at: Date.now(), state: 'waiting' });
  if (isKept) localStorage.setItem(FLAG, '1');
  tell();
  return isKept;
}

/** One at a time over all tabs of this browser. Where browsers don't know such locks, the key alone keeps it one lesson. */
function alone<Result>(act: () => Promise<Result>): Promise<Result> {
  return navigator.locks ? (navigator.locks.request(LOCK, act) as Promise<Result>) : act();
}

/** Not now: no network, no answer, too much asked. What waits goes on waiting. */
const LATER = new Set(['platform.offline', 'platform.unavailable', 'platform.busy', 'platform.tooMany']);

/** Sends what waits, in its order. A refusal is kept with its reason and holds up no other. */
export async function sendOutbox(client: ApolloClient, person: string): Promise<void> {
  if (localStorage.getItem(FLAG) === null) return;
  await alone(async () => {
    for (const lesson of await outboxOf(person)) {
      if (lesson.state !== 'waiting') continue;
      try {
        const { data } = await client.mutate({ mutation: PublishLessonDocument, variables: { input: lesson.input } });
        await put({ ...lesson, state: 'sent', why: undefined, lessonId: data!.publishLesson.id });
        await forget(`${person} lesson ${lesson.id}`);
      } catch (error) {
        const { code, data } = refusalOf(error);
        if (LATER.has(code)) return;
        await put({ ...lesson, state: code === 'platform.signInFirst' ? 'waiting' : 'refused', why: { code, data } });
        if (code === 'platform.signInFirst') return tell();
      }
      tell();
    }
    if ((await outboxOf(person)).every(({ state }) => state !== 'waiting')) localStorage.removeItem(FLAG);
  });
}

/** Makes it a draft again. False where it was sent meanwhile. */
export async function cancelSending(person: string, id: string): Promise<boolean> {
  return alone(async () => {
    const lesson = (await outboxOf(person)).find((other) => other.id === id);
    if (!lesson || lesson.state === 'sent') return false;
    if (!(await keep(`${person} lesson ${id}`, { ...lesson.kept, id, ahead: true }))) return false;
    await (await open())?.delete('lessons', keyOf(person, id));
    tell();
    return true;
  });
}

/** Tries a refused one again, with the same key. */
export async function sendAgain(client: ApolloClient, person: string, id: string): Promise<void> {
  const lesson = (await outboxOf(person)).find((other) => other.id === id);
  if (lesson && lesson.state !== 'sent') await put({ ...lesson, state: 'waiting', why: undefined });
  localStorage.setItem(FLAG, '1');
  tell();
  await sendOutbox(client, person);
}

/** The reason as the error that it was, for its words. */
export const errorOf = ({ why }: WaitingLesson): RestRefusal | null => why ? new RestRefusal(why.code, why.data) : null;

import { openDB, type IDBPDatabase } from 'idb';

/** An unfinished text as this device keeps it. */
export interface KeptDraft<Content> {
  /** The id of the draft on the server; made here, so that both sides mean the same thing from the first key on. */
  id: string;
  content: Content;
  /** The server's version that this text was written on; 0 before the first save. */
  version: number;
  /** Milliseconds since 1970, of the last key. */
  at: number;
  /** Whether there is something here that the server doesn't have. */
  ahead: boolean;
  /** What was sent last. A tab may die between the server's save and its answer: that is no other device's text. */
  sent?: Content;
}

let database: Promise<IDBPDatabase | null> | undefined;

function open(): Promise<IDBPDatabase | null> {
  // A browser that forbids storage (private mode, full disk) still gets the server's copy.
  return (database ??= openDB('crosscity-forum', 1, { upgrade: (db) => void db.createObjectStore('drafts') }).then(bringHome).catch(() => null));
}

const LEAVING = 'crosscity-leaving ';

/** For a page that is being left: it ends before a database has written, but not before this has. */
export function keepLeaving<Content>(key: string, draft: KeptDraft<Content>): void {
  try {
    localStorage.setItem(LEAVING + key, JSON.stringify(draft));
  } catch {
    // Forbidden or full: the database may still make it.
  }
}

/** Takes over what earlier pages wrote while they were left, where it is the newer text. */
async function bringHome(db: IDBPDatabase): Promise<IDBPDatabase> {
  try {
    for (const name of Object.keys(localStorage).filter((item) => item.startsWith(LEAVING))) {
      const left = JSON.parse(localStorage.getItem(name) ?? 'null') as KeptDraft<unknown> | null;
      const key = name.slice(LEAVING.length);
      const kept = (await db.get('drafts', key)) as KeptDraft<unknown> | undefined;
      if (left && left.at > (kept?.at ?? 0)) await db.put('drafts', left, key);
      localStorage.removeItem(name);
    }
  } catch {
    // What cannot be read here was never kept here.
  }
  return db;
}

export async function readKept<Content>(key: string): Promise<KeptDraft<Content> | undefined> {
  try {
    return (await (await open())?.get('drafts', key)) as KeptDraft<Content> | undefined;
  } catch {
    return undefined;
  }
}

/** True when it is kept now. */
export async function keep<Content>(key: string, draft: KeptDraft<Content>): Promise<boolean> {
  try {
    const db = await open();
    if (!db) return false;
    await db.put('drafts', draft, key);
    return true;
  } catch {
    return false;
  }
}

export async function forget(key: string): Promise<void> {
  try {
    localStorage.removeItem(LEAVING + key);
    await (await open())?.delete('drafts', key);
  } catch {
    // Nothing was kept then.
  }
}

/** Everything under a prefix, for the list of drafts. */
export async function keptUnder<Content>(prefix: string): Promise<{ key: string; draft: KeptDraft<Content> }[]> {
  try {
    const db = await open();
    if (!db) return [];
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const [keys, drafts] = await Promise.all([db.getAllKeys('drafts', range), db.getAll('drafts', range)]);
    return keys.map((key, index) => ({ key: String(key), draft: drafts[index] as KeptDraft<Content> }));
  } catch {
    return [];
  }
}

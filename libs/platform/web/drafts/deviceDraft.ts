import { openDB, type IDBPDatabase } from 'idb';

/** One unfinished text on this device. Drafts of one person are invisible to the next who signs in here. */
export interface KeptDraft<TContent> {
  key: string;
  person: string;
  content: TContent;
  keptAt: number;
}

let database: Promise<IDBPDatabase> | undefined;

function open(): Promise<IDBPDatabase> {
  database ??= openDB('crosscity', 1, {
    upgrade(db) {
      db.createObjectStore('draft', { keyPath: ['person', 'key'] });
    },
    // A later version of this page wants to change the store: let it, and open anew at the next save.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      database = undefined;
    },
    terminated() {
      database = undefined;
    },
  }).catch((error: unknown) => {
    database = undefined;
    throw error;
  });
  return database;
}

export async function keepDraft<TContent>(draft: KeptDraft<TContent>): Promise<void> {
  await (await open()).put('draft', draft);
}

export async function keptDraft<TContent>(person: string, key: string): Promise<KeptDraft<TContent> | undefined> {
  return (await open()).get('draft', [person, key]) as Promise<KeptDraft<TContent> | undefined>;
}

export async function forgetDraft(person: string, key: string): Promise<void> {
  await (await open()).delete('draft', [person, key]);
}

/** All drafts of a person on this device, the newest first: drafts are a place, not a hidden state. */
export async function keptDrafts<TContent = unknown>(person: string): Promise<KeptDraft<TContent>[]> {
  const all = (await (await open()).getAll('draft', IDBKeyRange.bound([person], [person, []]))) as KeptDraft<TContent>[];
  return all.sort((a, b) => b.keptAt - a.keptAt);
}

import { openDB, type IDBPDatabase } from 'idb';

/** A file that is not on the server yet, kept on this device so that a reload does not ask for it again. */
interface UnsentFile {
  /** Of the use. */
  id: string;
  person: string;
  file: Blob;
}

let database: Promise<IDBPDatabase> | undefined;

function open(): Promise<IDBPDatabase> {
  database ??= openDB('crosscity-files', 1, {
    upgrade(db) {
      db.createObjectStore('unsent', { keyPath: ['person', 'id'] });
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

/** A full device or a private window can't keep it; sending goes on all the same. */
export async function keepUnsent(unsent: UnsentFile): Promise<void> {
  await open().then((db) => db.put('unsent', unsent)).catch(() => undefined);
}

export async function unsentFile(person: string, id: string): Promise<Blob | undefined> {
  const found = await open().then((db) => db.get('unsent', [person, id]) as Promise<UnsentFile | undefined>).catch(() => undefined);
  return found?.file;
}

export async function forgetUnsent(person: string, id: string): Promise<void> {
  await open().then((db) => db.delete('unsent', [person, id])).catch(() => undefined);
}

import type { Readable } from 'node:stream';
import type { DataStore } from '@tus/server';

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Where bytes lie. Contents are named by their SHA-256, so a name never changes its meaning, and nothing that a person
 * called a file ever becomes a path. Two of these: the disk, and any S3 server.
 */
export abstract class Storage {
  /** Takes what is being uploaded, under the file's id. */
  abstract readonly incoming: DataStore;

  abstract readIncoming(fileId: string): Promise<Readable>;
  /** No complaint where it is gone already. */
  abstract removeIncoming(fileId: string): Promise<void>;

  /** Whole or not at all, and also where it is there already: a copy may be on its way out. */
  abstract put(hash: string, path: string): Promise<void>;
  /** Null where there is no such content. */
  abstract read(hash: string, range?: ByteRange): Promise<Readable | null>;
  abstract remove(hash: string): Promise<void>;
  /** All contents with the time of their last writing. */
  abstract list(): AsyncIterable<{ hash: string; writtenAt: Date }>;
}

const HASH = /^[0-9a-f]{64}$/;

export function checkHash(hash: string): string {
  if (!HASH.test(hash)) throw new Error('Not a SHA-256.');
  return hash;
}

export const isHash = (text: string): boolean => HASH.test(text);

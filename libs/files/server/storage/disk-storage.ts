import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { newId } from '@crosscity/platform/server';
import { type ByteRange, Storage, checkHash, isHash } from './storage';

/** Files in a folder: `contents/ab/abcd…`, and `incoming/` for what is on its way. */
export class DiskStorage extends Storage {
  readonly incoming: FileStore;
  private readonly contents: string;
  private readonly folder: string;

  constructor(folder: string) {
    super();
    this.folder = resolve(folder, 'incoming');
    this.contents = resolve(folder, 'contents');
    this.incoming = new FileStore({ directory: this.folder });
  }

  async readIncoming(fileId: string): Promise<Readable> {
    return createReadStream(join(this.folder, fileId));
  }

  async removeIncoming(fileId: string): Promise<void> {
    await Promise.all([rm(join(this.folder, fileId), { force: true }), rm(join(this.folder, `${fileId}.json`), { force: true })]);
  }

  /** Beside its place, to the disk, then renamed: a reader and a crash see the whole file or none. */
  async put(hash: string, path: string): Promise<void> {
    const place = this.placeOf(hash);
    await mkdir(dirname(place), { recursive: true });
    const beside = `${place}.${newId()}.part`;
    try {
      await copyFile(path, beside, constants.COPYFILE_EXCL);
      await sync(beside);
      await rename(beside, place);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    await sync(dirname(place));
  }

  async read(hash: string, range?: ByteRange): Promise<Readable | null> {
    const place = this.placeOf(hash);
    try {
      const file = await open(place, 'r');
      return file.createReadStream(range);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async remove(hash: string): Promise<void> {
    await rm(this.placeOf(hash), { force: true });
  }

  async *list(): AsyncIterable<{ hash: string; writtenAt: Date }> {
    try {
      for await (const entry of await opendir(this.contents, { recursive: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const found = await stat(path).catch(() => null);
        if (!found) continue;
        if (isHash(entry.name)) yield { hash: entry.name, writtenAt: found.mtime };
        // Left by a crash in the middle of `put`.
        else if (entry.name.endsWith('.part') && Date.now() - found.mtimeMs > 86_400_000) await rm(path, { force: true });
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  private placeOf(hash: string): string {
    return join(this.contents, checkHash(hash).slice(0, 2), hash);
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

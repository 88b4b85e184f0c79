import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { Upload } from '@tus/server';
import { newId, readSettings } from '@crosscity/platform/server';
import { type TestBucket, startS3 } from '@crosscity/files/testing';
import type { Storage } from './storage';
import { storageOf } from './storage-of-settings';

const needed = { DATABASE_URL: 'postgres://localhost/crosscity', NODE_ENV: 'test' };
const BUCKET = 'a-bucket';
let folder: string;
let s3: TestBucket;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crosscity-storage-'));
  s3 = await startS3(join(folder, 's3'));
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const storages: Record<string, () => Storage> = {
  disk: () => storageOf(readSettings({ ...needed, FILES_DIR: join(folder, 'disk') })),
  s3: () => storageOf(readSettings({ ...needed, ...s3.settings })),
};

describe.each(Object.keys(storages))('files on %s', (name) => {
  const hash = 'c'.repeat(64);
  let storage: Storage;
  beforeAll(() => {
    storage = storages[name]!();
  });

  it('are read as they were written, whole or in ranges, and are gone when removed', async () => {
    const path = join(folder, 'content');
    await writeFile(path, 'What we learned');
    await storage.put(hash, path);
    await storage.put(hash, path);
    expect((await buffer((await storage.read(hash))!)).toString()).toBe('What we learned');
    expect((await buffer((await storage.read(hash, { start: 5, end: 6 }))!)).toString()).toBe('we');
    const listed: string[] = [];
    for await (const found of storage.list()) {
      expect(Math.abs(Date.now() - found.writtenAt.getTime())).toBeLessThan(60_000);
      listed.push(found.hash);
    }
    expect(listed).toEqual([hash]);
    await storage.remove(hash);
    await storage.remove(hash);
    expect(await storage.read(hash)).toBeNull();
  });

  it('never have a name that somebody chose', async () => {
    await expect(storage.put('../../etc/passwd', '/dev/null')).rejects.toThrow('Not a SHA-256');
    await expect((async () => storage.read('a/b'))()).rejects.toThrow('Not a SHA-256');
  });

  it('arrive in pieces', async () => {
    const fileId = newId();
    const id = fileId;
    const bytes = Buffer.alloc(6_500_000, 'x');
    await storage.incoming.create(new Upload({ id, size: bytes.length, offset: 0, metadata: {} }));
    await storage.incoming.write(Readable.from([bytes.subarray(0, 3_000_000)]), id, 0);
    expect((await storage.incoming.getUpload(id)).offset).toBe(3_000_000);
    const cut = async function* () {
      yield bytes.subarray(3_000_000, 4_000_000);
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw new Error('cut');
    };
    // What came before the cut is kept.
    await storage.incoming.write(Readable.from(cut()), id, 3_000_000).catch(() => undefined);
    expect((await storage.incoming.getUpload(id)).offset).toBe(4_000_000);
    await storage.incoming.write(Readable.from([bytes.subarray(4_000_000)]), id, 4_000_000);
    expect((await buffer(await storage.readIncoming(fileId))).equals(bytes)).toBe(true);
    await storage.removeIncoming(fileId);
    await storage.removeIncoming(fileId);
    await expect(storage.incoming.getUpload(id)).rejects.toMatchObject({ status_code: 404 });
  });
});

describe('settings of S3', () => {
  it('are whole, or the program does not start', () => {
    expect(() => readSettings({ ...needed, S3_BUCKET: BUCKET })).toThrow('S3_ACCESS_KEY is missing');
    expect(() => readSettings({ ...needed, S3_BUCKET: BUCKET, S3_ACCESS_KEY: 'a' })).toThrow('S3_SECRET_KEY is missing');
    expect(() => readSettings({ ...needed, S3_ENDPOINT: 'https://s3.example' })).toThrow('S3_BUCKET is missing');
  });
});

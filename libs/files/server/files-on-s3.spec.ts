import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CitiesModule } from '@crosscity/cities/server';
import { FileUses, FilesModule } from '@crosscity/files/server';
import { BEGIN, type Attached, type TestBucket, deliver, startS3, makeMp4, sendBytes, uploadState, jpegWithPlace } from '@crosscity/files/testing';
import { IdentityModule } from '@crosscity/identity/server';
import { type MemberClient, makeMember } from '@crosscity/identity/testing';
import { ModerationModule } from '@crosscity/moderation/server';
import { newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';

let folder: string;
let s3: TestBucket;
let onS3: TestApp;
let onDisk: TestApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crosscity-s3-'));
  s3 = await startS3(join(folder, 's3'));
  const capabilities = [IdentityModule, ModerationModule, CitiesModule, FilesModule];
  onS3 = await startApp(capabilities, s3.settings);
  onDisk = await startApp(capabilities, { FILES_DIR: join(folder, 'disk') });
  for (const app of [onS3, onDisk]) {
    const all = async (_actor: unknown, ids: readonly string[]) => new Set(ids);
    app.nest.get(FileUses).register({ kind: 'note', isPublished: false, mayRead: all, mayChange: all, existing: async (ids) => new Set(ids) });
  }
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const headersOf = (response: Response) => Object.fromEntries([...response.headers].filter(([name]) => !['date', 'keep-alive', 'connection', 'transfer-encoding'].includes(name)));

describe('a bucket', () => {
  it('hands out the same bytes, headers and ranges as a disk', async () => {
    const [photo, film] = [await jpegWithPlace(1200, 800), makeMp4()];
    const story = async (app: TestApp) => {
      const client = await makeMember(app);
      const note = { kind: 'note', id: newId() };
      const picture = await deliver(app, client, note, photo);
      const video = await deliver(app, client, note, film, { kind: 'video' });
      const answers = [];
      for (const [fileId, size, range] of [[picture.fileId, '480'], [picture.fileId, 'fallback'], [picture.fileId, 'nothing'], [video.fileId, 'video', 'bytes=10-99'], [video.fileId, 'video', 'bytes=99999-']] as const) {
        const response = await client.fetch(`/files/${fileId}/${size}`, range ? { headers: { range } } : {});
        answers.push({ status: response.status, headers: headersOf(response), bytes: Buffer.from(await response.arrayBuffer()).toString('base64').slice(0, 4_000) });
      }
      return answers;
    };
    expect(await story(onS3)).toEqual(await story(onDisk));
  });

  it('goes on after a cut, as a disk does', async () => {
    const client: MemberClient = await makeMember(onS3);
    const bytes = makeMp4();
    const { beginUpload } = await client.ask<{ beginUpload: Attached }>(BEGIN, { input: { key: newId(), kind: 'video', name: 'a.mp4', bytes: bytes.length, subjectKind: 'note', subjectId: newId() } });
    expect(await sendBytes(client, beginUpload.fileId, 0, bytes.subarray(0, 2_000))).toEqual({ status: 204, offset: 2_000 });
    expect(await uploadState(client, beginUpload.fileId)).toEqual({ status: 200, offset: 2_000 });
    expect((await sendBytes(client, beginUpload.fileId, 2_000, bytes.subarray(2_000))).offset).toBe(bytes.length);
    await onS3.settle();
    expect((await client.fetch(`/files/${beginUpload.fileId}/video`)).headers.get('content-length')).toBe(String(bytes.length));
    expect((await uploadState(client, beginUpload.fileId)).status).toBe(404);
  });
});

import type { TestApp } from '@crosscity/platform/testing';
import type { MemberClient } from '@crosscity/identity/testing';

export interface Attached {
  id: string;
  fileId: string;
  kind: string;
  state: string;
  refusal: string | null;
  name: string;
  width: number | null;
  height: number | null;
  seconds: number | null;
  revision: number;
  faces: string | null;
  isShown: boolean;
  description: string;
  captions: string[];
}

export const ATTACHED = 'id fileId kind state refusal name width height seconds revision faces isShown description captions';

export const BEGIN = `mutation ($input: BeginUploadInput!) { beginUpload(input: $input) { ${ATTACHED} } }`;

/** Sends bytes from an offset, as tus clients do. Gives the status and how many the server has now. */
export async function sendBytes(client: MemberClient, fileId: string, offset: number, bytes: Uint8Array): Promise<{ status: number; offset: number }> {
  const response = await client.fetch(`/files/uploads/${fileId}`, {
    method: 'PATCH', headers: { 'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body: bytes as BodyInit,
  });
  return { status: response.status, offset: Number(response.headers.get('upload-offset') ?? -1) };
}

export async function uploadState(client: MemberClient, fileId: string): Promise<{ status: number; offset: number }> {
  const response = await client.fetch(`/files/uploads/${fileId}`, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
  return { status: response.status, offset: Number(response.headers.get('upload-offset') ?? -1) };
}

let count = 0;

/** Begins, sends everything, and waits until the file was looked at. */
export async function deliver(app: TestApp, client: MemberClient, subject: { kind: string; id: string }, bytes: Uint8Array, wish: { kind?: 'picture' | 'document' | 'video'; name?: string; key?: string; part?: string } = {}): Promise<Attached> {
  count += 1;
  const input = { key: wish.key ?? `deliver-${count}`, kind: wish.kind ?? 'picture', name: wish.name ?? 'photo.jpg', bytes: bytes.length, subjectKind: subject.kind, subjectId: subject.id, part: wish.part ?? null };
  const { beginUpload } = await client.ask<{ beginUpload: Attached }>(BEGIN, { input });
  await sendBytes(client, beginUpload.fileId, 0, bytes);
  await app.settle();
  const { attachedFiles } = await client.ask<{ attachedFiles: Attached[] }>(`query ($kind: String!, $id: ID!) { attachedFiles(subjectKind: $kind, subjectId: $id) { ${ATTACHED} } }`, subject);
  return attachedFiles.find(({ id }) => id === beginUpload.id)!;
}

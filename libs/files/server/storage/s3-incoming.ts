import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { DataStore, ERRORS, Upload } from '@tus/server';

interface Piece {
  at: number;
  bytes: number;
}

/**
 * Uploads on their way to a bucket: each request's bytes are an object, `incoming/<id>/<offset>`. Where an upload stands
 * follows from the names alone, so any node can go on with it, and two that write the same piece can't spoil it.
 * (S3's own multipart uploads want pieces of 5 MB, so a cut connection would throw away what a phone had sent.)
 */
export class S3Incoming extends DataStore {
  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {
    super();
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: `${this.folder(upload.id)}size`, Body: String(upload.size) }));
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: `${this.folder(id)}size` })).catch((error: Error) => {
      throw ['NoSuchKey', 'NotFound'].includes(error.name) ? ERRORS.FILE_NOT_FOUND : error;
    });
    const last = (await this.pieces(id)).at(-1);
    return new Upload({ id, size: Number(await found.Body!.transformToString()), offset: last ? last.at + last.bytes : 0, metadata: {} });
  }

  /** Keeps what arrived, also when the rest of the request did not. */
  override async write(stream: Readable, id: string, at: number): Promise<number> {
    const folder = await mkdtemp(join(tmpdir(), 'crosscity-piece-'));
    const path = join(folder, 'piece');
    try {
      const cut = await pipeline(stream, createWriteStream(path)).then(() => null, (error: unknown) => ({ error }));
      const bytes = await stat(path).then(({ size }) => size, () => 0);
      if (bytes > 0) await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: this.folder(id) + String(at).padStart(12, '0'), Body: createReadStream(path), ContentLength: bytes }));
      if (cut) throw cut.error;
      return at + bytes;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  override async remove(id: string): Promise<void> {
    for (const { key } of await this.objects(id)) await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }

  /** The whole file, piece after piece. */
  async read(id: string): Promise<Readable> {
    const pieces = await this.pieces(id);
    const { client, bucket } = this;
    const folder = this.folder(id);
    return Readable.from((async function* () {
      for (const { at } of pieces) {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: folder + String(at).padStart(12, '0') }));
        yield* Body as Readable;
      }
    })());
  }

  /** Those that follow each other without a gap, from the first byte on. */
  private async pieces(id: string): Promise<Piece[]> {
    const found = new Map((await this.objects(id)).flatMap(({ key, bytes }) => {
      const at = /\/(\d{12})$/.exec(key)?.[1];
      return at ? [[Number(at), bytes] as const] : [];
    }));
    const chain: Piece[] = [];
    for (let at = 0, bytes = found.get(0); bytes; bytes = found.get(at)) {
      chain.push({ at, bytes });
      at += bytes;
    }
    return chain;
  }

  private async objects(id: string): Promise<{ key: string; bytes: number }[]> {
    const objects: { key: string; bytes: number }[] = [];
    for (let after: string | undefined; ;) {
      const page = await this.client.send(new ListObjectsV2Command({ Bucket: this.bucket, Prefix: this.folder(id), ContinuationToken: after }));
      objects.push(...(page.Contents ?? []).map(({ Key = '', Size = 0 }) => ({ key: Key, bytes: Size })));
      if (!page.IsTruncated) return objects;
      after = page.NextContinuationToken;
    }
  }

  private folder(id: string): string {
    return `incoming/${id}/`;
  }
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { S3Incoming } from './s3-incoming';
import { type ByteRange, Storage, checkHash, isHash } from './storage';

export interface Bucket {
  bucket: string;
  client: S3ClientConfig;
}

const CONTENTS = 'contents/';

/** The same in a bucket that nobody but this program reads: `contents/<hash>`, and `incoming/<id>/` for what is on its way. */
export class S3Storage extends Storage {
  readonly incoming: S3Incoming;
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor({ bucket, client }: Bucket) {
    super();
    this.bucket = bucket;
    this.client = new S3Client(client);
    this.incoming = new S3Incoming(this.client, bucket);
  }

  async readIncoming(fileId: string): Promise<Readable> {
    return this.incoming.read(fileId);
  }

  async removeIncoming(fileId: string): Promise<void> {
    await this.incoming.remove(fileId);
  }

  /** An object appears when its last byte is there. */
  async put(hash: string, path: string): Promise<void> {
    const { size } = await stat(path);
    await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: CONTENTS + checkHash(hash), Body: createReadStream(path), ContentLength: size, ContentType: 'application/octet-stream' }));
  }

  read(hash: string, range?: ByteRange): Promise<Readable | null> {
    return this.get(CONTENTS + checkHash(hash), range);
  }

  async remove(hash: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: CONTENTS + checkHash(hash) }));
  }

  async *list(): AsyncIterable<{ hash: string; writtenAt: Date }> {
    for (let after: string | undefined; ;) {
      const page = await this.client.send(new ListObjectsV2Command({ Bucket: this.bucket, Prefix: CONTENTS, ContinuationToken: after }));
      for (const { Key = '', LastModified = new Date() } of page.Contents ?? []) {
        const hash = Key.slice(CONTENTS.length);
        if (isHash(hash)) yield { hash, writtenAt: LastModified };
      }
      if (!page.IsTruncated) return;
      after = page.NextContinuationToken;
    }
  }

  private async get(key: string, range?: ByteRange): Promise<Readable | null> {
    try {
      const answer = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key, Range: range && `bytes=${range.start}-${range.end}` }));
      return answer.Body as Readable;
    } catch (error) {
      if (['NoSuchKey', 'NotFound'].includes((error as Error).name)) return null;
      throw error;
    }
  }
}

import { join } from 'node:path';
import type { Settings } from '@crosscity/platform/server';
import { DiskStorage } from './disk-storage';
import { S3Storage } from './s3-storage';
import type { Storage } from './storage';

/** S3 where a bucket is set, else the disk. */
export function storageOf(settings: Settings): Storage {
  if (!settings.S3_BUCKET) return new DiskStorage(settings.FILES_DIR ?? join(settings.DATA_DIR, 'files'));
  return new S3Storage({
    bucket: settings.S3_BUCKET,
    client: {
      region: settings.S3_REGION,
      endpoint: settings.S3_ENDPOINT,
      forcePathStyle: settings.S3_PATH_STYLE,
      credentials: { accessKeyId: settings.S3_ACCESS_KEY!, secretAccessKey: settings.S3_SECRET_KEY! },
      // Checksums in trailers are Amazon's own; other servers store them as part of the file.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    },
  });
}

import S3rver from 's3rver';

export interface TestBucket {
  /** For `startApp` and `readSettings`. */
  settings: Record<string, string>;
  close(): Promise<void>;
}

/** A server that speaks S3, with one empty bucket in this folder. */
export async function startS3(directory: string): Promise<TestBucket> {
  const bucket = 'crosscity-files';
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: bucket, configs: [] }] });
  const { port } = await server.run();
  return {
    settings: { S3_BUCKET: bucket, S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_ACCESS_KEY: 'S3RVER', S3_SECRET_KEY: 'S3RVER', S3_PATH_STYLE: 'true' },
    close: () => server.close(),
  };
}

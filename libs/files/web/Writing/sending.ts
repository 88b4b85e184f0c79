import type { Upload as TusUpload } from 'tus-js-client';

export interface Sending {
  stop(): void;
}

interface Told {
  onProgress(share: number): void;
  /** The network is away; it goes on by itself when it is back. */
  onWaiting(): void;
  onDone(): void;
  onFailed(status: number): void;
}

/** Pieces small enough that a dead connection costs seconds, not minutes. */
const PIECE = 4 * 1024 * 1024;

/** Sends a file from wherever the server says it stopped. Loads the sender only now: readers never need it. */
export async function send(file: Blob, fileId: string, { onProgress, onWaiting, onDone, onFailed }: Told): Promise<Sending> {
  const { Upload } = await import('tus-js-client');
  let stopped = false;
  const goOn = () => {
    if (!stopped) upload.start();
  };
  const upload: TusUpload = new Upload(file, {
    uploadUrl: `${location.origin}/files/uploads/${fileId}`,
    uploadSize: file.size,
    chunkSize: PIECE,
    retryDelays: [500, 1_000, 3_000, 8_000],
    storeFingerprintForResuming: false,
    onProgress: (sent, all) => onProgress(all > 0 ? sent / all : 0),
    onSuccess: onDone,
    onError(error) {
      if (stopped) return;
      const status = 'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0;
      if (status > 0 && status < 500 && status !== 409 && status !== 423) return onFailed(status);
      onWaiting();
      if (navigator.onLine) setTimeout(goOn, 10_000);
      else addEventListener('online', goOn, { once: true });
    },
  });
  upload.start();
  return {
    stop() {
      stopped = true;
      removeEventListener('online', goOn);
      void upload.abort();
    },
  };
}

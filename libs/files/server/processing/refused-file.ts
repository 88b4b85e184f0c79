import type { FileRefusal } from '@crosscity/files/contract';

/** The file is not taken, and will not be taken the next time either. Anything else that is thrown is tried again. */
export class RefusedFile extends Error {
  constructor(readonly reason: FileRefusal) {
    super(`refused: ${reason}`);
  }
}

/** One size of a clean file, in a temporary place. */
export interface CleanVersion {
  size: string;
  path: string;
  mediaType: string;
  width?: number;
  height?: number;
}

export interface CleanFile {
  kind: 'picture' | 'document' | 'video';
  mediaType: string;
  /** Ending of the true type, without the dot. */
  ending: string;
  versions: CleanVersion[];
  width?: number;
  height?: number;
  colour?: string;
  seconds?: number;
}

import { type FileHandle, open } from 'node:fs/promises';
import { filesLimits } from '@crosscity/files/contract';
import { cleanMp4 } from './mp4';
import { type CleanFile, RefusedFile } from './refused-file';
import { cleanWebm } from './webm';

/** What was found in a video. */
export interface Film {
  seconds: number | null;
  width: number | null;
  height: number | null;
}

/**
 * Checks the container from its first byte to its last, and overwrites in place what says who, when and where. The picture
 * itself is not touched: there is no program here that could draw it anew.
 */
export async function cleanVideo(path: string, type: 'mp4' | 'webm'): Promise<CleanFile> {
  const file = await open(path, 'r+');
  let film: Film;
  try {
    film = await (type === 'mp4' ? cleanMp4(file) : cleanWebm(file));
    await file.sync();
  } finally {
    await file.close();
  }
  if (film.seconds !== null && film.seconds > filesLimits.seconds) throw new RefusedFile('tooLong');
  const mediaType = `video/${type}`;
  return { kind: 'video', mediaType, ending: type, versions: [{ size: 'video', path, mediaType, width: film.width ?? undefined, height: film.height ?? undefined }], width: film.width ?? undefined, height: film.height ?? undefined, seconds: film.seconds ?? undefined };
}

/** Exactly these bytes, or a refusal: a file that ends before its own lengths say is broken. */
export async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, at);
  if (bytesRead !== length) throw new RefusedFile('broken');
  return buffer;
}

const ZEROS = Buffer.alloc(64 * 1024);

export async function zero(file: FileHandle, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += ZEROS.length) await file.write(ZEROS, 0, Math.min(ZEROS.length, to - at), at);
}

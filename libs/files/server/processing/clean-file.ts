import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesLimits, type FileKind } from '@crosscity/files/contract';
import { fileTypeFromFile } from 'file-type';
import { cleanOffice } from './office';
import { cleanPdf } from './pdf';
import { cleanPicture } from './picture';
import { type CleanFile, RefusedFile } from './refused-file';
import { cleanVideo } from './video';

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'image/apng']);
const OFFICE = /^application\/(vnd\.openxmlformats-officedocument\..*|vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)|zip|vnd\.ms-(word|excel|powerpoint)\..*)$/;

/** Finds out what a file is, by its bytes alone, and makes the clean one, in `folder`. `path` may be written over. */
export async function cleanFile(path: string, bytes: number, folder: string): Promise<CleanFile> {
  try {
    return await cleaned(path, bytes, folder);
  } catch (error) {
    // What the disk or the system says may be different the next time; what a parser says of these bytes will not.
    if (error instanceof RefusedFile || (error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    throw new RefusedFile('broken');
  }
}

async function cleaned(path: string, bytes: number, folder: string): Promise<CleanFile> {
  const mime = (await fileTypeFromFile(path).catch(() => undefined))?.mime ?? '';
  const atMost = (kind: FileKind) => {
    if (bytes > filesLimits.bytes[kind]) throw new RefusedFile('tooLarge');
  };
  if (PICTURES.has(mime)) {
    atMost('picture');
    return cleanPicture(path, folder);
  }
  if (/^image\/hei[cf]/.test(mime)) throw new RefusedFile('heic');
  if (mime === 'video/mp4' || mime === 'video/x-m4v' || mime === 'video/webm') {
    atMost('video');
    return cleanVideo(path, mime === 'video/webm' ? 'webm' : 'mp4');
  }
  if (mime === 'application/pdf') {
    atMost('document');
    return document(folder, { ending: 'pdf', mediaType: mime, bytes: await cleanPdf(await readFile(path)) });
  }
  if (OFFICE.test(mime)) {
    atMost('document');
    return document(folder, cleanOffice(await readFile(path)));
  }
  throw new RefusedFile('type');
}

async function document(folder: string, { ending, mediaType, bytes }: { ending: string; mediaType: string; bytes: Uint8Array }): Promise<CleanFile> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return { kind: 'document', mediaType, ending, versions: [{ size: 'file', path, mediaType }] };
}

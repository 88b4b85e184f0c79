import type { FileHandle } from 'node:fs/promises';
import { RefusedFile } from './refused-file';
import { type Film, readAt, zero } from './video';

interface Box {
  type: string;
  /** Of its header. */
  at: number;
  /** Of its content. */
  from: number;
  to: number;
}

const TOP = new Set(['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'moof', 'mfra', 'sidx', 'styp', 'pdin', 'prft', 'emsg', 'uuid', 'udta', 'meta', 'ssix']);
/** Who, when, where, and whatever else a program kept for itself: XMP, GPS, titles, artists. */
const PERSONAL = new Set(['udta', 'meta', 'uuid', 'emsg', 'prft', 'name', 'loci', 'cprt', 'auth', 'ilst']);
const FOLDERS = new Set(['moov', 'trak', 'mdia', 'minf', 'edts', 'dinf', 'mvex']);
/** Boxes that hold times in their first fields: `[version 0, version 1]` bytes for both times. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);
const BRANDS = /^(isom|iso\d|mp4\d|avc1|M4V |M4A |mmp4|dash|MSNV|f4v |cmfc|hvc1|hev1|av01)/;
const MOST_BOXES = 20_000;

/** An ISO base media file (ISO/IEC 14496-12): a tree of boxes with lengths. Personal boxes become `free` ones full of zeros. */
export async function cleanMp4(file: FileHandle): Promise<Film> {
  const { size } = await file.stat();
  const film: Film = { seconds: null, width: null, height: null };
  const state = { boxes: 0, hasPicture: false, hasIndex: false };
  const first = await readAt(file, 0, 16);
  if (first.toString('latin1', 4, 8) !== 'ftyp' || !BRANDS.test(first.toString('latin1', 8, 12))) throw new RefusedFile('type');
  await walk(file, 0, size, 0, film, state);
  if (!state.hasIndex) throw new RefusedFile('broken');
  if (!state.hasPicture) throw new RefusedFile('noPicture');
  return film;
}

async function walk(file: FileHandle, from: number, to: number, depth: number, film: Film, state: { boxes: number; hasPicture: boolean; hasIndex: boolean }): Promise<void> {
  for (let at = from; at < to;) {
    state.boxes += 1;
    if (state.boxes > MOST_BOXES || depth > 8) throw new RefusedFile('broken');
    // Old programs end a list of boxes with four zeros.
    if (depth > 0 && to - at < 8) return;
    const box = await boxAt(file, at, to);
    if (depth === 0 && !TOP.has(box.type)) throw new RefusedFile('broken');
    if (PERSONAL.has(box.type) || box.type.charCodeAt(0) === 0xa9) await erase(file, box);
    else if (box.type === 'free' || box.type === 'skip' || box.type === 'wide') await zero(file, box.from, box.to);
    else if (FOLDERS.has(box.type)) {
      if (box.type === 'moov') state.hasIndex = true;
      await walk(file, box.from, box.to, depth + 1, film, state);
    } else if (DATED.has(box.type)) await undate(file, box, film);
    else if (box.type === 'hdlr') await handler(file, box, state);
    at = box.to;
  }
}

async function boxAt(file: FileHandle, at: number, end: number): Promise<Box> {
  if (end - at < 8) throw new RefusedFile('broken');
  const header = await readAt(file, at, Math.min(16, end - at));
  const short = header.readUInt32BE(0);
  const type = header.toString('latin1', 4, 8);
  const isLong = short === 1;
  if (isLong && header.length < 16) throw new RefusedFile('broken');
  const length = short === 0 ? end - at : isLong ? Number(header.readBigUInt64BE(8)) : short;
  const from = at + (isLong ? 16 : 8);
  if (!Number.isSafeInteger(length) || at + length > end || at + length < from) throw new RefusedFile('broken');
  return { type, at, from, to: at + length };
}

async function erase(file: FileHandle, box: Box): Promise<void> {
  await file.write(Buffer.from('free', 'latin1'), 0, 4, box.at + 4);
  await zero(file, box.from, box.to);
}

/** Takes the times of recording away, and reads how long and how large it is. */
async function undate(file: FileHandle, box: Box, film: Film): Promise<void> {
  const length = Math.min(box.to - box.from, 120);
  if (length < 24) throw new RefusedFile('broken');
  const content = await readAt(file, box.from, length);
  const isWide = content[0] === 1;
  const times = isWide ? 16 : 8;
  await zero(file, box.from + 4, box.from + 4 + times);
  if (box.type === 'mvhd') {
    const scale = content.readUInt32BE(4 + times);
    const duration = isWide ? Number(content.readBigUInt64BE(8 + times)) : content.readUInt32BE(8 + times);
    if (scale > 0 && duration > 0 && duration < 2 ** 32 - 1) film.seconds = duration / scale;
  }
  if (box.type === 'tkhd' && length >= (isWide ? 96 : 84)) {
    const width = content.readUInt32BE(length - 8) >>> 16;
    const height = content.readUInt32BE(length - 4) >>> 16;
    if (width > 0 && height > 0 && width * height > (film.width ?? 0) * (film.height ?? 0)) Object.assign(film, { width, height });
  }
}

/** Says what a track is, with a name that programs fill in. A track of measurements can hold where the camera was each second. */
async function handler(file: FileHandle, box: Box, state: { hasPicture: boolean }): Promise<void> {
  if (box.to - box.from < 20) throw new RefusedFile('broken');
  const type = (await readAt(file, box.from + 8, 4)).toString('latin1');
  if (type === 'vide') state.hasPicture = true;
  else if (!['soun', 'text', 'sbtl', 'subt', 'clcp', 'hint', 'url ', 'alis', 'tmcd'].includes(type)) throw new RefusedFile('hiddenTracks');
  await zero(file, box.from + 24, box.to);
}

import type { FileHandle } from 'node:fs/promises';
import { RefusedFile } from './refused-file';
import { type Film, readAt, zero } from './video';

/** Element ids of EBML (RFC 8794) and Matroska (RFC 9559). */
const ID = {
  header: 0x1a45dfa3, docType: 0x4282, segment: 0x18538067, seekHead: 0x114d9b74, about: 0x1549a966, tracks: 0x1654ae6b, cluster: 0x1f43b675, cues: 0x1c53bb6b,
  chapters: 0x1043a770, tags: 0x1254c367, attachments: 0x1941a469, void: 0xec, crc: 0xbf,
  title: 0x7ba9, date: 0x4461, scale: 0x2ad7b1, duration: 0x4489, filename: 0x7384, previousName: 0x3c83ab, nextName: 0x3e83bb, muxer: 0x4d80, writer: 0x5741,
  track: 0xae, trackType: 0x83, trackName: 0x536e, video: 0xe0, width: 0xb0, height: 0xba,
} as const;

interface Element {
  id: number;
  at: number;
  from: number;
  /** -1: until the next element of the same or a higher rank. */
  to: number;
}

const AT_TOP = new Set<number>([ID.seekHead, ID.about, ID.tracks, ID.cluster, ID.cues, ID.chapters, ID.tags, ID.attachments, ID.void, ID.crc]);
/** What may stand in a cluster of unknown length, which is read as if it had no cover. */
const IN_CLUSTER = new Set<number>([0xe7, 0x5854, 0xa7, 0xab, 0xa3, 0xa0, 0xaf, ID.void, ID.crc]);
const MOST_ELEMENTS = 400_000;

/** A WebM file: titles, dates, names, tags, chapters and attachments become empty space of the same length. */
export async function cleanWebm(file: FileHandle): Promise<Film> {
  const { size } = await file.stat();
  const header = await elementAt(file, 0, size);
  if (header.id !== ID.header || header.to < 0) throw new RefusedFile('type');
  const docType = (await children(file, header)).find(({ id }) => id === ID.docType);
  if (!docType || (await readAt(file, docType.from, docType.to - docType.from)).toString('latin1').replace(/\0+$/, '') !== 'webm') throw new RefusedFile('type');
  const segment = await elementAt(file, header.to, size);
  if (segment.id !== ID.segment || (segment.to >= 0 && segment.to !== size)) throw new RefusedFile('broken');

  const film: Film = { seconds: null, width: null, height: null };
  let hasPicture = false;
  let count = 0;
  for (let at = segment.from; at < size;) {
    count += 1;
    const element = await elementAt(file, at, size);
    if (count > MOST_ELEMENTS || !(AT_TOP.has(element.id) || IN_CLUSTER.has(element.id))) throw new RefusedFile('broken');
    if (element.to < 0) {
      if (element.id !== ID.cluster) throw new RefusedFile('broken');
      at = element.from;
      continue;
    }
    if (element.id === ID.tags || element.id === ID.attachments || element.id === ID.chapters || element.id === ID.void) await erase(file, element);
    else if (element.id === ID.about) await about(file, element, film);
    else if (element.id === ID.tracks) hasPicture = (await tracks(file, element, film)) || hasPicture;
    at = element.to;
  }
  if (!hasPicture) throw new RefusedFile('noPicture');
  return film;
}

async function about(file: FileHandle, element: Element, film: Film): Promise<void> {
  let scale = 1_000_000;
  let duration: number | null = null;
  for (const child of await children(file, element)) {
    if (child.id === ID.scale) scale = await unsigned(file, child);
    else if (child.id === ID.duration) duration = await float(file, child);
    else if ([ID.title, ID.date, ID.filename, ID.previousName, ID.nextName].includes(child.id as never)) await erase(file, child);
    else if (child.id === ID.muxer || child.id === ID.writer) await zero(file, child.from, child.to);
  }
  if (duration !== null && Number.isFinite(duration) && duration > 0) film.seconds = (duration * scale) / 1e9;
}

async function tracks(file: FileHandle, element: Element, film: Film): Promise<boolean> {
  let hasPicture = false;
  for (const track of (await children(file, element)).filter(({ id }) => id === ID.track)) {
    for (const child of await children(file, track)) {
      if (child.id === ID.trackName) await erase(file, child);
      else if (child.id === ID.trackType) {
        const type = await unsigned(file, child);
        if (type === 1) hasPicture = true;
        else if (type !== 2 && type !== 0x11) throw new RefusedFile('hiddenTracks');
      } else if (child.id === ID.video) {
        for (const detail of await children(file, child)) {
          if (detail.id === ID.width) film.width = await unsigned(file, detail);
          if (detail.id === ID.height) film.height = await unsigned(file, detail);
        }
      }
    }
  }
  return hasPicture;
}

async function children(file: FileHandle, parent: Element): Promise<Element[]> {
  if (parent.to < 0 || parent.to - parent.from > 4_000_000) throw new RefusedFile('broken');
  const found: Element[] = [];
  for (let at = parent.from; at < parent.to;) {
    const child = await elementAt(file, at, parent.to);
    if (child.to < 0 || found.length > 5_000) throw new RefusedFile('broken');
    found.push(child);
    at = child.to;
  }
  return found;
}

async function elementAt(file: FileHandle, at: number, end: number): Promise<Element> {
  const bytes = await readAt(file, at, Math.min(12, end - at));
  const idLength = Math.clz32(bytes[0] ?? 0) - 23;
  if (bytes.length < 2 || idLength > 4 || bytes.length <= idLength) throw new RefusedFile('broken');
  const sizeLength = Math.clz32(bytes[idLength]!) - 23;
  if (sizeLength > 8 || bytes.length < idLength + sizeLength) throw new RefusedFile('broken');
  let length = BigInt(bytes[idLength]! & (0xff >> sizeLength));
  for (let index = 1; index < sizeLength; index += 1) length = (length << 8n) | BigInt(bytes[idLength + index]!);
  const from = at + idLength + sizeLength;
  const isUnknown = length === (1n << BigInt(7 * sizeLength)) - 1n;
  if (!isUnknown && length > BigInt(end - from)) throw new RefusedFile('broken');
  return { id: bytes.readUIntBE(0, idLength), at, from, to: isUnknown ? -1 : from + Number(length) };
}

/** Writes a Void element of exactly the same length over it. */
async function erase(file: FileHandle, { at, to }: Element): Promise<void> {
  const whole = to - at;
  for (let sizeLength = 1; sizeLength <= 8; sizeLength += 1) {
    const length = whole - 1 - sizeLength;
    if (length < 0) break;
    if (BigInt(length) >= (1n << BigInt(7 * sizeLength)) - 1n) continue;
    const header = Buffer.alloc(1 + sizeLength);
    header[0] = ID.void;
    for (let index = sizeLength, rest = BigInt(length) | (1n << BigInt(7 * sizeLength)); index >= 1; index -= 1, rest >>= 8n) header[index] = Number(rest & 0xffn);
    await file.write(header, 0, header.length, at);
    return zero(file, at + header.length, to);
  }
  throw new RefusedFile('broken');
}

async function unsigned(file: FileHandle, { from, to }: Element): Promise<number> {
  if (to - from > 6 || to === from) throw new RefusedFile('broken');
  return (await readAt(file, from, to - from)).readUIntBE(0, to - from);
}

async function float(file: FileHandle, { from, to }: Element): Promise<number> {
  const bytes = await readAt(file, from, to - from);
  return bytes.length === 8 ? bytes.readDoubleBE() : bytes.length === 4 ? bytes.readFloatBE() : NaN;
}

import { inflateSync } from 'node:zlib';
import { PDFArray, type PDFContext, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib';
import { withoutMetadata } from './embedded-pictures';
import { RefusedFile } from './refused-file';

const MOST_OBJECTS = 200_000;
const MOST_UNPACKED = 64 * 1024 * 1024;

/** Keys that hold who and when, wherever they stand. */
const METADATA = ['Metadata', 'PieceInfo', 'LastModified', 'CreationDate', 'ModDate', 'M'];
/** Keys that make a reader do something by itself, or carry files. */
const ACTIVE = ['AA', 'OpenAction', 'JS', 'JavaScript', 'XFA', 'EmbeddedFiles', 'AF', 'EF', 'RichMediaContent', 'RichMediaSettings', 'Collection'];
const ACTIVE_ACTIONS = new Set(['JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'Rendition', 'GoToE', 'GoTo3DView', 'RichMediaExecute', 'Movie', 'Sound']);
const ACTIVE_NOTES = new Set(['FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D']);

/**
 * The same pages, written anew: no Info, no XMP, no authors of notes, no scripts, no attachments, nothing of earlier
 * versions of the file (a PDF keeps them when it is saved on top). Encrypted ones can't be cleaned and are refused.
 */
export async function cleanPdf(bytes: Buffer): Promise<Uint8Array> {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') throw new RefusedFile('broken');
  refuseBombs(bytes);
  const document = await open(bytes);
  const { context } = document;
  const objects = context.enumerateIndirectObjects();
  if (objects.length > MOST_OBJECTS) throw new RefusedFile('bomb');
  context.trailerInfo.Info = undefined;
  context.trailerInfo.ID = undefined;
  for (const [, object] of objects) clean(object, context, new Set());
  for (const [ref, object] of objects) if (object instanceof PDFRawStream) cleanPicture(ref, object, context);
  dropUnreachable(context);
  try {
    return await document.save({ addDefaultPage: false, updateFieldAppearances: false, useObjectStreams: true });
  } catch {
    throw new RefusedFile('broken');
  }
}

/** Strict: an object that can't be read can't be cleaned either, and would be copied as it is. */
async function open(bytes: Buffer): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    if (document.getPageCount() < 1) throw new RefusedFile('broken');
    return document;
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw new RefusedFile(/encrypted/i.test((error as Error).message) ? 'encrypted' : 'broken');
  }
}

/** The parser unpacks object streams without a limit: they are unpacked here first, with one. */
function refuseBombs(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  let unpacked = 0;
  for (const { index } of text.matchAll(/\/(?:ObjStm|XRef)\b/g)) {
    const begin = text.indexOf('stream', index);
    if (begin < 0) continue;
    const first = text[begin + 6] === '\r' ? begin + 8 : begin + 7;
    const end = text.indexOf('endstream', first);
    try {
      unpacked += inflateSync(bytes.subarray(first, end < 0 ? undefined : end), { maxOutputLength: MOST_UNPACKED }).length;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new RefusedFile('bomb');
      // Not packed, or broken: the parser will say.
    }
    if (unpacked > MOST_UNPACKED) throw new RefusedFile('bomb');
  }
}

const nameIn = (dict: PDFDict, key: string, context: PDFContext): string | null => {
  const value = context.lookup(dict.get(PDFName.of(key)));
  return value instanceof PDFName ? value.decodeText() : null;
};

/** Cleans an object and all that stands inside it; what it refers to has its own turn. */
function clean(object: PDFObject, context: PDFContext, seen: Set<PDFObject>): void {
  if (seen.has(object)) return;
  seen.add(object);
  if (object instanceof PDFStream) return clean(object.dict, context, seen);
  if (object instanceof PDFArray) {
    for (let index = object.size() - 1; index >= 0; index -= 1) {
      const item = object.get(index);
      const held = context.lookup(item);
      if (held instanceof PDFDict && isActive(held, context)) object.remove(index);
      else if (!(item instanceof PDFRef)) clean(item, context, seen);
    }
    return;
  }
  if (!(object instanceof PDFDict)) return;
  const isNote = nameIn(object, 'Type', context) === 'Annot' || object.has(PDFName.of('Rect')) && object.has(PDFName.of('Subtype'));
  for (const [key, value] of object.entries()) {
    const name = key.decodeText();
    const held = context.lookup(value);
    const isAuthor = isNote && name === 'T' && nameIn(object, 'Subtype', context) !== 'Widget';
    if (isAuthor || METADATA.includes(name) || ACTIVE.includes(name) || (held instanceof PDFDict && isActive(held, context))) object.delete(key);
    else if (!(value instanceof PDFRef)) clean(value, context, seen);
  }
}

function isActive(dict: PDFDict, context: PDFContext): boolean {
  const action = nameIn(dict, 'S', context);
  if (action && ACTIVE_ACTIONS.has(action) && nameIn(dict, 'Type', context) !== 'StructElem' && (dict.has(PDFName.of('JS')) || nameIn(dict, 'Type', context) === 'Action' || action !== 'JavaScript')) return true;
  const type = nameIn(dict, 'Type', context);
  return type === 'EmbeddedFile' || type === 'Filespec' || (dict.has(PDFName.of('Rect')) && ACTIVE_NOTES.has(nameIn(dict, 'Subtype', context) ?? ''));
}

/** A photo in a PDF is the camera's file, place and all. */
function cleanPicture(ref: PDFRef, stream: PDFRawStream, context: PDFContext): void {
  const filter = context.lookup(stream.dict.get(PDFName.of('Filter')));
  const only = filter instanceof PDFArray && filter.size() === 1 ? context.lookup(filter.get(0)) : filter;
  if (!(only instanceof PDFName) || only.decodeText() !== 'DCTDecode') return;
  const cleaned = withoutMetadata(stream.contents);
  if (cleaned.length === stream.contents.length) return;
  stream.dict.delete(PDFName.of('Length'));
  context.assign(ref, PDFRawStream.of(stream.dict, cleaned));
}

/** What no page leads to was deleted once, or is from an earlier version: the writer would keep it. */
function dropUnreachable(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  const seen = new Set<PDFObject>();
  while (open.length > 0) {
    const object = open.pop();
    if (!object || seen.has(object)) continue;
    seen.add(object);
    if (object instanceof PDFRef) {
      reached.add(object);
      open.push(context.lookup(object));
    } else if (object instanceof PDFStream) open.push(object.dict);
    else if (object instanceof PDFDict) open.push(...object.values());
    else if (object instanceof PDFArray) open.push(...object.asArray());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

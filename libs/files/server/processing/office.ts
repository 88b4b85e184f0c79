import { posix } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { withoutMetadata } from './embedded-pictures';
import { RefusedFile } from './refused-file';

const MOST_ENTRIES = 4_000;
const MOST_UNPACKED = 150 * 1024 * 1024;
/** XML packs well; a hundred times is more than any honest document of some size does. */
const MOST_RATIO = 200;

export type Entries = Map<string, Uint8Array>;

export interface OfficeKind {
  ending: string;
  mediaType: string;
}

const OOXML: Readonly<Record<string, OfficeKind>> = {
  'word/': { ending: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  'xl/': { ending: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  'ppt/': { ending: 'pptx', mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
};
const ODF: Readonly<Record<string, OfficeKind>> = {
  'application/vnd.oasis.opendocument.text': { ending: 'odt', mediaType: 'application/vnd.oasis.opendocument.text' },
  'application/vnd.oasis.opendocument.spreadsheet': { ending: 'ods', mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
  'application/vnd.oasis.opendocument.presentation': { ending: 'odp', mediaType: 'application/vnd.oasis.opendocument.presentation' },
};

/** The document without who wrote, reviewed and printed it. Macros, programs inside and bombs are refused. */
export function cleanOffice(bytes: Uint8Array, depth = 0): OfficeKind & { bytes: Uint8Array } {
  const entries = unpack(bytes);
  const kind = kindOf(entries);
  if (kind.ending.startsWith('od')) cleanOdf(entries);
  else cleanOoxml(entries, depth);
  for (const [name, content] of entries) if (/\.(jpe?g|png)$/i.test(name)) entries.set(name, withoutMetadata(content));
  return { ...kind, bytes: pack(entries) };
}

function unpack(bytes: Uint8Array): Entries {
  let unpacked = 0;
  let count = 0;
  try {
    const found = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        count += 1;
        unpacked += originalSize;
        if (count > MOST_ENTRIES || unpacked > MOST_UNPACKED || (originalSize > 1_000_000 && originalSize > size * MOST_RATIO)) throw new RefusedFile('bomb');
        if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..')) throw new RefusedFile('broken');
        return !name.endsWith('/');
      },
    });
    return new Map(Object.entries(found));
  } catch (error) {
    throw error instanceof RefusedFile ? error : new RefusedFile('broken');
  }
}

/** Written anew, with one date for all: nothing before, between or after the entries survives. */
function pack(entries: Entries): Uint8Array {
  const files: Zippable = {};
  const first = entries.get('mimetype');
  // ODF wants it first and not packed.
  if (first) files['mimetype'] = [first, { level: 0 }];
  for (const [name, content] of entries) if (name !== 'mimetype') files[name] = [content, { level: 6 }];
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

function kindOf(entries: Entries): OfficeKind {
  const mimetype = entries.get('mimetype');
  if (mimetype) {
    const kind = ODF[strFromU8(mimetype).trim()];
    if (!kind || !entries.has('content.xml')) throw new RefusedFile('type');
    return kind;
  }
  const types = entries.get('[Content_Types].xml');
  if (!types) throw new RefusedFile('type');
  if (/macroEnabled|vbaProject|ms-office\.vba/i.test(strFromU8(types))) throw new RefusedFile('macros');
  const [kind, ...others] = Object.entries(OOXML).filter(([folder, { mediaType }]) => strFromU8(types).includes(`${mediaType}.main+xml`) && [...entries.keys()].some((name) => name.startsWith(folder)));
  if (!kind || others.length > 0) throw new RefusedFile('type');
  return kind[1];
}

const SOMEBODY = 'Author';

/** Attributes that name people, in Word, Excel and PowerPoint. */
const NAMES_OF_PEOPLE = /\b((?:w|w15|w16du|a|p|p15|p188|x|x15|x18tc)?:?(?:author|initials|userName|displayName|userId|providerId))="[^"]*"/g;
const PERSONAL_FILES = /^(docProps\/(custom\.xml|thumbnail\..*)|.*\/printerSettings\/.*|word\/people\.xml|customXml\/.*|_xmlsignatures\/.*|xl\/revisions\/.*|.*\/webextensions\/.*)$/i;
const CORE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>';
const APP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>';

function cleanOoxml(entries: Entries, depth: number): void {
  for (const name of entries.keys()) {
    if (/vbaProject|vbaData|macrosheets\/|dialogsheets\/|\.bas$/i.test(name)) throw new RefusedFile('macros');
    if (/activeX\/|\.(exe|dll|js|vbs|ps1|html?|swf)$/i.test(name)) throw new RefusedFile('embedded');
    if (!/\/embeddings\//.test(name)) continue;
    // The sheet behind a chart is a document of its own; anything else inside is a program's file that nobody can look into.
    if (!/\.(xlsx|docx|pptx)$/i.test(name) || depth > 0) throw new RefusedFile('embedded');
    entries.set(name, cleanOffice(entries.get(name)!, depth + 1).bytes);
  }
  if (entries.has('docProps/core.xml')) entries.set('docProps/core.xml', strToU8(CORE));
  if (entries.has('docProps/app.xml')) entries.set('docProps/app.xml', strToU8(APP));
  drop(entries, [...entries.keys()].filter((name) => PERSONAL_FILES.test(name)));
  for (const [name, content] of entries) {
    if (name.endsWith('.rels')) entries.set(name, strToU8(cleanRelations(strFromU8(content))));
    else if (name.endsWith('.xml') && name !== '[Content_Types].xml') {
      const text = decode(content);
      const cleaned = cleanXml(name, text);
      if (cleaned !== text) entries.set(name, strToU8(cleaned));
    }
  }
}

function cleanXml(name: string, text: string): string {
  let cleaned = text.replace(NAMES_OF_PEOPLE, (_whole, attribute: string) => `${attribute}="${/initials/i.test(attribute) ? 'A' : SOMEBODY}"`);
  if (/^xl\/(comments|threadedComments)/i.test(name)) cleaned = cleaned.replace(/<((?:\w+:)?author)>[^<]*<\/\1>/g, `<$1>${SOMEBODY}</$1>`);
  if (/^ppt\/(commentAuthors|authors)/i.test(name)) cleaned = cleaned.replace(/\bname="[^"]*"/g, `name="${SOMEBODY}"`);
  // Where the file lay on somebody's computer: the path holds their name.
  if (name === 'xl/workbook.xml') cleaned = cleaned.replace(/<x15ac:absPath\b[^>]*\/>/g, '').replace(/<(?:\w+:)?fileSharing\b[^>]*\/>/g, '');
  if (name === 'word/settings.xml') cleaned = cleaned.replace(/<w:attachedTemplate\b[^>]*\/>/g, '').replace(/<w:(mailMerge)\b[\s\S]*?<\/w:\1>/g, '');
  return cleaned;
}

/** Links may lead outside; pictures, templates and the like that are fetched when the document is opened may not. */
function cleanRelations(text: string): string {
  return text.replace(/<Relationship\b[^>]*>/g, (relation) => {
    if (!/TargetMode="External"/.test(relation)) return relation;
    if (/Type="[^"]*\/attachedTemplate"/.test(relation)) return '';
    const isLink = /Type="[^"]*\/hyperlink"/.test(relation) && /Target="(https?:|mailto:)/i.test(relation);
    return isLink ? relation : relation.replace(/Target="[^"]*"/, 'Target="about:blank"');
  });
}

/** Takes parts out, and every mention of them. */
function drop(entries: Entries, names: readonly string[]): void {
  const gone = new Set(names);
  if (gone.size === 0) return;
  for (const name of gone) entries.delete(name);
  for (const [name, content] of entries) {
    if (name === '[Content_Types].xml') {
      entries.set(name, strToU8(strFromU8(content).replace(/<Override\b[^>]*PartName="\/([^"]*)"[^>]*>/g, (whole, part: string) => (gone.has(part) ? '' : whole))));
    } else if (name.endsWith('.rels')) {
      const folder = posix.dirname(posix.dirname(name));
      entries.set(name, strToU8(strFromU8(content).replace(/<Relationship\b[^>]*\bTarget="([^"]*)"[^>]*>/g, (whole, target: string) => {
        const part = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder === '.' ? '' : folder, target));
        return gone.has(part) && !/TargetMode="External"/.test(whole) ? '' : whole;
      })));
    }
  }
  // Relations of parts that are gone.
  for (const name of entries.keys()) {
    const of = /^(.*)_rels\/([^/]+)\.rels$/.exec(name);
    if (of && gone.has(`${of[1]}${of[2]}`)) entries.delete(name);
  }
}

/** XML may be UTF-16; it comes back as UTF-8, and says so. */
function decode(content: Uint8Array): string {
  const isWide = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
  if (!isWide) return strFromU8(content);
  const text = new TextDecoder(content[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(content);
  return text.replace(/^(<\?xml[^>]*encoding=")[^"]*"/, '$1UTF-8"');
}

const ODF_META = '<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>';

function cleanOdf(entries: Entries): void {
  const manifest = strFromU8(entries.get('META-INF/manifest.xml') ?? new Uint8Array());
  if (/encryption-data/.test(manifest)) throw new RefusedFile('encrypted');
  for (const name of entries.keys()) {
    if (/^(Basic|Scripts)\//.test(name)) throw new RefusedFile('macros');
    if (/^(Thumbnails\/|META-INF\/.*signatures)/.test(name)) entries.delete(name);
  }
  if (entries.has('META-INF/manifest.xml')) entries.set('META-INF/manifest.xml', strToU8(manifest.replace(/<manifest:file-entry\b[^>]*full-path="Thumbnails\/[^"]*"[^>]*>/g, '')));
  for (const [name, content] of entries) {
    if (!name.endsWith('.xml') || name.startsWith('META-INF/')) continue;
    if (name.endsWith('meta.xml')) entries.set(name, strToU8(ODF_META));
    else {
      const text = decode(content);
      if (/<script:|<office:script\b|<office:event-listeners>/.test(text)) throw new RefusedFile('macros');
      const cleaned = text.replace(/<dc:creator>[^<]*<\/dc:creator>/g, `<dc:creator>${SOMEBODY}</dc:creator>`).replace(/<((?:meta|loext):(?:creator|sender)-initials)>[^<]*<\/\1>/g, '<$1>A</$1>')
        .replace(/<((?:meta:(?:initial-creator|printed-by))|(?:text:(?:author-name|author-initials|initial-creator|sender-[a-z-]+)))\b([^>]*)>[^<]*<\/\1>/g, '<$1$2></$1>')
        .replace(/(<config:config-item\b[^>]*config:name="(?:PrinterName|PrinterSetup|PrinterPaperFromSetup|CurrentDatabaseDataSource)"[^>]*>)[^<]*</g, '$1<');
      if (cleaned !== text) entries.set(name, strToU8(cleaned));
    }
  }
}

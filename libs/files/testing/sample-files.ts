import { strToU8, zipSync } from 'fflate';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import sharp from 'sharp';

/** Anything but one colour: spots of colour, so that pictures compress like pictures. */
export async function makeJpeg(width = 1400, height = 900): Promise<Buffer> {
  const pixels = Buffer.alloc(48 * 32 * 3, 0);
  for (let index = 0; index < pixels.length; index += 1) pixels[index] = (index * 7919) % 251;
  return sharp(pixels, { raw: { width: 48, height: 32, channels: 3 } }).resize(width, height, { fit: 'fill' }).jpeg().toBuffer();
}

/** As a phone writes it: who, with what, and where. */
export async function jpegWithPlace(width = 1400, height = 900, orientation = 6): Promise<Buffer> {
  return sharp(await makeJpeg(width, height))
    .withExif({ IFD0: { Artist: 'Kari Nordmann', Copyright: 'Kari Nordmann', Make: 'PhoneMaker' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 54/1 5000/100', GPSLongitudeRef: 'E', GPSLongitude: '10/1 45/1 0/1' } })
    .withMetadata({ orientation }).jpeg().toBuffer();
}

/** A PDF that holds an author wherever one can be held, a script, an attachment, and a photo with its place. */
export async function makePdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor('Kari Nordmann');
  document.setTitle('Written by Kari Nordmann');
  document.setProducer('Kari Nordmann Office');
  const page = document.addPage([400, 400]);
  page.drawText('What we learned', { x: 40, y: 300 });
  page.drawImage(await document.embedJpg(await jpegWithPlace(300, 200, 1)), { x: 40, y: 40, width: 100, height: 70 });
  const { context } = document;
  const note = context.register(context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 30, 30], T: PDFString.of('Kari Nordmann'), Contents: PDFString.of('A remark'), M: PDFString.of('D:20260101') }));
  page.node.set(PDFName.of('Annots'), context.obj([note]));
  document.addJavaScript('greet', 'app.alert("Kari Nordmann")');
  await document.attach(strToU8('Kari Nordmann has a secret'), 'kari.txt', { mimeType: 'text/plain' });
  document.catalog.set(PDFName.of('Metadata'), context.register(context.stream('<x:xmpmeta><dc:creator>Kari Nordmann</dc:creator></x:xmpmeta>', { Type: 'Metadata', Subtype: 'XML' })));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small Word document with tracked changes and comments by Kari Nordmann; `more` adds or replaces entries. */
export function makeOffice(more: Record<string, string | Uint8Array> = {}): Buffer {
  const entries: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/people.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${RELATIONS}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': '<?xml version="1.0"?><cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Kari Nordmann</dc:creator><cp:lastModifiedBy>Kari Nordmann</cp:lastModifiedBy></cp:coreProperties>',
    'docProps/app.xml': '<?xml version="1.0"?><Properties xmlns="z"><Company>Kari Nordmann AS</Company></Properties>',
    'word/document.xml': '<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:ins w:id="1" w:author="Kari Nordmann" w:date="2026-01-01T00:00:00Z"><w:r><w:t>What we learned</w:t></w:r></w:ins></w:p></w:body></w:document>',
    'word/comments.xml': '<?xml version="1.0"?><w:comments xmlns:w="w"><w:comment w:id="0" w:author="Kari Nordmann" w:initials="KN"><w:p/></w:comment></w:comments>',
    'word/people.xml': '<?xml version="1.0"?><w15:people xmlns:w15="w15"><w15:person w15:author="Kari Nordmann"/></w15:people>',
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/comments" Target="comments.xml"/><Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2011/relationships/people" Target="people.xml"/><Relationship Id="rId3" Type="${OFFICE}/image" Target="https://tracker.example/kari.png" TargetMode="External"/></Relationships>`,
    ...more,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(entries).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]))));
}

function box(type: string, ...content: Uint8Array[]): Buffer {
  const inside = Buffer.concat(content);
  const header = Buffer.alloc(8);
  header.writeUInt32BE(inside.length + 8, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, inside]);
}

/** The skeleton of a film: all boxes that a player looks for, no picture that it could play. `inTrack` and `after` add bytes. */
export function makeMp4({ handler = 'vide', seconds = 12, after = Buffer.alloc(0) }: { handler?: string; seconds?: number; after?: Buffer } = {}): Buffer {
  const movie = Buffer.alloc(100);
  movie.writeUInt32BE(3_800_000_000, 4);
  movie.writeUInt32BE(1_000, 12);
  movie.writeUInt32BE(seconds * 1_000, 16);
  const track = Buffer.alloc(84);
  track.writeUInt32BE(3_800_000_000, 4);
  track.writeUInt32BE(1280 << 16, 76);
  track.writeUInt32BE(720 << 16, 80);
  const kind = Buffer.concat([Buffer.alloc(8), Buffer.from(handler, 'latin1'), Buffer.alloc(12), Buffer.from('Kari Nordmann\0')]);
  const place = box('udta', box('\u00a9xyz', Buffer.from('+59.9139+010.7522/ Kari Nordmann')));
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isommp41', 'latin1')),
    box('moov', box('mvhd', movie), box('trak', box('tkhd', track), box('mdia', box('hdlr', kind))), place),
    box('mdat', Buffer.alloc(5_000, 7)),
    after,
  ]);
}

function element(id: number, ...content: Uint8Array[]): Buffer {
  const inside = Buffer.concat(content);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(inside.length) | (1n << 56n));
  const hex = id.toString(16);
  return Buffer.concat([Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex'), size, inside]);
}

/** The skeleton of a WebM: a title, a date, tags, an attachment and a named track by Kari Nordmann; `live` as browsers record it. */
export function makeWebm({ live = false, trackType = 1 }: { live?: boolean; trackType?: number } = {}): Buffer {
  const name = Buffer.from('Kari Nordmann');
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(7_500);
  const unknown = Buffer.from('01ffffffffffffff', 'hex');
  const cluster = [element(0xe7, Buffer.from([0])), element(0xa3, Buffer.from([0x81, 0, 0, 0x80, 1, 2, 3]))];
  const inside = Buffer.concat([
    element(0x1549a966, element(0x2ad7b1, Buffer.from('0f4240', 'hex')), element(0x4489, duration), element(0x7ba9, name), element(0x4461, Buffer.alloc(8, 1)), element(0x4d80, name), element(0x5741, name)),
    element(0x1654ae6b, element(0xae, element(0x83, Buffer.from([trackType])), element(0x536e, name), element(0xe0, element(0xb0, Buffer.from('0280', 'hex')), element(0xba, Buffer.from('0168', 'hex'))))),
    element(0x1254c367, element(0x7373, element(0x67c8, element(0x45a3, Buffer.from('ARTIST')), element(0x4487, name)))),
    element(0x1941a469, element(0x61a7, name)),
    live ? Buffer.concat([Buffer.from('1f43b675', 'hex'), unknown, ...cluster]) : element(0x1f43b675, ...cluster),
  ]);
  return Buffer.concat([element(0x1a45dfa3, element(0x4282, Buffer.from('webm'))), live ? Buffer.concat([Buffer.from('18538067', 'hex'), unknown, inside]) : element(0x18538067, inside)]);
}

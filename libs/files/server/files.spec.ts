import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ATTACHED, type Attached, BEGIN, deliver, jpegWithPlace, makeJpeg, makeMp4, makeOffice, makePdf, makeWebm, sendBytes, uploadState } from '@crosscity/files/testing';
import { FileUses, FilesKeeping, FilesModule, Storage } from '@crosscity/files/server';
import { filesLimits } from '@crosscity/files/contract';
import { IdentityModule } from '@crosscity/identity/server';
import { type MemberClient, makeMember } from '@crosscity/identity/testing';
import { ModerationModule } from '@crosscity/moderation/server';
import { CitiesModule } from '@crosscity/cities/server';
import { Database, SYSTEM, newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';
import { unzipSync, zipSync, strToU8 } from 'fflate';
import sharp from 'sharp';

let app: TestApp;
let ingrid: MemberClient;
let samira: MemberClient;
let folder: string;
/** Notes stand for drafts (only their owner) or lessons (everybody in `readers`). */
const owners = new Map<string, string>();
const readers = new Map<string, Set<string>>();

const noteOf = (client: MemberClient) => {
  const id = newId();
  owners.set(id, client.person.id);
  return { kind: 'note', id };
};
const get = (client: { fetch: MemberClient['fetch'] }, fileId: string, size: string, headers: Record<string, string> = {}) => client.fetch(`/files/${fileId}/${size}`, { headers });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crosscity-spec-'));
  app = await startApp([IdentityModule, ModerationModule, CitiesModule, FilesModule], { FILES_DIR: folder });
  const may = (actor: { kind: string; personId?: string }, ids: readonly string[]) => new Set(ids.filter((id) => actor.kind === 'member' && owners.get(id) === actor.personId));
  app.nest.get(FileUses).register({
    kind: 'note', isPublished: false,
    mayRead: async (actor, ids) => new Set([...may(actor as never, ids), ...ids.filter((id) => actor.kind === 'member' && readers.get(id)?.has(actor.personId))]),
    mayChange: async (actor, ids) => may(actor as never, ids),
    existing: async (ids) => new Set(ids.filter((id) => owners.has(id))),
  });
  [ingrid, samira] = await Promise.all([makeMember(app, { name: 'Ingrid' }), makeMember(app, { name: 'Samira' })]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const begin = (client: MemberClient, note: { kind: string; id: string }, bytes: number, more: object = {}) =>
  client.ask<{ beginUpload: Attached }>(BEGIN, { input: { key: newId(), kind: 'picture', name: 'a.jpg', bytes, subjectKind: note.kind, subjectId: note.id, ...more } }).then(({ beginUpload }) => beginUpload);

describe('an upload', () => {
  it('that is cut at half goes on from there, and is one file', async () => {
    const note = noteOf(ingrid);
    const bytes = await makeJpeg();
    const key = newId();
    const half = Math.floor(bytes.length / 2);
    const { fileId, id } = await begin(ingrid, note, bytes.length, { key });
    expect(await sendBytes(ingrid, fileId, 0, bytes.subarray(0, half))).toEqual({ status: 204, offset: half });
    // A reload, or a second tab: the same key leads to the same place.
    expect((await begin(ingrid, note, bytes.length, { key })).fileId).toBe(fileId);
    expect(await uploadState(ingrid, fileId)).toEqual({ status: 200, offset: half });
    await expect(ingrid.ask(`mutation ($input: FinishUploadInput!) { finishUpload(input: $input) { id } }`, { input: { id } })).rejects.toMatchObject({ code: 'files.notWhole' });
    expect((await sendBytes(ingrid, fileId, 0, bytes)).status).toBe(409);
    expect(await sendBytes(ingrid, fileId, half, bytes.subarray(half))).toEqual({ status: 204, offset: bytes.length });
    await app.settle();
    const { attachedFiles } = await ingrid.ask<{ attachedFiles: Attached[] }>(`query ($kind: String!, $id: ID!) { attachedFiles(subjectKind: $kind, subjectId: $id) { ${ATTACHED} } }`, note);
    expect(attachedFiles).toMatchObject([{ fileId, state: 'ready', kind: 'picture', width: 1400, height: 900 }]);
    expect((await app.nest.get(Storage).incoming.getUpload(fileId).catch(() => null))).toBeNull();
  });

  it('begun twenty times at once is one', async () => {
    const note = noteOf(ingrid);
    const key = newId();
    const places = await Promise.all(Array.from({ length: 20 }, () => begin(ingrid, note, 5_000, { key })));
    expect(new Set(places.map(({ fileId }) => fileId)).size).toBe(1);
  });

  it('sent by two tabs at once is one whole file', async () => {
    const note = noteOf(ingrid);
    const bytes = await makeJpeg(2500, 1800);
    const { fileId, id } = await begin(ingrid, note, bytes.length);
    const send = async () => {
      for (let tries = 0; tries < 40; tries += 1) {
        const { status, offset } = await uploadState(ingrid, fileId).catch(() => ({ status: 0, offset: 0 }));
        if (status === 404 || offset >= bytes.length) return;
        if (status === 200) await sendBytes(ingrid, fileId, offset, bytes.subarray(offset, offset + 100_000)).catch(() => undefined);
      }
    };
    await Promise.all([send(), send()]);
    await ingrid.ask(`mutation ($input: FinishUploadInput!) { finishUpload(input: $input) { id } }`, { input: { id } }).catch(() => undefined);
    await app.settle();
    expect((await get(ingrid, fileId, '1920')).status).toBe(200);
  });

  it('is nobody else\'s business', async () => {
    const note = noteOf(ingrid);
    const { fileId } = await begin(ingrid, note, 100);
    expect(await uploadState(samira, fileId)).toEqual({ status: 404, offset: -1 });
    expect((await sendBytes(samira, fileId, 0, Buffer.alloc(100))).status).toBe(404);
    await expect(begin(samira, note, 100)).rejects.toMatchObject({ code: 'platform.notFound' });
    for (const method of ['GET', 'DELETE', 'POST', 'OPTIONS']) expect((await ingrid.fetch(`/files/uploads/${fileId}`, { method, headers: { 'tus-resumable': '1.0.0' } })).status).toBe(404);
    expect((await app.guest().fetch(`/files/uploads/${fileId}`, { method: 'HEAD' })).status).toBe(401);
    expect((await ingrid.fetch('/files/uploads/..%2f..%2fetc%2fpasswd', { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })).status).toBe(404);
  });

  it('has limits: of a file, of a week, of a place, of what is begun', async () => {
    const note = noteOf(samira);
    await expect(begin(samira, note, filesLimits.bytes.picture + 1)).rejects.toMatchObject({ code: 'files.tooLarge' });
    await expect(begin(samira, note, 0)).rejects.toMatchObject({ code: 'platform.invalid' });
    const { fileId } = await begin(samira, note, 10);
    expect((await sendBytes(samira, fileId, 0, Buffer.alloc(11))).status).toBe(413);
    const busy = await makeMember(app);
    const place = noteOf(busy);
    const outcomes = await Promise.allSettled(Array.from({ length: filesLimits.unfinished + 5 }, () => begin(busy, place, 1_000)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(filesLimits.unfinished);
    const heavy = await makeMember(app);
    await app.work.run(SYSTEM, (tx) => tx.rows(`insert into upload_day (person_id, day, bytes) values ($1, current_date - 2, $2)`, [heavy.person.id, filesLimits.bytesInWeek - 500]));
    await expect(begin(heavy, noteOf(heavy), 1_000)).rejects.toMatchObject({ code: 'files.weekFull' });
  });

  it('whose place in the store was lost to a crash begins anew', async () => {
    const note = noteOf(ingrid);
    const bytes = await makeJpeg(300, 200);
    const { fileId } = await begin(ingrid, note, bytes.length);
    await app.nest.get(Storage).removeIncoming(fileId);
    expect(await uploadState(ingrid, fileId)).toEqual({ status: 200, offset: 0 });
    expect((await sendBytes(ingrid, fileId, 0, bytes)).status).toBe(204);
    await app.settle();
    expect((await get(ingrid, fileId, '480')).status).toBe(200);
  });

  it('that nobody finishes ends in the night', async () => {
    const note = noteOf(ingrid);
    const { fileId } = await begin(ingrid, note, 1_000);
    await app.work.run(SYSTEM, (tx) => tx.rows(`update upload set expires_at = now() - interval '1 minute' where file_id = $1`, [fileId]));
    await app.nest.get(FilesKeeping).round();
    expect((await uploadState(ingrid, fileId)).status).toBe(404);
    expect(await app.nest.get(Database).rows('select from file where id = $1', [fileId])).toHaveLength(0);
    expect((await readdir(join(folder, 'incoming'))).filter((name) => name.startsWith(fileId))).toHaveLength(0);
  });
});

describe('a picture', () => {
  it('loses who and where, is turned upright and comes in sizes', async () => {
    const sent = await jpegWithPlace(2400, 1600);
    expect(sent.includes('Kari Nordmann')).toBe(true);
    const file = await deliver(app, ingrid, noteOf(ingrid), sent, { name: 'Kari Nordmann in Oslo.jpg' });
    expect(file).toMatchObject({ state: 'ready', kind: 'picture', name: '', width: 1600, height: 2400 });
    for (const [size, width] of [['480', 480], ['960', 960], ['1920', 1600], ['fallback', 960]] as const) {
      const response = await get(ingrid, file.fileId, size);
      expect(response.headers.get('content-type')).toBe(size === 'fallback' ? 'image/jpeg' : 'image/webp');
      const bytes = await bytesOf(response);
      expect(bytes.includes('Kari') || bytes.includes('PhoneMaker') || bytes.includes('Exif')).toBe(false);
      const found = await sharp(bytes).metadata();
      expect([found.width, found.exif, found.xmp, found.iptc, found.icc]).toEqual([width, undefined, undefined, undefined, undefined]);
    }
  });

  it.each([
    ['a page that calls itself a photo', async () => Buffer.from('<html><script>alert(1)</script></html>'), 'type'],
    ['SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'type'],
    ['half a JPEG', async () => (await makeJpeg()).subarray(0, 4_000), 'broken'],
    ['a program', async () => Buffer.from('MZ\x90\0'.padEnd(2_000, '\0'), 'latin1'), 'type'],
    ['an archive', async () => Buffer.from(zipSync({ 'a.txt': strToU8('hello') })), 'type'],
    ['a picture of too many pixels', async () => sharp({ create: { width: 50_100, height: 1_000, channels: 3, background: '#123456' } }).png({ compressionLevel: 9 }).toBuffer(), 'tooManyPixels'],
  ])('%s is refused with a reason', async (_what, make, reason) => {
    expect(await deliver(app, ingrid, noteOf(ingrid), await make(), { name: 'photo.jpg' })).toMatchObject({ state: 'refused', refusal: reason });
  });

  it('with something behind it keeps the picture and nothing else', async () => {
    const polyglot = Buffer.concat([await makeJpeg(600, 400), Buffer.from(zipSync({ 'secret.html': strToU8('<script>alert(1)</script>') })), Buffer.from('<script>alert(1)</script>')]);
    const file = await deliver(app, ingrid, noteOf(ingrid), polyglot);
    expect(file.state).toBe('ready');
    expect((await bytesOf(await get(ingrid, file.fileId, '960'))).includes('script')).toBe(false);
  });

  it('is blurred for good: the bytes as they were are gone', async () => {
    const half = await sharp({ create: { width: 1000, height: 800, channels: 3, background: '#ffffff' } }).composite([{ input: await sharp({ create: { width: 100, height: 100, channels: 3, background: '#ff0000' } }).png().toBuffer(), left: 100, top: 100 }]).jpeg().toBuffer();
    const file = await deliver(app, ingrid, noteOf(ingrid), half);
    const before = (await get(ingrid, file.fileId, '1920')).headers.get('etag')!.slice(1, -1);
    const areas = [{ x: 0.02, y: 0.02, width: 0.5, height: 0.5 }];
    const BLUR = `mutation ($input: BlurPictureInput!) { blurPicture(input: $input) { ${ATTACHED} } }`;
    const { blurPicture } = await ingrid.ask<{ blurPicture: Attached }>(BLUR, { input: { id: file.id, revision: 1, areas } });
    expect(blurPicture).toMatchObject({ revision: 2, faces: 'blurred' });
    // The same press again changes nothing more.
    expect((await ingrid.ask<{ blurPicture: Attached }>(BLUR, { input: { id: file.id, revision: 1, areas } })).blurPicture.revision).toBe(2);
    await app.settle();
    expect(await app.nest.get(Storage).read(before)).toBeNull();
    const { data } = await sharp(await bytesOf(await get(ingrid, file.fileId, '1920'))).extract({ left: 145, top: 145, width: 10, height: 10 }).raw().toBuffer({ resolveWithObject: true });
    expect(data[1]! > 60).toBe(true);
    await expect(ingrid.ask(BLUR, { input: { id: file.id, revision: 2, areas: [{ x: 2, y: 0, width: 1, height: 1 }] } })).rejects.toMatchObject({ code: 'platform.invalid' });
    await expect(samira.ask(BLUR, { input: { id: file.id, revision: 2, areas } })).rejects.toMatchObject({ code: 'platform.notFound' });
  });
});

describe('a document', () => {
  it('PDF: no author, script, attachment or place is left in its bytes', async () => {
    const sent = await makePdf();
    expect(sent.toString('latin1')).toContain('Kari');
    const file = await deliver(app, ingrid, noteOf(ingrid), sent, { kind: 'document', name: '../../Report of\u202E the team.exe' });
    expect(file).toMatchObject({ state: 'ready', kind: 'document', name: 'Report of the team.pdf' });
    const response = await get(ingrid, file.fileId, 'file');
    expect(response.headers.get('content-disposition')).toContain('attachment; filename="Report of the team.pdf"');
    const { PDFDocument } = await import('pdf-lib');
    const cleaned = await PDFDocument.load(await bytesOf(response), { updateMetadata: false });
    expect([cleaned.getAuthor(), cleaned.getTitle(), cleaned.getProducer()]).toEqual([undefined, undefined, undefined]);
    const plain = Buffer.from(await cleaned.save({ useObjectStreams: false, updateFieldAppearances: false })).toString('latin1');
    for (const word of ['Kari', 'JavaScript', 'EmbeddedFile', 'xmpmeta', 'PhoneMaker', 'app.alert']) expect(plain).not.toContain(word);
    expect(plain).toContain('A remark');
  });

  it('Word: nobody is named in any of its parts, and nothing is fetched from outside', async () => {
    const sent = makeOffice({ 'word/media/image1.jpeg': await jpegWithPlace(300, 200) });
    const file = await deliver(app, ingrid, noteOf(ingrid), sent, { kind: 'document', name: 'plan.docx' });
    expect(file).toMatchObject({ state: 'ready', name: 'plan.docx' });
    const entries = unzipSync(await bytesOf(await get(ingrid, file.fileId, 'file')));
    for (const [name, content] of Object.entries(entries)) {
      expect([name, /Kari|KN"|PhoneMaker|tracker/.test(Buffer.from(content).toString('latin1'))]).toEqual([name, false]);
    }
    expect(Buffer.from(entries['word/document.xml']!).toString()).toContain('What we learned');
    expect(entries['word/people.xml']).toBeUndefined();
  });

  it('OpenDocument: neither', async () => {
    const sent = Buffer.from(zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'META-INF/manifest.xml': strToU8('<manifest/>'), 'meta.xml': strToU8('<meta:initial-creator>Kari Nordmann</meta:initial-creator>'),
      'content.xml': strToU8('<office:document-content><dc:creator>Kari Nordmann</dc:creator><text:p>What we learned</text:p></office:document-content>'), 'Thumbnails/thumbnail.png': strToU8('Kari'),
    }));
    const file = await deliver(app, ingrid, noteOf(ingrid), sent, { kind: 'document', name: 'plan.odt' });
    expect(file).toMatchObject({ state: 'ready', name: 'plan.odt' });
    const entries = unzipSync(await bytesOf(await get(ingrid, file.fileId, 'file')));
    expect(Object.values(entries).some((content) => Buffer.from(content).includes('Kari'))).toBe(false);
    expect(Object.keys(entries)[0]).toBe('mimetype');
  });

  it.each([
    ['macros', () => makeOffice({ 'word/vbaProject.bin': 'x' }), 'macros'],
    ['a program inside', () => makeOffice({ 'word/embeddings/oleObject1.bin': 'x' }), 'embedded'],
    ['a bomb', () => makeOffice({ 'word/media/image1.bmp': new Uint8Array(8_000_000) }), 'bomb'],
    ['a path that climbs out', () => makeOffice({ '../../etc/cron.d/x': 'x' }), 'broken'],
    ['a zip that says it is Word', () => makeOffice({ '[Content_Types].xml': '<Types/>' }), 'type'],
    ['half a PDF', () => Buffer.from('%PDF-1.7\nhello'), 'broken'],
  ])('with %s is refused', async (_what, make, reason) => {
    expect(await deliver(app, ingrid, noteOf(ingrid), make(), { kind: 'document', name: 'plan.docx' })).toMatchObject({ state: 'refused', refusal: reason });
  });

  it('that is encrypted is refused', async () => {
    const locked = Buffer.from((await makePdf()).toString('latin1').replace(/trailer\s*<</, 'trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >> '), 'latin1');
    expect(await deliver(app, ingrid, noteOf(ingrid), locked, { kind: 'document' })).toMatchObject({ state: 'refused', refusal: 'encrypted' });
  });
});

describe('a video', () => {
  it('loses place, names and times, and keeps its length in bytes', async () => {
    const sent = makeMp4();
    const file = await deliver(app, ingrid, noteOf(ingrid), sent, { kind: 'video', name: 'Kari.mp4' });
    expect(file).toMatchObject({ state: 'ready', kind: 'video', name: '', seconds: 12, width: 1280, height: 720 });
    const bytes = await bytesOf(await get(ingrid, file.fileId, 'video'));
    expect(bytes.length).toBe(sent.length);
    expect(bytes.includes('Kari') || bytes.includes('+59.9139')).toBe(false);
  });

  it.each([false, true])('in WebM loses them as well, recorded live: %s', async (live) => {
    const sent = makeWebm({ live });
    const file = await deliver(app, ingrid, noteOf(ingrid), sent, { kind: 'video' });
    expect(file).toMatchObject({ state: 'ready', kind: 'video', seconds: 8, width: 640, height: 360 });
    const bytes = await bytesOf(await get(ingrid, file.fileId, 'video'));
    expect([bytes.length, bytes.includes('Kari'), bytes.includes('ARTIST')]).toEqual([sent.length, false, false]);
    expect(await deliver(app, ingrid, noteOf(ingrid), makeWebm({ live, trackType: 0x21 }), { kind: 'video' })).toMatchObject({ state: 'refused', refusal: 'hiddenTracks' });
  });

  it('that hides something is refused', async () => {
    for (const [bytes, reason] of [
      [makeMp4({ handler: 'camm' }), 'hiddenTracks'], [makeMp4({ handler: 'soun' }), 'noPicture'], [makeMp4({ after: Buffer.from('<script>alert(1)</script>') }), 'broken'], [makeMp4({ seconds: 9_000 }), 'tooLong'],
    ] as const) expect(await deliver(app, ingrid, noteOf(ingrid), bytes, { kind: 'video' })).toMatchObject({ state: 'refused', refusal: reason });
  });

  it('has captions, written anew, and a transcript', async () => {
    const note = noteOf(ingrid);
    const { id, fileId } = await deliver(app, ingrid, note, makeMp4(), { kind: 'video' });
    const PUT = `mutation ($input: VideoWordsInput!) { putVideoWords(input: $input) { captions transcripts { language text } } }`;
    const captions = '1\r\n00:00:01,000 --> 00:00:03,000\r\n<v Kari>We <b>met</b> <script>x</script> & talked\r\n';
    const { putVideoWords } = await ingrid.ask(PUT, { input: { id, language: 'en', captions, transcript: 'We met.' } });
    expect(putVideoWords).toEqual({ captions: ['en'], transcripts: [{ language: 'en', text: 'We met.' }] });
    const response = await get(ingrid, fileId, 'captions-en');
    expect(response.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    expect(await response.text()).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nWe <b>met</b> x &amp; talked\n');
    expect((await get(samira, fileId, 'captions-en')).status).toBe(404);
    await expect(ingrid.ask(PUT, { input: { id, language: 'en', captions: 'hello' } })).rejects.toMatchObject({ code: 'files.badCaptions' });
    expect((await ingrid.ask(PUT, { input: { id, language: 'en', captions: '' } })).putVideoWords.captions).toEqual([]);
  });

  it('is handed out in ranges', async () => {
    const { fileId } = await deliver(app, ingrid, noteOf(ingrid), makeMp4(), { kind: 'video' });
    const whole = await bytesOf(await get(ingrid, fileId, 'video'));
    const part = await get(ingrid, fileId, 'video', { range: 'bytes=100-199' });
    expect([part.status, part.headers.get('content-range'), (await bytesOf(part)).equals(whole.subarray(100, 200))]).toEqual([206, `bytes 100-199/${whole.length}`, true]);
    expect((await bytesOf(await get(ingrid, fileId, 'video', { range: 'bytes=-10' }))).equals(whole.subarray(-10))).toBe(true);
    expect((await get(ingrid, fileId, 'video', { range: 'bytes=999999-' })).status).toBe(416);
  });
});

describe('handing out', () => {
  it('asks the right each time; missing and forbidden look alike', async () => {
    const note = noteOf(ingrid);
    const { fileId } = await deliver(app, ingrid, note, await makeJpeg(600, 400));
    const missing = await get(samira, newId(), '480');
    const forbidden = await get(samira, fileId, '480');
    const shape = async (response: Response) => [response.status, await response.text(), [...response.headers.keys()].filter((name) => name !== 'date')];
    expect(await shape(forbidden)).toEqual(await shape(missing));
    expect((await get(app.guest(), fileId, '480')).status).toBe(404);
    readers.set(note.id, new Set([samira.person.id]));
    const allowed = await get(samira, fileId, '480');
    expect(allowed.status).toBe(200);
    const etag = allowed.headers.get('etag')!;
    expect((await get(samira, fileId, '480', { 'if-none-match': etag })).status).toBe(304);
    readers.delete(note.id);
    // What a browser kept is of no use without the right.
    expect((await get(samira, fileId, '480', { 'if-none-match': etag })).status).toBe(404);
  });

  it('lets nothing run and nothing be guessed', async () => {
    const { fileId } = await deliver(app, ingrid, noteOf(ingrid), await makePdf(), { kind: 'document', name: 'Bericht "für" Köln\r\nX: y.pdf' });
    const { headers } = await get(ingrid, fileId, 'file');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(Object.fromEntries(['x-content-type-options', 'cache-control', 'cross-origin-resource-policy', 'content-type', 'content-disposition'].map((name) => [name, headers.get(name)]))).toEqual({
      'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache', 'cross-origin-resource-policy': 'same-origin', 'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Bericht f_r K_lnX y.pdf"; filename*=UTF-8''Bericht%20f%C3%BCr%20K%C3%B6lnX%20y.pdf`,
    });
    for (const size of ['..', 'file%2f..', 'original', 'incoming', '%00', 'file.json']) expect((await get(ingrid, fileId, size)).status).toBe(404);
  });

  it('costs the same few statements for each', async () => {
    const { fileId } = await deliver(app, ingrid, noteOf(ingrid), await makeJpeg(600, 400));
    await get(ingrid, fileId, '480');
    const { statements } = await app.counting(() => get(ingrid, fileId, '480'));
    expect(statements.length).toBe(1);
  });
});

describe('words about a file', () => {
  it('that surely lead to a person are refused, and a name that does is dropped', async () => {
    const note = noteOf(ingrid);
    const file = await deliver(app, ingrid, note, await makePdf(), { kind: 'document', name: 'Case 010190-123A kari.nordmann@gmail.com.pdf' });
    expect(file.name).toBe('document.pdf');
    const DESCRIBE = 'mutation ($input: DescribeFileInput!) { describeFile(input: $input) { description } }';
    await expect(ingrid.ask(DESCRIBE, { input: { id: file.id, description: 'Ask kari.nordmann@gmail.com' } })).rejects.toMatchObject({ code: 'files.caseData' });
    expect(await ingrid.ask(DESCRIBE, { input: { id: file.id, description: 'The plan.' } })).toEqual({ describeFile: { description: 'The plan.' } });
  });
});

describe('the storage', () => {
  it('forgets what was removed, and keeps what another file still names', async () => {
    const bytes = await makeJpeg(700, 500);
    const [one, other] = [await deliver(app, ingrid, noteOf(ingrid), bytes), await deliver(app, samira, noteOf(samira), bytes)];
    const hash = (await get(ingrid, one.fileId, '480')).headers.get('etag')!.slice(1, -1);
    const REMOVE = 'mutation ($input: RemoveFileInput!) { removeFile(input: $input) }';
    await expect(samira.ask(REMOVE, { input: { id: one.id } })).rejects.toMatchObject({ code: 'platform.notFound' });
    await ingrid.ask(REMOVE, { input: { id: one.id } });
    await app.settle();
    expect((await get(ingrid, one.fileId, '480')).status).toBe(404);
    expect((await get(samira, other.fileId, '480')).status).toBe(200);
    await samira.ask(REMOVE, { input: { id: other.id } });
    await app.settle();
    expect(await app.nest.get(Storage).read(hash)).toBeNull();
  });

  it('serves nothing that was written before a crash, and the night removes it', async () => {
    const { Contents } = await import('./contents.repository');
    const contents = app.nest.get(Contents);
    const [announced, unknown] = ['a'.repeat(64), 'b'.repeat(64)];
    const path = join(folder, 'lost');
    await (await import('node:fs/promises')).writeFile(path, 'lost');
    await contents.put(announced, 4, path);
    await app.nest.get(Storage).put(unknown, path);
    await app.nest.get(FilesKeeping).round();
    expect(await app.nest.get(Storage).read(announced).then((stream) => stream?.destroy() !== undefined)).toBe(true);
    await app.nest.get(FilesKeeping).round(-1);
    expect([await app.nest.get(Storage).read(announced), await app.nest.get(Storage).read(unknown)]).toEqual([null, null]);
  });

  it('loses the files of what is gone', async () => {
    const note = noteOf(ingrid);
    const { fileId } = await deliver(app, ingrid, note, await makeJpeg(300, 200));
    owners.delete(note.id);
    await app.nest.get(FilesKeeping).round();
    await app.settle();
    expect(await app.nest.get(Database).rows('select from file where id = $1', [fileId])).toHaveLength(0);
  });
});

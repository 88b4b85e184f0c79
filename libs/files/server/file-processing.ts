import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FactBook, Log, SYSTEM, Work } from '@crosscity/platform/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Contents } from './contents.repository';
import { FileUses } from './file-uses';
import { FilesRepository } from './files.repository';
import { FileEntity } from './file.entity';
import { AttachedFiles } from './attached-files.repository';
import { cleanFile } from './processing/clean-file';
import { type Area, cleanPicture } from './processing/picture';
import { type CleanFile, RefusedFile } from './processing/refused-file';
import { Storage } from './storage/storage';

/** Looks at what arrived, keeps the clean form of it and nothing else. */
@Injectable()
export class FileProcessing implements OnModuleInit {
  /** Pictures and documents take memory for a moment: one at a time in a process. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly work: Work,
    private readonly facts: FactBook,
    private readonly files: FilesRepository,
    private readonly attached: AttachedFiles,
    private readonly contents: Contents,
    private readonly uses: FileUses,
    private readonly storage: Storage,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.facts.on('files.uploadReceived', 'files.processing', ({ data }) => this.inTurn(() => this.process(data.fileId)), 'atOnce');
    this.facts.on('files.contentsLeft', 'files.collecting', async ({ data }) => {
      for (const hash of data.hashes) await this.contents.collect(hash);
      for (const id of data.incoming) await this.storage.removeIncoming(id);
    });
  }

  private async process(fileId: string): Promise<void> {
    const file = await this.work.run(SYSTEM, (tx) => tx.repo(FileEntity).findOneBy({ id: fileId }));
    // Removed meanwhile, or a job that runs twice.
    if (file?.state === 'processing') {
      await inFolder(async (folder) => {
        const path = join(folder, 'sent');
        await pipeline(await this.storage.readIncoming(fileId), createWriteStream(path));
        try {
          const { size } = await stat(path);
          if (size !== Number(file.bytes)) throw new RefusedFile('broken');
          await this.keep(fileId, await cleanFile(path, size, folder));
        } catch (error) {
          if (!(error instanceof RefusedFile)) throw error;
          await this.work.run(SYSTEM, (tx) => tx.repo(FileEntity).update({ id: fileId, state: 'processing' }, { state: 'refused', refusal: error.reason }));
          this.log.info({ fileId, reason: error.reason }, 'a file was refused');
        }
      });
    }
    await this.storage.removeIncoming(fileId);
  }

  /** Draws the areas into every size. What was there before is removed from the storage, not only from the page. */
  async blur(fileId: string, areas: readonly Area[]): Promise<void> {
    await this.inTurn(() => inFolder(async (folder) => {
      const largest = await this.files.largestVersion(fileId);
      const stream = largest && (await this.storage.read(largest.hash));
      if (!stream) throw new Error('A picture has no sizes.');
      const path = join(folder, 'before');
      await pipeline(stream, createWriteStream(path));
      await this.keep(fileId, await cleanPicture(path, folder, areas), { isBlurring: true });
    }));
  }

  private async keep(fileId: string, clean: CleanFile, change: { isBlurring?: boolean } = {}): Promise<void> {
    const hashes = new Map<string, string>();
    let bytes = 0;
    for (const { size, path } of clean.versions) {
      const hash = await hashOf(path);
      const length = (await stat(path)).size;
      bytes = Math.max(bytes, length);
      await this.contents.put(hash, length, path);
      hashes.set(size, hash);
    }
    const published = [...(await this.attached.subjectKinds(fileId))].some((kind) => this.uses.isPublished(kind));
    await this.work.run(SYSTEM, async (tx) => {
      const file = await this.files.lock(tx, fileId);
      // Removed meanwhile: the collector finds what was written.
      if (!file || file.state === 'refused' || (file.state === 'ready' && !change.isBlurring)) return;
      const left = await this.files.putVersions(tx, fileId, clean, hashes);
      const name = clean.kind === 'document' ? `${(file.name || 'document').replace(/\.[A-Za-z0-9]{1,8}$/, '')}.${clean.ending}` : '';
      await tx.repo(FileEntity).update({ id: fileId }, {
        kind: clean.kind, state: 'ready', name, mediaType: clean.mediaType, bytes: String(bytes), width: clean.width ?? null, height: clean.height ?? null, colour: clean.colour ?? null, seconds: clean.seconds ?? null,
        revision: file.revision + (change.isBlurring ? 1 : 0),
      });
      if (published) await this.files.forgetSender(tx, fileId);
      if (left.length > 0) await tx.record('files.contentsLeft', { hashes: left, incoming: [] });
    });
  }

  private inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(act);
    this.turn = done.catch(() => undefined);
    return done;
  }
}

async function inFolder<Result>(act: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'crosscity-file-'));
  try {
    return await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

import { Jobs, Log, SYSTEM, Work } from '@crosscity/platform/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Contents } from './contents.repository';
import { FileUses } from './file-uses';
import { FilesRepository, type SubjectRef } from './files.repository';
import { Storage } from './storage/storage';
import { UploadsRepository } from './uploads.repository';

/** A day: longer than any job tries. */
const GRACE_SECONDS = 86_400;

/** The nightly round: ends uploads that nobody finished, removes files of what is gone, and contents without a file. */
@Injectable()
export class FilesKeeping implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly work: Work,
    private readonly uploads: UploadsRepository,
    private readonly files: FilesRepository,
    private readonly uses: FileUses,
    private readonly contents: Contents,
    private readonly storage: Storage,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.on('files.keeping', async () => {
      await this.round();
    }, '20 3 * * *');
  }

  async round(graceSeconds = GRACE_SECONDS): Promise<void> {
    const ended = await this.endUploads();
    const left = await this.removeFilesOfGone();
    let contents = 0;
    for (const hash of await this.contents.unnamed(graceSeconds)) if (await this.contents.collect(hash, graceSeconds)) contents += 1;
    contents += await this.removeUnknown(graceSeconds);
    await this.work.run(SYSTEM, (tx) => this.uploads.forgetOldDays(tx));
    this.log.info({ ended, left, contents }, 'files were looked after');
  }

  private async endUploads(): Promise<number> {
    const expired = await this.uploads.expired();
    for (const id of expired) {
      if (await this.work.run(SYSTEM, (tx) => this.uploads.removeExpired(tx, id))) await this.storage.removeIncoming(id);
    }
    return expired.length;
  }

  private async removeFilesOfGone(): Promise<number> {
    let count = 0;
    for (let after: SubjectRef | null = null; ;) {
      const page: SubjectRef[] = await this.files.subjects(after, 500);
      for (const subject of await this.uses.gone(page)) {
        count += 1;
        await this.work.run(SYSTEM, async (tx) => {
          const left = await this.files.removeSubject(tx, subject);
          await tx.record('files.contentsLeft', left);
        });
      }
      after = page.at(-1) ?? null;
      if (page.length < 500) return count;
    }
  }

  private async removeUnknown(graceSeconds: number): Promise<number> {
    let count = 0;
    let page: string[] = [];
    const look = async () => {
      for (const hash of await this.contents.unknown(page)) {
        await this.storage.remove(hash);
        count += 1;
      }
      page = [];
    };
    for await (const { hash, writtenAt } of this.storage.list()) {
      if (Date.now() - writtenAt.getTime() < graceSeconds * 1000) continue;
      page.push(hash);
      if (page.length === 500) await look();
    }
    await look();
    return count;
  }
}

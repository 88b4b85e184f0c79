import { findCaseData } from '@crosscity/case-data/contract';
import { filesLimits } from '@crosscity/files/contract';
import { SYSTEM, type Member, type Tx, Work, newId, notFound, refuse } from '@crosscity/platform/server';
import { Upload } from '@tus/server';
import { Injectable } from '@nestjs/common';
import { FileUses } from './file-uses';
import type { BeginUploadInput } from './files.inputs';
import { FilesRepository, type SubjectRef } from './files.repository';
import { Storage } from './storage/storage';
import { UploadsRepository, expiryOf, isWeekFull } from './uploads.repository';

/** What a person called a file, as one plain line without a path. Only documents keep it. */
export function shownName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1)!;
  // eslint-disable-next-line no-control-regex
  const plain = last.replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF<>:"|?*]/g, '').replace(/^[.\s]+|[.\s]+$/g, '');
  // A name that leads to a person is dropped; nobody has to be asked about it.
  const leadsToSomebody = [plain, plain.replace(/[._-]+/g, ' ')].flatMap((words) => findCaseData(words)).some(({ certainty }) => certainty === 'certain');
  return leadsToSomebody ? 'document' : plain.slice(0, filesLimits.name) || 'document';
}

/** Begins uploads and says when one is whole. The bytes themselves come by the tus protocol (`UploadsController`). */
@Injectable()
export class UploadsService {
  constructor(
    private readonly work: Work,
    private readonly uploads: UploadsRepository,
    private readonly files: FilesRepository,
    private readonly uses: FileUses,
    private readonly storage: Storage,
  ) {}

  /** Makes a place for a file at its subject. The same key gives the same place: another tab, or the same page after a reload. */
  async begin(actor: Member, input: BeginUploadInput): Promise<string> {
    const subject: SubjectRef = { kind: input.subjectKind, id: input.subjectId };
    if (!(await this.uses.mayChange(actor, subject))) throw notFound();
    const most = filesLimits.bytes[input.kind];
    if (input.bytes > most) throw refuse('files.tooLarge', { kind: input.kind, most });
    const place = await this.work.run(actor, async (tx) => {
      await this.uploads.lockPerson(tx, actor.personId);
      const known = await this.uploads.find(tx, actor.personId, input.key);
      if (known) return { ...known, isNew: false };
      await this.checkLimits(tx, actor, input.bytes);
      await this.files.lockSubject(tx, subject);
      if ((await this.files.countOf(tx, subject)) >= filesLimits.ofSubject) throw refuse('files.tooManyOfSubject', { most: filesLimits.ofSubject });
      const fileId = newId();
      await this.files.insert(tx, { id: fileId, kind: input.kind, name: input.kind === 'document' ? shownName(input.name) : '', bytes: input.bytes });
      await this.uploads.insert(tx, { fileId, personId: actor.personId, key: input.key, bytes: input.bytes, expiresAt: expiryOf(tx.now) });
      return { fileId, useId: await this.files.attach(tx, fileId, subject, input.part ?? null), isNew: true };
    });
    await this.openStore(place.fileId, input.bytes);
    return place.useId;
  }

  /** For clients that sent the last byte and did not hear of it. */
  async finish(actor: Member, fileId: string): Promise<void> {
    if (!(await this.uploads.open(fileId, actor.personId))) throw notFound();
    const { offset, size } = await this.storage.incoming.getUpload(fileId).catch(() => ({ offset: 0, size: 1 }));
    if (offset !== size) throw refuse('files.notWhole');
    await this.received(fileId);
  }

  /** The last byte is there. Said twice it is heard once. */
  async received(fileId: string): Promise<void> {
    await this.work.run(SYSTEM, async (tx) => {
      if (await this.uploads.receive(tx, fileId)) await tx.record('files.uploadReceived', { fileId });
    });
  }

  private async checkLimits(tx: Tx, actor: Member, bytes: number): Promise<void> {
    const { unfinished, week } = await this.uploads.standing(tx, actor.personId);
    if (unfinished >= filesLimits.unfinished) throw refuse('files.tooManyUnfinished', { most: filesLimits.unfinished });
    if (isWeekFull(week, bytes)) throw refuse('files.weekFull', { most: filesLimits.bytesInWeek });
  }

  /** After the commit, and again whenever somebody asks how far it is: a process may have died in between. */
  async openStore(fileId: string, size: number): Promise<void> {
    const isOpen = await this.storage.incoming.getUpload(fileId).then(() => true, (error: { status_code?: number }) => {
      if (error.status_code === 404 || error.status_code === 410) return false;
      throw error;
    });
    if (!isOpen) await this.storage.incoming.create(new Upload({ id: fileId, size, offset: 0, metadata: {}, creation_date: new Date().toISOString() }));
  }
}

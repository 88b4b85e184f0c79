import { findCaseData } from '@crosscity/case-data/contract';
import { type Actor, type Member, type Tx, Work, notFound, refuse } from '@crosscity/platform/server';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { AttachedFiles, type UseRow } from './attached-files.repository';
import { FileProcessing } from './file-processing';
import { FileUseEntity } from './file-use.entity';
import { FileUses } from './file-uses';
import type { AttachedFile } from './file.type';
import type { BlurPictureInput, DescribeFileInput, VideoWordsInput } from './files.inputs';
import { FilesRepository, type ServedVersion, type SubjectRef } from './files.repository';
import { cleanCaptions } from './processing/captions';

/** The same wall as before texts: what surely leads to a person stays out, whichever way it comes. */
function refuseCaseData(...texts: (string | null | undefined)[]): void {
  if (texts.some((text) => text && findCaseData(text).some(({ certainty }) => certainty === 'certain'))) throw refuse('files.caseData');
}

/** What one does with files that are there: describe, blur, caption, remove, publish. */
@Injectable()
export class FilesService {
  constructor(
    private readonly work: Work,
    private readonly attached: AttachedFiles,
    private readonly files: FilesRepository,
    private readonly uses: FileUses,
    private readonly processing: FileProcessing,
  ) {}

  /** All files of a subject, for those who may change it. */
  async list(actor: Member, subject: SubjectRef): Promise<AttachedFile[]> {
    if (!isUUID(subject.id) || !(await this.uses.mayChange(actor, subject))) throw notFound();
    return (await this.attached.of(subject.kind, [subject.id], 'writers')).get(subject.id) ?? [];
  }

  /** One file at its place, for those who may change it. */
  async own(actor: Member, id: string): Promise<UseRow> {
    const use = isUUID(id) ? await this.attached.one(id) : null;
    if (!use || !(await this.uses.mayChange(actor, { kind: use.subjectKind, id: use.subjectId }))) throw notFound();
    return use;
  }

  async describe(actor: Member, input: DescribeFileInput): Promise<AttachedFile> {
    const use = await this.own(actor, input.id);
    if (input.faces === 'blurred' && use.faces !== 'blurred') throw refuse('platform.invalid', { fields: { faces: 'blurred' } });
    refuseCaseData(input.description);
    const isDecoration = input.isDecoration ?? use.isDecoration;
    if (isDecoration && use.kind !== 'picture') throw refuse('files.noPicture');
    await this.work.run(actor, async (tx) => {
      await tx.repo(FileUseEntity).update({ id: use.id }, {
        description: input.description?.trim() ?? use.description, isDecoration, faces: input.faces === undefined ? use.faces : input.faces, part: input.part === undefined ? use.part : input.part,
      });
    });
    return this.own(actor, use.id);
  }

  async remove(actor: Member, id: string): Promise<string> {
    const use = await this.own(actor, id);
    await this.work.run(actor, async (tx) => this.tell(tx, await this.files.removeUse(tx, use.id)));
    return use.id;
  }

  /** Burns the blur in. The picture as it was is gone when this returns. */
  async blur(actor: Member, input: BlurPictureInput): Promise<AttachedFile> {
    const use = await this.own(actor, input.id);
    if (use.kind !== 'picture' || use.state !== 'ready') throw refuse('files.noPicture');
    // The same press again, by a client that did not hear the answer.
    if (use.revision === input.revision) {
      await this.processing.blur(use.fileId, input.areas);
      await this.work.run(actor, async (tx) => {
        await tx.repo(FileUseEntity).update({ fileId: use.fileId }, { faces: 'blurred' });
      });
    }
    return this.own(actor, use.id);
  }

  async putWords(actor: Member, input: VideoWordsInput): Promise<AttachedFile> {
    const use = await this.own(actor, input.id);
    if (use.kind !== 'video') throw refuse('files.noVideo');
    refuseCaseData(input.captions, input.transcript);
    const captions = input.captions?.trim() ? cleanCaptions(input.captions) : input.captions?.trim();
    await this.work.run(actor, async (tx) => {
      if (captions !== undefined) await this.files.putWords(tx, use.fileId, 'captions', input.language, captions);
      if (typeof input.transcript === 'string') await this.files.putWords(tx, use.fileId, 'transcript', input.language, input.transcript.trim());
    });
    return this.own(actor, use.id);
  }

  /** For a service above, in its transaction: a draft's files become the lesson's. Refuses while one is on its way or without words. */
  async publish(tx: Tx, from: SubjectRef, to: SubjectRef): Promise<void> {
    await this.files.lockSubject(tx, from);
    const { unfinished, undescribed } = await this.attached.waiting(tx, from.kind, from.id);
    if (unfinished > 0) throw refuse('files.unfinished', { count: unfinished });
    if (undescribed > 0) throw refuse('files.undescribed', { count: undescribed });
    await this.tell(tx, await this.files.handOver(tx, from, to));
  }

  /** The way back: what was published is a draft again, whatever is still missing in its files. */
  async handBack(tx: Tx, from: SubjectRef, to: SubjectRef): Promise<void> {
    await this.files.lockSubject(tx, from);
    await this.tell(tx, await this.files.handOver(tx, from, to));
  }

  /** A size of a file for this actor; missing and forbidden look alike. */
  async served(actor: Actor, fileId: string, size: string): Promise<ServedVersion> {
    const version = isUUID(fileId) ? await this.files.version(fileId, size) : null;
    if (!version || !(await this.mayRead(actor, version))) throw notFound();
    return version;
  }

  async captions(actor: Actor, fileId: string, language: string): Promise<string> {
    const words = isUUID(fileId) ? await this.files.captions(fileId, language) : null;
    if (!words || !(await this.mayRead(actor, words))) throw notFound();
    return words.body;
  }

  private async mayRead(actor: Actor, { uses, personId }: { uses: SubjectRef[]; personId: string | null }): Promise<boolean> {
    if (uses.length === 0) return actor.kind === 'member' && actor.personId === personId;
    return this.uses.mayReadOne(actor, uses);
  }

  private async tell(tx: Tx, left: { hashes: string[]; incoming: string[] } | null): Promise<void> {
    if (left && left.hashes.length + left.incoming.length > 0) await tx.record('files.contentsLeft', left);
  }
}

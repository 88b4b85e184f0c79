import type { Actor } from '@crosscity/platform/server';
import { Injectable } from '@nestjs/common';
import type { SubjectRef } from './files.repository';

/** A higher lib's answers about its things that files hang on: the right is asked each time that a file is handed out. */
export interface FileSubjectSource {
  kind: string;
  /** Those that this actor may read. */
  mayRead(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those whose files this actor may add, describe and remove. */
  mayChange(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those that are still there, whoever asks: files of the others are removed. */
  existing(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether readers may see it already: its files forget who sent them. */
  isPublished: boolean;
}

/** The port through which a lib above says who may see and change the files of its things. */
@Injectable()
export class FileUses {
  private readonly sources = new Map<string, FileSubjectSource>();

  register(source: FileSubjectSource): void {
    if (this.sources.has(source.kind)) throw new Error(`Two sources of files of ${source.kind}.`);
    this.sources.set(source.kind, source);
  }

  /** Whether one of the things that a file hangs on may be read. */
  async mayReadOne(actor: Actor, subjects: readonly SubjectRef[]): Promise<boolean> {
    for (const [kind, group] of Map.groupBy(subjects, (subject) => subject.kind)) {
      if (((await this.sources.get(kind)?.mayRead(actor, group.map(({ id }) => id)))?.size ?? 0) > 0) return true;
    }
    return false;
  }

  async mayChange(actor: Actor, { kind, id }: SubjectRef): Promise<boolean> {
    return (await this.sources.get(kind)?.mayChange(actor, [id]))?.has(id) ?? false;
  }

  isPublished(kind: string): boolean {
    return this.sources.get(kind)?.isPublished ?? false;
  }

  /** Subjects that are gone. Of kinds that this program does not know nothing is said. */
  async gone(subjects: readonly SubjectRef[]): Promise<SubjectRef[]> {
    const gone: SubjectRef[] = [];
    for (const [kind, group] of Map.groupBy(subjects, (subject) => subject.kind)) {
      const existing = await this.sources.get(kind)?.existing(group.map(({ id }) => id));
      if (existing) gone.push(...group.filter(({ id }) => !existing.has(id)));
    }
    return gone;
  }
}

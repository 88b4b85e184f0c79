import type { FileKind } from '@crosscity/files/contract';
import { Database, type Tx, newId } from '@crosscity/platform/server';
import { Injectable } from '@nestjs/common';
import { FileUseEntity } from './file-use.entity';
import { FileEntity, FileVersionEntity, FileWordsEntity } from './file.entity';
import type { CleanFile } from './processing/refused-file';
import { UploadEntity } from './upload.entity';

export interface SubjectRef {
  kind: string;
  id: string;
}

/** What handing out a size of a file takes. */
export interface ServedVersion {
  kind: FileKind;
  name: string;
  hash: string;
  mediaType: string;
  bytes: number;
  uses: SubjectRef[];
  /** Who sent it, as long as it is not published. */
  personId: string | null;
}

const USES = `(select coalesce(json_agg(json_build_object('kind', u.subject_kind, 'id', u.subject_id)), '[]') from file_use u where u.file_id = f.id)`;

/** Files, their sizes and where they are used. */
@Injectable()
export class FilesRepository {
  constructor(private readonly database: Database) {}

  async version(fileId: string, size: string): Promise<ServedVersion | null> {
    return this.database.row<ServedVersion>(
      `select f.kind, f.name, v.hash, v.media_type "mediaType", c.bytes::int bytes, ${USES} uses, (select person_id from upload where file_id = f.id) "personId"
       from file f join file_version v on v.file_id = f.id and v.size = $2 join file_content c on c.hash = v.hash where f.id = $1 and f.state = 'ready'`, [fileId, size]);
  }

  async captions(fileId: string, language: string): Promise<{ body: string; uses: SubjectRef[]; personId: string | null } | null> {
    return this.database.row(
      `select w.body, ${USES} uses, (select person_id from upload where file_id = f.id) "personId"
       from file f join file_words w on w.file_id = f.id and w.kind = 'captions' and w.language = $2 where f.id = $1 and f.state = 'ready'`, [fileId, language]);
  }

  async largestVersion(fileId: string): Promise<{ hash: string; size: string } | null> {
    return this.database.row(`select hash, size from file_version where file_id = $1 and size <> 'fallback' order by size::int desc limit 1`, [fileId]);
  }

  async lockSubject(tx: Tx, { kind, id }: SubjectRef): Promise<void> {
    await tx.rows(`select pg_advisory_xact_lock(hashtextextended('files:' || $1 || ':' || $2, 0))`, [kind, id]);
  }

  async countOf(tx: Tx, { kind, id }: SubjectRef): Promise<number> {
    const [row] = await tx.rows<{ count: number }>('select count(*)::int count from file_use where subject_kind = $1 and subject_id = $2', [kind, id]);
    return row!.count;
  }

  async attach(tx: Tx, fileId: string, subject: SubjectRef, part: string | null): Promise<string> {
    const id = newId();
    await tx.rows(
      `insert into file_use (id, file_id, subject_kind, subject_id, part, position)
       values ($1, $2, $3, $4, $5, (select coalesce(max(position), 0) + 1 from file_use where subject_kind = $3 and subject_id = $4))`, [id, fileId, subject.kind, subject.id, part]);
    return id;
  }

  async insert(tx: Tx, file: Pick<FileEntity, 'id' | 'kind' | 'name'> & { bytes: number }): Promise<void> {
    await tx.repo(FileEntity).insert({ ...file, bytes: String(file.bytes), state: 'receiving', createdAt: tx.now });
  }

  async lock(tx: Tx, fileId: string): Promise<FileEntity | null> {
    return tx.repo(FileEntity).findOne({ where: { id: fileId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Puts the clean sizes in the place of whatever was there. Gives the contents that this leaves. */
  async putVersions(tx: Tx, fileId: string, clean: CleanFile, hashes: ReadonlyMap<string, string>): Promise<string[]> {
    const before = await tx.rows<{ hash: string }>('with gone as (delete from file_version where file_id = $1 returning hash) select hash from gone', [fileId]);
    await tx.repo(FileVersionEntity).insert(clean.versions.map(({ size, mediaType, width, height }) => ({ fileId, size, hash: hashes.get(size)!, mediaType, width: width ?? null, height: height ?? null })));
    const kept = new Set(hashes.values());
    return before.map(({ hash }) => hash).filter((hash) => !kept.has(hash));
  }

  async putWords(tx: Tx, fileId: string, kind: FileWordsEntity['kind'], language: string, body: string): Promise<void> {
    if (body === '') await tx.repo(FileWordsEntity).delete({ fileId, kind, language });
    else await tx.repo(FileWordsEntity).upsert({ fileId, kind, language, body }, ['fileId', 'kind', 'language']);
  }

  /** Takes a use away, and its file where it was the last. Gives what is left in the storage. */
  async removeUse(tx: Tx, id: string): Promise<{ hashes: string[]; incoming: string[] } | null> {
    const [use] = await tx.rows<{ fileId: string }>('with gone as (delete from file_use where id = $1 returning file_id) select file_id "fileId" from gone', [id]);
    if (!use) return null;
    return this.removeUnused(tx, [use.fileId]);
  }

  /** Deletes those of these files that nothing uses. */
  async removeUnused(tx: Tx, fileIds: readonly string[]): Promise<{ hashes: string[]; incoming: string[] }> {
    const rows = await tx.rows<{ id: string; hash: string | null }>(
      `select f.id, v.hash from file f left join file_version v on v.file_id = f.id
       where f.id = any($1) and not exists (select from file_use u where u.file_id = f.id)`, [fileIds]);
    const ids = [...new Set(rows.map(({ id }) => id))];
    if (ids.length > 0) await tx.rows('delete from file where id = any($1)', [ids]);
    return { hashes: [...new Set(rows.flatMap(({ hash }) => hash ?? []))], incoming: ids };
  }

  /** Moves what is ready from one subject to another, forgets who sent it, and drops what was refused. */
  async handOver(tx: Tx, from: SubjectRef, to: SubjectRef): Promise<{ hashes: string[]; incoming: string[] }> {
    const refused = await tx.rows<{ fileId: string }>(
      `with gone as (delete from file_use u using file f where f.id = u.file_id and f.state = 'refused' and u.subject_kind = $1 and u.subject_id = $2 returning u.file_id) select file_id "fileId" from gone`, [from.kind, from.id]);
    await tx.rows('delete from upload where file_id in (select file_id from file_use where subject_kind = $1 and subject_id = $2)', [from.kind, from.id]);
    await tx.repo(FileUseEntity).update({ subjectKind: from.kind, subjectId: from.id }, { subjectKind: to.kind, subjectId: to.id });
    return this.removeUnused(tx, refused.map(({ fileId }) => fileId));
  }

  async forgetSender(tx: Tx, fileId: string): Promise<void> {
    await tx.repo(UploadEntity).delete({ fileId });
  }

  /** Subjects that files hang on, a page of them after `after`, for the nightly look at which are still there. */
  async subjects(after: SubjectRef | null, most: number): Promise<SubjectRef[]> {
    return this.database.rows<SubjectRef>(
      `select distinct subject_kind kind, subject_id id from file_use where ($1::text is null or (subject_kind, subject_id) > ($1, $2::uuid)) order by 1, 2 limit ${Math.trunc(most)}`, [after?.kind ?? null, after?.id ?? null]);
  }

  async removeSubject(tx: Tx, { kind, id }: SubjectRef): Promise<{ hashes: string[]; incoming: string[] }> {
    const gone = await tx.rows<{ fileId: string }>('with gone as (delete from file_use where subject_kind = $1 and subject_id = $2 returning file_id) select file_id "fileId" from gone', [kind, id]);
    return this.removeUnused(tx, gone.map(({ fileId }) => fileId));
  }
}

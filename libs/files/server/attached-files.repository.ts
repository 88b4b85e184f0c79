import { type Asked, Database, type Json, type Tx, json } from '@crosscity/platform/server';
import { Injectable } from '@nestjs/common';
import type { AttachedFile } from './file.type';

/** Readers see what is clean, said in words, and agreed to by those on it. */
const SHOWN = `(f.state = 'ready' and (f.kind = 'document' or ((u.description <> '' or (u.is_decoration and f.kind = 'picture')) and u.faces is not null)))`;

const COLUMNS = `u.id, u.file_id "fileId", f.kind, f.state, f.refusal, f.name, f.media_type "mediaType", f.bytes::int bytes, f.width, f.height, f.colour, f.seconds::int seconds, f.revision,
  u.part, u.position, u.description, u.is_decoration "isDecoration", u.faces, ${SHOWN} "isShown", u.subject_kind "subjectKind", u.subject_id "subjectId",
  array(select w.language from file_words w where w.file_id = f.id and w.kind = 'captions' order by w.language) captions,
  (select coalesce(json_agg(json_build_object('language', w.language, 'text', w.body) order by w.language), '[]') from file_words w where w.file_id = f.id and w.kind = 'transcript') transcripts`;

const FROM = 'file_use u join file f on f.id = u.file_id';

export type UseRow = AttachedFile & { subjectKind: string; subjectId: string };

/** What hangs where. Who may see it was asked before. */
@Injectable()
export class AttachedFiles {
  constructor(private readonly database: Database) {}

  /** By subject, in their order. */
  async of(kind: string, subjectIds: readonly string[], whose: 'readers' | 'writers'): Promise<Map<string, AttachedFile[]>> {
    const rows = await this.database.rows<UseRow>(
      `select ${COLUMNS} from ${FROM} where u.subject_kind = $1 and u.subject_id = any($2) ${whose === 'readers' ? `and ${SHOWN}` : ''} order by u.position, u.id`, [kind, subjectIds]);
    return Map.groupBy(rows, ({ subjectId }) => subjectId);
  }

  async one(id: string): Promise<UseRow | null> {
    return this.database.row<UseRow>(`select ${COLUMNS} from ${FROM} where u.id = $1`, [id]);
  }

  /** Kinds of what a file hangs on. */
  async subjectKinds(fileId: string): Promise<Set<string>> {
    const rows = await this.database.rows<{ kind: string }>('select distinct subject_kind kind from file_use where file_id = $1', [fileId]);
    return new Set(rows.map(({ kind }) => kind));
  }

  /** How many of a subject's files are on their way, and how many wait for words. */
  async waiting(tx: Tx, kind: string, subjectId: string): Promise<{ unfinished: number; undescribed: number }> {
    const [row] = await tx.rows<{ unfinished: number; undescribed: number }>(
      `select count(*) filter (where f.state in ('receiving', 'processing'))::int unfinished, count(*) filter (where f.state = 'ready' and not ${SHOWN})::int undescribed
       from ${FROM} where u.subject_kind = $1 and u.subject_id = $2`, [kind, subjectId]);
    return row!;
  }
}

/** The same for answers that the database writes as JSON (`HotOperations`): what readers see of a subject. */
export const shownFilesJson = (asked: Asked, kind: string, subjectId: string): Json => json.list(json.object('AttachedFile', asked, {
  id: json.word('u.id'), fileId: json.word('u.file_id'), kind: json.word('f.kind'), state: json.word('f.state'), refusal: json.wordOrNull('f.refusal'), name: json.text('f.name'), mediaType: json.wordOrNull('f.media_type'),
  bytes: json.number('f.bytes'), width: json.number(`coalesce(f.width::text, 'null')`), height: json.number(`coalesce(f.height::text, 'null')`), colour: json.wordOrNull('f.colour'), seconds: json.number(`coalesce(f.seconds::int::text, 'null')`),
  revision: json.number('f.revision'), part: json.wordOrNull('u.part'), position: json.number('u.position'), description: json.text('u.description'), isDecoration: json.truth('u.is_decoration'), faces: json.wordOrNull('u.faces'), isShown: json.truth('true'),
  captions: json.list(json.word('w.language'), `file_words w where w.file_id = f.id and w.kind = 'captions'`, 'w.language'),
  transcripts: (below) => json.list(json.object('Transcript', below, { language: json.word('w.language'), text: json.text('w.body') }), `file_words w where w.file_id = f.id and w.kind = 'transcript'`, 'w.language'),
}), `${FROM} where u.subject_kind = '${kind}' and u.subject_id = ${subjectId} and ${SHOWN}`, 'u.position, u.id');

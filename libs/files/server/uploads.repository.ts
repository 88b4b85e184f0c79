import { filesLimits } from '@crosscity/files/contract';
import { Database, type Tx } from '@crosscity/platform/server';
import { Injectable } from '@nestjs/common';
import { UploadEntity } from './upload.entity';

/** Who is sending what, and how much they may. */
@Injectable()
export class UploadsRepository {
  constructor(private readonly database: Database) {}

  /** Makes one person's beginnings wait for each other, so that limits hold with many tabs. */
  async lockPerson(tx: Tx, personId: string): Promise<void> {
    await tx.rows(`select pg_advisory_xact_lock(hashtextextended('upload:' || $1, 0))`, [personId]);
  }

  async find(tx: Tx, personId: string, key: string): Promise<{ fileId: string; useId: string } | null> {
    const [row] = await tx.rows<{ fileId: string; useId: string }>(
      `select l.file_id "fileId", u.id "useId" from upload l join file f on f.id = l.file_id join file_use u on u.file_id = l.file_id where l.person_id = $1 and l.key = $2 and f.state <> 'refused' limit 1`, [personId, key]);
    return row ?? null;
  }

  async standing(tx: Tx, personId: string): Promise<{ unfinished: number; week: number }> {
    const [row] = await tx.rows<{ unfinished: number; week: number }>(
      `select (select count(*)::int from upload where person_id = $1 and received_at is null and expires_at > $2) unfinished,
              (select coalesce(sum(bytes), 0)::float8 from upload_day where person_id = $1 and day > ($2::timestamptz at time zone 'UTC')::date - 7) week`, [personId, tx.now]);
    return row!;
  }

  async insert(tx: Tx, upload: { fileId: string; personId: string; key: string; bytes: number; expiresAt: Date }): Promise<void> {
    // A file that was refused under this key may be tried again.
    await tx.rows(`update upload set key = file_id::text where person_id = $1 and key = $2`, [upload.personId, upload.key]);
    await tx.repo(UploadEntity).insert({ fileId: upload.fileId, personId: upload.personId, key: upload.key, receivedAt: null, expiresAt: upload.expiresAt });
    await tx.rows(
      `insert into upload_day (person_id, day, bytes) values ($1, ($3::timestamptz at time zone 'UTC')::date, $2) on conflict (person_id, day) do update set bytes = upload_day.bytes + excluded.bytes`,
      [upload.personId, upload.bytes, tx.now]);
  }

  /** How large this file will be, if this person may still send bytes of it; `isWhole` once all are there. */
  async open(fileId: string, personId: string): Promise<{ bytes: number; isWhole: boolean } | null> {
    return this.database.row(
      `select f.bytes::int bytes, l.received_at is not null "isWhole" from upload l join file f on f.id = l.file_id where l.file_id = $1 and l.person_id = $2 and l.expires_at > now()`, [fileId, personId]);
  }

  /** True for the first to say it. */
  async receive(tx: Tx, fileId: string): Promise<boolean> {
    const rows = await tx.rows<{ id: string }>(
      `with done as (update upload set received_at = $2 where file_id = $1 and received_at is null returning file_id),
            seen as (update file set state = 'processing' where id in (select file_id from done) and state = 'receiving' returning id) select id from seen`, [fileId, tx.now]);
    return rows.length > 0;
  }

  async expired(): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>('select file_id id from upload where received_at is null and expires_at < now() limit 1000');
    return rows.map(({ id }) => id);
  }

  async removeExpired(tx: Tx, fileId: string): Promise<boolean> {
    const rows = await tx.rows<{ id: string }>(
      `with gone as (delete from file f using upload l where l.file_id = f.id and f.id = $1 and l.received_at is null and l.expires_at < $2 returning f.id) select id from gone`, [fileId, tx.now]);
    return rows.length > 0;
  }

  async forgetOldDays(tx: Tx): Promise<void> {
    await tx.rows(`delete from upload_day where day < ($1::timestamptz at time zone 'UTC')::date - 8`, [tx.now]);
  }
}

export const HOURS_TO_FINISH = 48;
export const expiryOf = (now: Date): Date => new Date(now.getTime() + HOURS_TO_FINISH * 3_600_000);
export const isWeekFull = (week: number, bytes: number): boolean => week + bytes > filesLimits.bytesInWeek;

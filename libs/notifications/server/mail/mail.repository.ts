import { Injectable } from '@nestjs/common';
import type { Locale } from '@crosscity/platform/contract';
import { Database, type MailMessage } from '@crosscity/platform/server';
import type { MailStatus } from '../mail.entity';

export interface MailRow {
  id: string;
  person_id: string | null;
  address: string;
  name: string;
  locale: Locale;
  kind: string;
  reason: string;
  subject_kind: string;
  subject_id: string;
  details: Record<string, string | number>;
  path: string | null;
  calendar: MailMessage['calendar'] | null;
  status: MailStatus;
  tries: number;
  created_at: Date;
}

const COLUMNS = 'id, person_id, address, name, locale, kind, reason, subject_kind, subject_id, details, path, calendar, status, tries, created_at';

/** Every query about mails. */
@Injectable()
export class MailRepository {
  constructor(private readonly database: Database) {}

  /** The mail if it still waits. */
  async waiting(id: string): Promise<MailRow | null> {
    return this.database.row(`select ${COLUMNS} from mail where id = $1 and status = 'waiting'`, [id]);
  }

  /** Sent: what it said is forgotten, it may have held a secret link. */
  async markSent(id: string): Promise<void> {
    await this.database.rows(`update mail set status = 'sent', sent_at = now(), tries = tries + 1, details = '{}', path = null, calendar = null where id = $1`, [id]);
  }

  async markKept(id: string): Promise<void> {
    await this.database.rows(`update mail set status = 'kept' where id = $1 and status = 'waiting'`, [id]);
  }

  async countTry(id: string): Promise<number> {
    const row = await this.database.row<{ tries: number }>(`with tried as (update mail set tries = tries + 1 where id = $1 returning tries) select tries from tried`, [id]);
    return row?.tries ?? 0;
  }

  async park(id: string): Promise<void> {
    await this.database.rows(`update mail set status = 'failed' where id = $1 and status = 'waiting'`, [id]);
  }

  /** The local outbox, newest first. */
  async kept(first: number, after: readonly unknown[] | null): Promise<MailRow[]> {
    return this.database.rows(
      `select ${COLUMNS} from mail where status = 'kept' and ($1::timestamptz is null or (created_at, id) < ($1::timestamptz, $2::uuid))
       order by created_at desc, id desc limit $3`,
      [...(after ?? [null, null]), first],
    );
  }

  async keptCalendar(id: string): Promise<MailMessage['calendar'] | null> {
    const row = await this.database.row<{ calendar: MailMessage['calendar'] }>(`select calendar from mail where id = $1 and status = 'kept' and calendar is not null`, [id]);
    return row?.calendar ?? null;
  }
}

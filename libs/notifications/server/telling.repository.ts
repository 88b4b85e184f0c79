import { Injectable } from '@nestjs/common';
import type { Locale } from '@crosscity/platform/contract';
import { Database, type Tx } from '@crosscity/platform/server';
import { type MailTopic, notificationsLimits } from '@crosscity/notifications/contract';
import type { MailEntity } from './mail.entity';
import type { NotificationEntity } from './notification.entity';

/** Somebody who is told something, with what a mail needs. */
export interface Listener {
  id: string;
  email: string;
  name: string;
  locale: Locale;
  /** Topics that they switched off. */
  off: MailTopic[];
}

export type InboxRow = Omit<NotificationEntity, 'createdAt' | 'readAt'>;
export type MailRow = Omit<MailEntity, 'createdAt' | 'sentAt' | 'tries' | 'status'>;

/** Writes what a fact tells whom: everything once per fact and person. */
@Injectable()
export class TellingRepository {
  constructor(private readonly database: Database) {}

  async isTold(factId: string): Promise<boolean> {
    return (await this.database.row(`select 1 from told_fact where id = $1`, [factId])) !== null;
  }

  async recipientsOf(factId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(`select person_id id from notification where fact_id = $1`, [factId]);
    return rows.map(({ id }) => id);
  }

  /** Those in good standing. */
  async listeners(personIds: readonly string[]): Promise<Listener[]> {
    return this.database.rows(
      `select p.id, p.email, p.display_name "name", p.locale, coalesce(array_agg(m.topic) filter (where not m.is_on), '{}') "off"
       from person p left join mail_preference m on m.person_id = p.id
       where p.id = any($1) and p.status = 'active' group by p.id`,
      [personIds],
    );
  }

  /** Marks the fact as told and writes its inbox lines, as one statement. False, and nothing written, where that was done before. */
  async tell(tx: Tx, factId: string, lines: readonly InboxRow[]): Promise<boolean> {
    const rows = await tx.rows(
      `with told as (insert into told_fact (id, told_at) values ($1, $2) on conflict (id) do nothing returning 1),
            lines as (
         insert into notification (id, person_id, fact_id, kind, reason, subject_kind, subject_id, group_key, voice_id, details, path, created_at)
         select l.id, l."personId", $1, l.kind, l.reason, l."subjectKind", l."subjectId", l."groupKey", l."voiceId", l.details, l.path, $2
         from told, jsonb_to_recordset($3::jsonb) l (id uuid, "personId" uuid, kind text, reason text, "subjectKind" text, "subjectId" text, "groupKey" text, "voiceId" uuid, details jsonb, path text)
         on conflict (person_id, fact_id) do nothing)
       select 1 from told`,
      [factId, tx.now, JSON.stringify(lines)],
    );
    return rows.length > 0;
  }

  /** The mail and the job that sends it, in one statement: neither is there without the other. */
  async addMail(tx: Tx, row: MailRow): Promise<void> {
    await tx.rows(
      `with added as (
         insert into mail (id, fact_id, person_id, address, name, locale, kind, reason, subject_kind, subject_id, details, path, calendar, status, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13::jsonb, 'waiting', $14) on conflict (fact_id, address) do nothing returning id
       )
       select graphile_worker.add_job('notifications.mail', json_build_object('mailId', id), job_key => 'mail:' || id, max_attempts => $15) from added`,
      [row.id, row.factId, row.personId, row.address, row.name, row.locale, row.kind, row.reason, row.subjectKind, row.subjectId, JSON.stringify(row.details), row.path,
        row.calendar ? JSON.stringify(row.calendar) : null, tx.now, notificationsLimits.mailTries],
    );
  }
}

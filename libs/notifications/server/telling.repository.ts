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

  /** False where another run of the same fact was faster. */
  async markTold(tx: Tx, factId: string): Promise<boolean> {
    const rows = await tx.rows(`insert into told_fact (id, told_at) values ($1, $2) on conflict (id) do nothing returning id`, [factId, tx.now]);
    return rows.length > 0;
  }

  async addNotification(tx: Tx, row: Omit<NotificationEntity, 'createdAt' | 'readAt'>): Promise<void> {
    await tx.rows(
      `insert into notification (id, person_id, fact_id, kind, reason, subject_kind, subject_id, group_key, voice_id, details, path, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12) on conflict (person_id, fact_id) do nothing`,
      [row.id, row.personId, row.factId, row.kind, row.reason, row.subjectKind, row.subjectId, row.groupKey, row.voiceId, JSON.stringify(row.details), row.path, tx.now],
    );
  }

  /** The mail and the job that sends it, in one statement: neither is there without the other. */
  async addMail(tx: Tx, row: Omit<MailEntity, 'createdAt' | 'sentAt' | 'tries' | 'status'>): Promise<void> {
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

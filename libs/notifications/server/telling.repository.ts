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

  async areTold(factIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>(`select id from told_fact where id = any($1)`, [factIds]);
    return new Set(rows.map(({ id }) => id));
  }

  async recipientsOf(factIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(`select distinct person_id id from notification where fact_id = any($1)`, [factIds]);
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

  /** Marks facts as told and writes their inbox lines, as one statement. The ids of those that were not told before; of others nothing is written. */
  async tell(tx: Tx, factIds: readonly string[], lines: readonly InboxRow[]): Promise<Set<string>> {
    const rows = await tx.rows<{ id: string }>(
      // In order of their ids, so that two nodes with the same facts wait for each other in one direction only.
      `with told as (insert into told_fact (id, told_at) select id, $2 from unnest($1::uuid[]) t (id) order by id on conflict (id) do nothing returning id),
            lines as (
         insert into notification (id, person_id, fact_id, kind, reason, subject_kind, subject_id, group_key, voice_id, details, path, created_at)
         select l.id, l."personId", told.id, l.kind, l.reason, l."subjectKind", l."subjectId", l."groupKey", l."voiceId", l.details, l.path, $2
         from told join jsonb_to_recordset($3::jsonb) l (id uuid, "factId" uuid, "personId" uuid, kind text, reason text, "subjectKind" text, "subjectId" text, "groupKey" text, "voiceId" uuid, details jsonb, path text)
           on l."factId" = told.id
         on conflict (person_id, fact_id) do nothing)
       select id from told`,
      [factIds, tx.now, JSON.stringify(lines)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Mails and the jobs that send them, in one statement: neither is there without the other. */
  async addMail(tx: Tx, mails: readonly MailRow[]): Promise<void> {
    if (mails.length === 0) return;
    await tx.rows(
      `with added as (
         insert into mail (id, fact_id, person_id, address, name, locale, kind, reason, subject_kind, subject_id, details, path, calendar, status, created_at)
         select m.id, m."factId", m."personId", m.address, m.name, m.locale, m.kind, m.reason, m."subjectKind", m."subjectId", m.details, m.path, m.calendar, 'waiting', $2
         from jsonb_to_recordset($1::jsonb) m (id uuid, "factId" uuid, "personId" uuid, address text, name text, locale text, kind text, reason text, "subjectKind" text, "subjectId" text, details jsonb, path text, calendar jsonb)
         on conflict (fact_id, address) do nothing returning id
       )
       select graphile_worker.add_job('notifications.mail', json_build_object('mailId', id), job_key => 'mail:' || id, max_attempts => $3) from added`,
      [JSON.stringify(mails), tx.now, notificationsLimits.mailTries],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@crosscity/platform/server';
import type { MailTopic } from '@crosscity/notifications/contract';

@Injectable()
export class PreferenceRepository {
  constructor(private readonly database: Database) {}

  async off(personId: string): Promise<MailTopic[]> {
    const rows = await this.database.rows<{ topic: MailTopic }>(`select topic from mail_preference where person_id = $1 and not is_on`, [personId]);
    return rows.map(({ topic }) => topic);
  }

  async set(tx: Tx, personId: string, topic: MailTopic, isOn: boolean): Promise<void> {
    await tx.rows(
      `insert into mail_preference (person_id, topic, is_on) values ($1, $2, $3) on conflict (person_id, topic) do update set is_on = excluded.is_on`,
      [personId, topic, isOn],
    );
  }
}

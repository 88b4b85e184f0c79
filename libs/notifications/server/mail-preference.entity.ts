import type { MailTopic } from '@crosscity/notifications/contract';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a person chose about mail of a topic. No row: mail is sent. */
@Entity('mail_preference')
export class MailPreferenceEntity {
  @ForeignKey('PersonEntity', { name: 'fk_mail_preference_person', onDelete: 'CASCADE' })
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'pk_mail_preference' })
  personId: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_mail_preference' })
  topic: MailTopic;

  @Column({ name: 'is_on', type: 'boolean' })
  isOn: boolean;
}

import { Module } from '@nestjs/common';
import { InboxRepository } from './inbox.repository';
import { InboxResolver } from './inbox.resolver';
import { InboxService } from './inbox.service';
import { MailPreferenceEntity } from './mail-preference.entity';
import { MailEntity } from './mail.entity';
import { MailRepository } from './mail/mail.repository';
import { OutboxController } from './mail/outbox.controller';
import { OutboxResolver } from './mail/outbox.resolver';
import { Postman } from './mail/postman';
import { NotificationEntity } from './notification.entity';
import { PreferenceRepository } from './preference.repository';
import { Teller } from './teller';
import { TellingRepository } from './telling.repository';
import { ToldFactEntity } from './told-fact.entity';

export const notificationsEntities = [NotificationEntity, MailEntity, ToldFactEntity, MailPreferenceEntity];

/** The inbox and the mail. Above all capabilities: it knows their facts through the platform's ports only. */
@Module({
  controllers: [OutboxController],
  providers: [InboxRepository, InboxResolver, InboxService, MailRepository, OutboxResolver, Postman, PreferenceRepository, Teller, TellingRepository],
})
export class NotificationsModule {
  static readonly entities = notificationsEntities;
}

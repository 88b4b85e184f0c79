import { Module } from '@nestjs/common';
import { Calendars } from './calendar/calendars';
import { Entrance } from './entrance';
import { EntranceRepository } from './entrance.repository';
import { EventEntity } from './event.entity';
import { EventInvitationEntity } from './event-invitation.entity';
import { EventSessionEntity } from './event-session.entity';
import { EventWrites } from './event-writes.repository';
import { EventsController } from './events.controller';
import { EventsNotices } from './events.notices';
import { EventsRepository } from './events.repository';
import { CityMeetingsResolver, EventsResolver } from './events.resolver';
import { EventsService } from './events.service';
import { PoolEntity } from './pool.entity';
import { Promotions } from './promotions';
import { RegistrationEntity } from './registration.entity';
import { RegistrationHistoryEntity } from './registration-history.entity';
import { RegistrationReads } from './registration-reads.repository';
import { RegistrationService } from './registration.service';
import { RegistrationSessionEntity } from './registration-session.entity';
import { RegistrationWrites } from './registration-writes.repository';
import { RegistrationsResolver } from './registrations.resolver';
import { Seats } from './seats.repository';

export const eventsEntities = [EventEntity, EventSessionEntity, PoolEntity, RegistrationEntity, RegistrationSessionEntity, RegistrationHistoryEntity, EventInvitationEntity];

/** Meetings: agenda, seats, waiting lists, invitations, calendars. */
@Module({
  controllers: [EventsController],
  providers: [
    Calendars, CityMeetingsResolver, Entrance, EntranceRepository, EventWrites, EventsNotices, EventsRepository, EventsResolver, EventsService, Promotions, RegistrationReads, RegistrationService,
    RegistrationWrites, RegistrationsResolver, Seats,
  ],
  exports: [EventsService, RegistrationService, EventsRepository],
})
export class EventsModule {
  static readonly entities = eventsEntities;
}

export { EventEntity } from './event.entity';
export { EventsModule, eventsEntities } from './events.module';
export { EventsService } from './events.service';
export { RegistrationService } from './registration.service';
export { seedEvents, yearAhead, type SampleEvent } from './sample';

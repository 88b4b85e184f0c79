import './events.errors';
import './events.facts';

export {
  ACTIVE_STATUSES, EVENT_AUDIENCES, EVENT_KINDS, EVENT_STATUSES, REGISTRATION_STATUSES, REGISTRATION_WAYS, SESSION_SEATS, eventsLimits,
  type EventAudience, type EventKind, type EventStatus, type PoolKind, type RegistrationStatus, type RegistrationWay, type SessionSeat,
} from './events.limits';

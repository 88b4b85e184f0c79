import type { EventStatus, RegistrationStatus, SessionSeat } from '@crosscity/events/contract';
import { eventsLimits } from '@crosscity/events/contract';
import type { RegistrationType } from './event.type';
import { may } from './events.policy';

/** What `registrationJson` selects. Instants are ISO strings, as PostgreSQL writes them. */
export interface RegistrationJson {
  id: string; eventId: string; code: string; status: RegistrationStatus; placeInLine: number | null; blockedBy: 'event' | 'city' | null; needs: string | null; reason: string | null;
  cancelledFrom: RegistrationStatus | null; cityName: string; createdAt: string; changedAt: string; sessions: { sessionId: string; title: string; seat: SessionSeat }[];
}

/** A registration as one JSON column, with its sessions and its place in line. */
export function registrationJson(r: string): string {
  return `jsonb_build_object('id', ${r}.id, 'eventId', ${r}.event_id, 'code', ${r}.code, 'status', ${r}.status, 'blockedBy', ${r}.blocked_by, 'needs', ${r}.needs, 'reason', ${r}.reason,
    'cancelledFrom', ${r}.cancelled_from, 'createdAt', ${r}.created_at, 'changedAt', ${r}.changed_at,
    'cityName', (select rc.name from city rc where rc.id = ${r}.city_id),
    'placeInLine', case when ${r}.status = 'waiting' then (select count(*) from registration w where w.event_id = ${r}.event_id and w.status = 'waiting' and w.arrival <= ${r}.arrival) end,
    'sessions', (select coalesce(jsonb_agg(jsonb_build_object('sessionId', rs.session_id, 'title', es.title, 'seat', rs.seat) order by es.starts_at, es.id), '[]')
                 from registration_session rs join event_session es on es.id = rs.session_id where rs.registration_id = ${r}.id))`;
}

export function registrationOf(json: RegistrationJson, event: { status: EventStatus; endsAt: Date }, now: Date): RegistrationType {
  const changedAt = new Date(json.changedAt);
  const held = { status: json.status, cancelledFrom: json.cancelledFrom, changedAt };
  const cancel = may.cancelRegistration(held, event, now);
  const restore = may.restoreRegistration(held, event, now);
  return {
    id: json.id, eventId: json.eventId, code: json.code, status: json.status, placeInLine: json.placeInLine, blockedBy: json.blockedBy, needs: json.needs, reason: json.reason,
    cityName: json.cityName, createdAt: new Date(json.createdAt), sessions: json.sessions,
    undoUntil: restore ? new Date(changedAt.getTime() + eventsLimits.undo) : null,
    viewerCan: { cancel, restore, change: cancel && event.status === 'published' },
  };
}

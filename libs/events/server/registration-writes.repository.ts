import { Injectable } from '@nestjs/common';
import type { RegistrationStatus, SessionSeat } from '@crosscity/events/contract';
import { type Tx, newId, newSpokenCode } from '@crosscity/platform/server';
import type { Happened } from './registration-history.entity';
import type { From, SessionChoice } from './seats.repository';

export interface NewRegistration {
  eventId: string;
  personId: string;
  cityId: string;
  status: RegistrationStatus;
  blockedBy: 'event' | 'city' | null;
  needs: string | null;
  calendarId: string | null;
  calendarSequence: number;
  sessions: SessionChoice[];
  staffId: string | null;
}

export interface HeldRegistration {
  id: string;
  eventId: string;
  personId: string;
  cityId: string;
  status: RegistrationStatus;
  cancelledFrom: RegistrationStatus | null;
  changedAt: Date;
}

/** Rows of registrations, written under the lock of the meeting's pool. Changes of status say what they change from. */
@Injectable()
export class RegistrationWrites {
  /** One row with its sessions and its first step; null where the person already has an active one. */
  async add(tx: Tx, fresh: NewRegistration): Promise<string | null> {
    const happened: Happened = fresh.status === 'waiting' ? 'waiting' : fresh.status === 'requested' ? 'requested' : 'confirmed';
    const [row] = await tx.rows<{ id: string }>(
      `with r as (
         insert into registration (id, code, event_id, person_id, city_id, status, blocked_by, needs, calendar_id, calendar_sequence, created_at, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
         on conflict (event_id, person_id) where status in ('requested', 'confirmed', 'waiting') do nothing returning id
       ), s as (
         insert into registration_session (registration_id, session_id, seat) select r.id, x.id, x.seat from r, jsonb_to_recordset($12::jsonb) as x(id uuid, seat text)
       ), h as (
         insert into registration_history (registration_id, at, happened, reason, staff_id) select r.id, $11, $13, $14, $15 from r
       )
       select id from r`,
      [
        newId(), newSpokenCode(), fresh.eventId, fresh.personId, fresh.cityId, fresh.status, fresh.blockedBy, fresh.needs, fresh.calendarId ?? newId(),
        fresh.calendarSequence, tx.now, JSON.stringify(fresh.sessions), happened, fresh.blockedBy && `${fresh.blockedBy}Full`, fresh.staffId,
      ],
    );
    return row?.id ?? null;
  }

  /** The registration as it is now; under the meeting's lock it stays so. */
  async held(tx: Tx, id: string): Promise<HeldRegistration | null> {
    const [row] = await tx.rows<HeldRegistration>(
      `select id, event_id "eventId", person_id "personId", city_id "cityId", status, cancelled_from "cancelledFrom", changed_at "changedAt" from registration where id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Moves a registration on if it still is what it was. False where somebody else was first, and then nothing happened. */
  async move(tx: Tx, id: string, from: From, to: RegistrationStatus, step: { happened: Happened; reason?: string | null; blockedBy?: 'event' | 'city' | null; words?: string | null; staffId?: string | null; byPerson?: boolean }): Promise<boolean> {
    const moved = await tx.rows(
      `with r as (
         update registration set status = $3, blocked_by = $4, reason = $5, changed_at = $6, calendar_sequence = calendar_sequence + 1,
           cancelled_from = case when $9 then status else null end
         where id = $1 and status = any($2) returning id
       ), h as (
         insert into registration_history (registration_id, at, happened, reason, staff_id) select r.id, $6, $7, $8, $10 from r
       )
       select id from r`,
      [id, from, to, step.blockedBy ?? null, step.words ?? null, tx.now, step.happened, step.reason ?? step.words ?? null, step.byPerson === true && to === 'cancelled', step.staffId ?? null],
    );
    return moved.length > 0;
  }

  async note(tx: Tx, registrationIds: readonly string[], happened: Happened, reasons: readonly (string | null)[], sessionId: string | null = null): Promise<void> {
    if (registrationIds.length === 0) return;
    await tx.rows(
      `insert into registration_history (registration_id, at, happened, reason, session_id) select x.id, $2, $3, x.reason, $5 from unnest($1::uuid[], $4::text[]) as x(id, reason)`,
      [registrationIds, tx.now, happened, reasons, sessionId],
    );
  }

  async blocked(tx: Tx, registrationIds: readonly string[], by: 'city'): Promise<void> {
    if (registrationIds.length === 0) return;
    await tx.rows(`update registration set blocked_by = $2 where id = any($1) and blocked_by is distinct from $2`, [registrationIds, by]);
  }

  async sessions(tx: Tx, registrationId: string): Promise<SessionChoice[]> {
    return tx.rows(`select session_id "id", seat from registration_session where registration_id = $1`, [registrationId]);
  }

  async setSession(tx: Tx, registrationId: string, sessionId: string, seat: SessionSeat): Promise<void> {
    await tx.rows(
      `insert into registration_session (registration_id, session_id, seat) values ($1, $2, $3) on conflict (registration_id, session_id) do update set seat = excluded.seat`,
      [registrationId, sessionId, seat],
    );
  }

  /** Takes sessions out of a registration and frees the places that it held there. */
  async leaveSessions(tx: Tx, registrationId: string, sessionIds: readonly string[]): Promise<void> {
    if (sessionIds.length === 0) return;
    await tx.rows(
      `with gone as (delete from registration_session where registration_id = $1 and session_id = any($2) returning session_id, seat),
            h as (insert into registration_history (registration_id, at, happened, session_id) select $1, $3, 'sessionLeft', session_id from gone)
       update pool p set used = p.used - 1, over = p.used - 1 > p."limit" from gone where p.session_id = gone.session_id and gone.seat = 'confirmed'`,
      [registrationId, sessionIds, tx.now],
    );
  }

  async setNeeds(tx: Tx, registrationId: string, needs: string | null): Promise<void> {
    await tx.rows(`update registration set needs = $2, changed_at = $3 where id = $1`, [registrationId, needs, tx.now]);
  }

  /** Answers an invitation if it still is open (or was declined and is accepted now). */
  async answerInvitation(tx: Tx, eventId: string, personId: string, answer: 'accepted' | 'declined'): Promise<boolean> {
    const answered = await tx.rows(
      `with i as (update event_invitation set status = $3, answered_at = $4 where event_id = $1 and person_id = $2 and status in ('open', 'declined') returning id) select id from i`,
      [eventId, personId, answer, tx.now],
    );
    return answered.length > 0;
  }
}

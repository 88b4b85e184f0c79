import { Injectable } from '@nestjs/common';
import type { EventStatus, RegistrationStatus } from '@crosscity/events/contract';
import { type VoiceRow, type VoiceType, voiceColumns, voiceOf } from '@crosscity/identity/server';
import type { Locale } from '@crosscity/platform/contract';
import { Database, type Member, type Page, type PageArgs, cursorOf, readCursor, toPage } from '@crosscity/platform/server';
import type { RegistrationStepType, RegistrationType } from './event.type';
import DataLoader from 'dataloader';
import { type RegistrationJson, registrationJson, registrationOf } from './registration-row';

interface Row { registration: RegistrationJson; event_status: EventStatus; ends_at: Date }

export interface GuestRow extends VoiceRow { arrival: string; registration: RegistrationJson; event_status: EventStatus; ends_at: Date }

export interface Guest {
  voice: VoiceType;
  registration: RegistrationType;
  arrival: string;
}

/** What a notice about a registration needs: whom, in which language, the meeting, the calendar entry. */
export interface Told {
  registrationId: string;
  personId: string;
  email: string;
  name: string;
  locale: Locale;
  eventId: string;
  code: string;
  status: RegistrationStatus;
  calendarId: string;
  calendarSequence: number;
  placeInLine: number | null;
}

const TOLD = `select r.id "registrationId", r.person_id "personId", p.email, p.display_name "name", p.locale, r.event_id "eventId", r.code, r.status,
  r.calendar_id "calendarId", r.calendar_sequence "calendarSequence",
  case when r.status = 'waiting' then (select count(*)::int from registration w where w.event_id = r.event_id and w.status = 'waiting' and w.arrival <= r.arrival) end "placeInLine"
  from registration r join person p on p.id = r.person_id and p.status = 'active'`;

@Injectable()
export class RegistrationReads {
  constructor(private readonly database: Database) {}

  /** The meeting of a registration; with a person, only of their own. */
  async eventOf(id: string, personId: string | null = null): Promise<string | null> {
    const row = await this.database.row<{ event_id: string }>(`select event_id from registration where id = $1 and ($2::uuid is null or person_id = $2)`, [id, personId]);
    return row?.event_id ?? null;
  }

  async eventsOf(registrationIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(`select distinct event_id id from registration where id = any($1)`, [registrationIds]);
    return rows.map(({ id }) => id);
  }

  async personByHandle(handle: string): Promise<{ personId: string; cityId: string | null } | null> {
    return this.database.row(`select id "personId", city_id "cityId" from person where handle = $1 and status = 'active'`, [handle]);
  }

  async own(member: Member, code: string): Promise<RegistrationType | null> {
    const row = await this.database.row<Row>(
      `select ${registrationJson('r')} registration, e.status event_status, e.ends_at from registration r join event e on e.id = r.event_id where r.code = $1 and r.person_id = $2`,
      [code, member.personId],
    );
    return row && toRegistration(row);
  }

  /** Those who were let in together ask together: one statement for all that ask in the same turn. */
  private readonly together = new DataLoader<string, RegistrationType | null>((ids) => this.byIds(ids), { cache: false, maxBatchSize: 100 });

  byId(id: string): Promise<RegistrationType | null> {
    return this.together.load(id);
  }

  private async byIds(ids: readonly string[]): Promise<(RegistrationType | null)[]> {
    const rows = await this.database.rows<Row & { id: string }>(`select r.id, ${registrationJson('r')} registration, e.status event_status, e.ends_at from registration r join event e on e.id = r.event_id where r.id = any($1)`, [ids]);
    const found = new Map(rows.map((row) => [row.id, toRegistration(row)]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /** One's own, the next meeting first; past ones from the newest back. Of several for one meeting only the newest. */
  async mine(member: Member, past: boolean, page: PageArgs): Promise<Page<RegistrationType>> {
    const after = readCursor(page.after, 2);
    const rows = await this.database.rows<Row & { id: string; starts_at: Date }>(
      `select ${registrationJson('r')} registration, r.id, e.status event_status, e.ends_at, e.starts_at
       from (select distinct on (event_id) * from registration where person_id = $1 order by event_id, arrival desc) r join event e on e.id = r.event_id
       where e.ends_at ${past ? '<' : '>='} now() and ($2::timestamptz is null or (e.starts_at, r.id) ${past ? '<' : '>'} ($2, $3::uuid))
       order by e.starts_at ${past ? 'desc' : 'asc'}, r.id ${past ? 'desc' : 'asc'} limit $4`,
      [member.personId, after?.[0] ?? null, after?.[1] ?? null, page.first + 1],
    );
    const cut = toPage(rows, page.first, (row) => cursorOf(row.starts_at, row.id));
    return { ...cut, items: cut.items.map(toRegistration) };
  }

  async steps(registrationIds: readonly string[]): Promise<Map<string, RegistrationStepType[]>> {
    const rows = await this.database.rows<RegistrationStepType & { id: string }>(
      `select registration_id "id", at, happened, reason from registration_history where registration_id = any($1) order by registration_history.id desc`, [registrationIds],
    );
    return Map.groupBy(rows, ({ id }) => id);
  }

  /** Who comes, for staff: in order of arrival, found by name or city. */
  async guests(eventId: string, filter: { status: RegistrationStatus | null; text: string | null }, page: { first: number; after?: string }): Promise<Page<Guest>> {
    const after = readCursor(page.after, 1);
    const rows = await this.database.rows<GuestRow>(
      `select ${voiceColumns('v')}, r.arrival, ${registrationJson('r')} registration, e.status event_status, e.ends_at
       from registration r join event e on e.id = r.event_id join person p on p.id = r.person_id join voice v on v.id = p.voice_id join city c on c.id = r.city_id
       where r.event_id = $1 and ($2::text is null or r.status = $2)
         and ($3::text is null or v.name ilike $3 or c.name ilike $3)
         and ($4::bigint is null or r.arrival > $4)
       order by r.arrival limit $5`,
      [eventId, filter.status, filter.text && `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`, after?.[0] ?? null, page.first + 1],
    );
    return toPage(rows.map((row) => ({ voice: voiceOf(row), registration: toRegistration(row), arrival: row.arrival })), page.first, (guest) => cursorOf(guest.arrival));
  }

  async counts(eventId: string): Promise<Map<RegistrationStatus, number>> {
    const rows = await this.database.rows<{ status: RegistrationStatus; count: number }>(`select status, count(*)::int count from registration where event_id = $1 group by status`, [eventId]);
    return new Map(rows.map(({ status, count }) => [status, count]));
  }

  async told(registrationIds: readonly string[]): Promise<Told[]> {
    return this.database.rows(`${TOLD} where r.id = any($1)`, [registrationIds]);
  }

  async toldOfEvent(eventId: string): Promise<Told[]> {
    return this.database.rows(`${TOLD} where r.event_id = $1 and r.status in ('requested', 'confirmed', 'waiting') order by r.arrival`, [eventId]);
  }

  async staffIds(): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(`select id from person where status = 'active' and role in ('moderator', 'administrator')`);
    return rows.map(({ id }) => id);
  }

  async invited(invitationId: string): Promise<{ personId: string; eventId: string } | null> {
    return this.database.row(
      `select i.person_id "personId", i.event_id "eventId" from event_invitation i join person p on p.id = i.person_id and p.status = 'active' where i.id = $1 and i.status = 'open'`,
      [invitationId],
    );
  }

  /** Ids to subjects, for inbox and mail: registrations of that person, or of anybody for staff. */
  async subjects(ids: readonly string[], personId: string | null): Promise<{ id: string; code: string; title: string; language: string; own: boolean; slug: string; discreet: boolean }[]> {
    return this.database.rows(
      `select r.id, r.code, e.title, e.language, e.slug, e.chatham_house discreet, r.person_id = $2::uuid own from registration r join event e on e.id = r.event_id where r.id = any($1)`,
      [ids, personId],
    );
  }
}

function toRegistration(row: Row): RegistrationType {
  return registrationOf(row.registration, { status: row.event_status, endsAt: row.ends_at }, new Date());
}

import { Injectable } from '@nestjs/common';
import { type CityRow, cityColumns, cityOf } from '@crosscity/cities/server';
import type { EventAudience, EventKind, EventStatus, RegistrationWay } from '@crosscity/events/contract';
import { type Actor, Database, type PageArgs, type Page, cursorOf, isStaff, readCursor, toPage } from '@crosscity/platform/server';
import type { InvitationStatus } from './event-invitation.entity';
import type { EventSessionType, EventType } from './event.type';
import { may } from './events.policy';
import { localOf } from './local-time';
import { type RegistrationJson, registrationJson, registrationOf } from './registration-row';

interface SessionJson { id: string; title: string; place: string; startsAt: string; endsAt: string; limit: number | null; used: number | null }

interface EventRow extends CityRow {
  id: string; slug: string; kind: EventKind; status: EventStatus; title: string; summary: string; about: string; about_html: string; language: string;
  place: string; time_zone: string; starts_at: Date; ends_at: Date; closes_at: Date; languages: string[]; chatham_house: boolean; audience: EventAudience;
  way: RegistrationWay; seats_per_city: number | null; cancelled_because: string | null; calendar_sequence: number; version: number;
  limit: number; used: number; city_used: number | null; city_limit: number | null; sessions: SessionJson[];
  registration: RegistrationJson | null; invitation: InvitationStatus | null; viewer_city: string | null;
}

/** One statement for everything that a card or a page shows. $1: the viewer's person, $2: their city. */
const VIEW = `
  select e.*, ${cityColumns('c')}, p."limit", p.used, mine.used city_used, mine."limit" city_limit,
         (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'place', s.place, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'limit', sp."limit", 'used', sp.used) order by s.starts_at, s.id), '[]')
          from event_session s left join pool sp on sp.session_id = s.id where s.event_id = e.id) sessions,
         (select ${registrationJson('r')} from registration r where r.event_id = e.id and r.person_id = $1 order by r.arrival desc limit 1) registration,
         (select i.status from event_invitation i where i.event_id = e.id and i.person_id = $1) invitation,
         (select vc.name from city vc where vc.id = $2) viewer_city
  from event e join city c on c.id = e.city_id join pool p on p.event_id = e.id and p.kind = 'event'
  left join pool mine on mine.event_id = e.id and mine.kind = 'city' and mine.city_id = $2`;

/** The same rule as `may.see`. */
function visible(actor: Actor): string {
  if (isStaff(actor)) return `true`;
  return actor.kind === 'member' ? `e.status <> 'draft'` : `e.status <> 'draft' and e.audience = 'public'`;
}

/** Meetings as whoever asks may see them. */
@Injectable()
export class EventsRepository {
  constructor(private readonly database: Database) {}

  async bySlug(actor: Actor, slug: string): Promise<EventType | null> {
    const row = await this.database.row<EventRow>(`${VIEW} where e.slug = $3 and ${visible(actor)}`, [...viewer(actor), slug]);
    return row && eventOf(row, actor);
  }

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, EventType>> {
    const rows = await this.database.rows<EventRow>(`${VIEW} where e.id = any($3) and ${visible(actor)}`, [...viewer(actor), ids]);
    return new Map(rows.map((row) => [row.id, eventOf(row, actor)]));
  }

  /** Coming ones by their beginning, past ones from the newest back; `mine`: coming ones where the viewer holds a place. */
  async list(actor: Actor, when: 'coming' | 'past' | 'mine', page: PageArgs, cityId: string | null = null): Promise<Page<EventType>> {
    const after = readCursor(page.after, 2);
    const past = when === 'past';
    const rows = await this.database.rows<EventRow>(
      `${VIEW} where ${visible(actor)} and e.status <> 'draft' and e.ends_at ${past ? '<' : '>='} now()
       ${when === 'mine' ? `and exists (select 1 from registration m where m.event_id = e.id and m.person_id = $1 and m.status in ('requested', 'confirmed', 'waiting'))` : ''}
       and ($3::uuid is null or e.city_id = $3)
       and ($4::timestamptz is null or (e.starts_at, e.id) ${past ? '<' : '>'} ($4, $5::uuid))
       order by e.starts_at ${past ? 'desc' : 'asc'}, e.id ${past ? 'desc' : 'asc'} limit $6`,
      [...viewer(actor), cityId, after?.[0] ?? null, after?.[1] ?? null, page.first + 1],
    );
    return toPage(rows.map((row) => eventOf(row, actor)), page.first, (event) => cursorOf(event.startsAt, event.id));
  }

  /** Coming meetings of several cities at once: at most three each. */
  async ofCities(actor: Actor, cityIds: readonly string[]): Promise<Map<string, EventType[]>> {
    const rows = await this.database.rows<EventRow>(
      `${VIEW} where ${visible(actor)} and e.status = 'published' and e.ends_at >= now() and e.city_id = any($3) order by e.starts_at, e.id limit 300`,
      [...viewer(actor), cityIds],
    );
    const events = Map.groupBy(rows, ({ city_id }) => city_id);
    return new Map(cityIds.map((id) => [id, (events.get(id) ?? []).slice(0, 3).map((row) => eventOf(row, actor))]));
  }

  /** Staff's own list: drafts first, then by date from the furthest ahead back. */
  async forStaff(actor: Actor, page: PageArgs): Promise<Page<EventType>> {
    const after = readCursor(page.after, 3);
    const rows = await this.database.rows<EventRow>(
      `${VIEW} where ($3::boolean is null or (e.status = 'draft', e.starts_at, e.id) < ($3, $4::timestamptz, $5::uuid))
       order by e.status = 'draft' desc, e.starts_at desc, e.id desc limit $6`,
      [...viewer(actor), after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, page.first + 1],
    );
    return toPage(rows.map((row) => eventOf(row, actor)), page.first, (event) => cursorOf(event.status === 'draft', event.startsAt, event.id));
  }
}

function viewer(actor: Actor): [string | null, string | null] {
  return actor.kind === 'member' ? [actor.personId, actor.cityId] : [null, null];
}

function eventOf(row: EventRow, actor: Actor): EventType {
  const now = new Date();
  const staff = may.edit(actor);
  const open = { status: row.status, way: row.way, closesAt: row.closes_at, endsAt: row.ends_at, invitation: row.invitation, priorStatus: row.registration?.status ?? null };
  const cityLeft = actor.kind === 'member' && actor.cityId && row.seats_per_city !== null ? Math.max(0, (row.city_limit ?? row.seats_per_city) - (row.city_used ?? 0)) : null;
  return {
    id: row.id, slug: row.slug, kind: row.kind, status: row.status, title: row.title, summary: row.summary, about: row.about, aboutHtml: row.about_html, language: row.language,
    city: cityOf(row), place: row.place, timeZone: row.time_zone, startsAt: row.starts_at, endsAt: row.ends_at, closesAt: row.closes_at,
    startsLocal: localOf(row.starts_at, row.time_zone), endsLocal: localOf(row.ends_at, row.time_zone), closesLocal: localOf(row.closes_at, row.time_zone),
    languages: row.languages, chathamHouse: row.chatham_house, audience: row.audience, way: row.way,
    limit: row.limit, placesLeft: Math.max(0, row.limit - row.used), seatsPerCity: row.seats_per_city, placesLeftForMyCity: cityLeft, viewerCityName: row.viewer_city,
    cancelledBecause: row.cancelled_because, sessions: row.sessions.map((session) => sessionOf(session, row.time_zone)),
    viewerRegistration: row.registration && registrationOf(row.registration, { status: row.status, endsAt: row.ends_at }, now),
    viewerInvitation: row.invitation,
    viewerCan: { register: may.register(actor, open, now), edit: staff, seeGuests: staff },
    version: row.version, calendarSequence: row.calendar_sequence,
  };
}

function sessionOf(json: SessionJson, zone: string): EventSessionType {
  const startsAt = new Date(json.startsAt);
  const endsAt = new Date(json.endsAt);
  return {
    id: json.id, title: json.title, place: json.place, startsAt, endsAt, startsLocal: localOf(startsAt, zone), endsLocal: localOf(endsAt, zone),
    limit: json.limit, placesLeft: json.limit === null ? null : Math.max(0, json.limit - (json.used ?? 0)),
  };
}

import type { Locale } from '@crosscity/platform/contract';
import icalTimezones from '@touch4it/ical-timezones';
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

const words: Record<Locale, typeof en> = { en, ar };

/** What a calendar entry is made of. */
export interface CalendarEntry {
  /** UUID; the same for the life of the entry, whatever changes. */
  id: string;
  /** Rises with each change of time, place or standing (RFC 5546, 2.1.4). */
  sequence: number;
  title: string;
  chathamHouse: boolean;
  cityName: string;
  place: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  cancelled: boolean;
  /** Page of the meeting or the registration. Details stay there: calendars are shared with teams. */
  link: string;
  locale: Locale;
  /** When this file is made. */
  stamp: Date;
}

export interface Invitee {
  name: string;
  email: string;
}

/**
 * A calendar file (RFC 5545). Without `to` it is a publication that names nobody; with `to` it asks or un-asks exactly
 * that one person, so that no file ever tells who else comes.
 */
export function calendarFile(entry: CalendarEntry, to?: { invitee: Invitee; organiser: Invitee }): string {
  const method = !to ? ICalCalendarMethod.PUBLISH : entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const zone = hasOneMeaning(entry) ? entry.timeZone : 'UTC';
  const calendar = ical({ prodId: { company: 'Crosscity', product: 'Meetings', language: entry.locale.toUpperCase() }, method });
  // No name for the calendar: with one, DTSTAMP loses its Z. The event's own zone brings TZID and VTIMEZONE.
  calendar.timezone({ name: null, generator: (name) => icalTimezones.getVtimezoneComponent(name) });
  const event = calendar.createEvent({
    id: `${entry.id}@crosscity`,
    sequence: entry.sequence,
    stamp: entry.stamp,
    start: DateTime.fromJSDate(entry.startsAt, { zone }),
    end: DateTime.fromJSDate(entry.endsAt, { zone }),
    ...(zone === 'UTC' ? {} : { timezone: zone }),
    // Under the Chatham House rule a glance at somebody's calendar must not tell what they attend.
    summary: entry.chathamHouse ? words[entry.locale]['calendar.meetingIn'].replace('{city}', entry.cityName) : entry.title,
    location: [entry.place, entry.cityName].filter(Boolean).join(', '),
    url: entry.link,
    description: entry.link,
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(to ? { organizer: { name: to.organiser.name, email: to.organiser.email } } : {}),
  });
  if (to) event.createAttendee({ name: to.invitee.name, email: to.invitee.email, rsvp: false, role: ICalAttendeeRole.REQ, status: entry.cancelled ? ICalAttendeeStatus.DECLINED : ICalAttendeeStatus.ACCEPTED });
  return calendar.toString();
}

/**
 * Whether the zone is known, and neither end lies in an hour that the clock shows twice. RFC 5545 (3.3.5) has no way to
 * name the later of the two, and programs differ about the earlier: then the file says it in UTC.
 */
function hasOneMeaning({ timeZone, startsAt, endsAt }: CalendarEntry): boolean {
  return icalTimezones.getVtimezoneComponent(timeZone) !== null
    && [startsAt, endsAt].every((instant) => DateTime.fromJSDate(instant, { zone: timeZone }).getPossibleOffsets().length === 1);
}

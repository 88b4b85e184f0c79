import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { type CalendarEntry, calendarFile } from './calendar-file';

/** Zone, and a day on which its clock changes where it has one. */
const ZONES = [
  ['Europe/Oslo', '2027-03-28'], ['Europe/Oslo', '2027-10-31'], ['Europe/Berlin', '2027-03-28'], ['Europe/Berlin', '2027-10-31'],
  ['America/New_York', '2027-03-14'], ['America/New_York', '2027-11-07'], ['Asia/Kathmandu', '2027-03-28'], ['UTC', '2027-03-28'],
] as const;

/** Hours around the change on that day: the night before, each hour in it, the day itself. As instants, so that a doubled hour is two of them. */
function moments(zone: string, day: string): Date[] {
  const midnight = DateTime.fromISO(day, { zone });
  return [midnight.minus({ hours: 15 }), ...[0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 9.5].map((hours) => midnight.plus({ minutes: hours * 60 }))].map((time) => time.toJSDate());
}

const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: '3f0c7a52-0d8e-4d68-8a51-6f3c55a0a9d1', sequence: 3, title: 'Oslo meeting; from "local", to shared', chathamHouse: false, cityName: 'Oslo', place: 'City Hall, room 2', timeZone: 'Europe/Oslo',
  startsAt: new Date('2027-05-11T07:30:00Z'), endsAt: new Date('2027-05-12T10:30:00Z'), cancelled: false, link: 'https://crosscity.example/events/oslo-meeting', locale: 'en', stamp: new Date('2026-11-20T12:00:00Z'), ...change,
});

/** The second parser: what another program reads from the file. */
function read(file: string) {
  const root = new ICAL.Component(ICAL.parse(file) as never);
  // As a calendar program would: the zones of this file and of no other.
  ICAL.TimezoneService.reset();
  const zones = root.getAllSubcomponents('vtimezone');
  for (const zone of zones) ICAL.TimezoneService.register(zone);
  const event = new ICAL.Event(root.getFirstSubcomponent('vevent')!);
  return { root, zones, event, component: event.component };
}

const instant = (time: ICAL.Time): number => time.toUnixTime() * 1000;

describe.each(ZONES)('a calendar file in %s around %s', (timeZone, day) => {
  it.each(moments(timeZone, day).map((startsAt) => [startsAt.toISOString()]))('beginning at %s is read as that instant, and the hour shown is the one of the place', (iso) => {
    const startsAt = new Date(iso);
    const endsAt = new Date(startsAt.getTime() + 90 * 60_000);
    const file = calendarFile(entry({ timeZone, startsAt, endsAt }));
    const { event, zones, component } = read(file);
    const twice = [startsAt, endsAt].some((time) => DateTime.fromJSDate(time, { zone: timeZone }).getPossibleOffsets().length > 1);
    const inUtc = timeZone === 'UTC' || twice;
    const start = DateTime.fromJSDate(startsAt, { zone: inUtc ? 'UTC' : timeZone });
    expect(event.startDate.toString()).toBe(`${start.toFormat("yyyy-MM-dd'T'HH:mm:ss")}${inUtc ? 'Z' : ''}`);
    expect([instant(event.startDate), instant(event.endDate)]).toEqual([startsAt.getTime(), endsAt.getTime()]);
    expect(component.getFirstPropertyValue('dtstamp')?.toString()).toMatch(/Z$/);
    const named = [...file.matchAll(/^DT(?:START|END);TZID=([^:]+):/gm)].map(([, name]) => name);
    const given = zones.map((zone) => zone.getFirstPropertyValue('tzid'));
    expect(named.every((name) => given.includes(name!))).toBe(true);
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(/[^\r]\n/.test(file)).toBe(false);
  });
});

describe('a calendar file', () => {
  it('keeps its UID through changes, and the number of the change', () => {
    const { component } = read(calendarFile(entry({ sequence: 7, startsAt: new Date('2027-05-11T08:30:00Z') })));
    expect([component.getFirstPropertyValue('uid'), component.getFirstPropertyValue('sequence')]).toEqual(['3f0c7a52-0d8e-4d68-8a51-6f3c55a0a9d1@crosscity', 7]);
  });

  it('names nobody as a publication', () => {
    const { root, component } = read(calendarFile(entry()));
    expect(root.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect([component.hasProperty('attendee'), component.hasProperty('organizer')]).toEqual([false, false]);
    expect(component.getFirstPropertyValue('summary')).toBe('Oslo meeting; from "local", to shared');
  });

  it('names that one person as an invitation, quotes and commas and all, also when it is taken back', () => {
    const to = { invitee: { name: 'Åse "Aisha" Ødegård, samhandling; Løkka bydel og nabolagets møteplass', email: 'aase@example.org' }, organiser: { name: 'Crosscity', email: 'no-reply@crosscity.invalid' } };
    for (const cancelled of [false, true]) {
      const file = calendarFile(entry({ cancelled }), to);
      const { root, component } = read(file);
      expect([root.getFirstPropertyValue('method'), component.getFirstPropertyValue('status')]).toEqual(cancelled ? ['CANCEL', 'CANCELLED'] : ['REQUEST', 'CONFIRMED']);
      const attendees = component.getAllProperties('attendee');
      expect(attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual(['mailto:aase@example.org']);
      expect(String(component.getFirstPropertyValue('organizer')).toLowerCase()).toBe('mailto:no-reply@crosscity.invalid');
      expect(component.hasProperty('dtstart')).toBe(true);
      expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    }
  });

  it('says neither title nor more than the city under the Chatham House rule', () => {
    const secret = entry({ chathamHouse: true, title: 'People who left the movement' });
    expect(read(calendarFile(secret)).component.getFirstPropertyValue('summary')).toBe('Meeting in Oslo');
    expect(read(calendarFile({ ...secret, locale: 'ar', cityName: 'Oslo' })).component.getFirstPropertyValue('summary')).toBe('لقاء في Oslo');
    expect(calendarFile(secret)).not.toContain('movement');
  });

  it('falls back to UTC where the zone is not known to the list of zones', () => {
    const file = calendarFile(entry({ timeZone: 'Antarctica/Nowhere' }));
    expect(file).toContain('DTSTART:20270511T073000Z');
  });
});

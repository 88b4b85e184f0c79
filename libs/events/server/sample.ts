import type { INestApplicationContext } from '@nestjs/common';
import type { EventKind, RegistrationWay } from '@crosscity/events/contract';
import { Database, SYSTEM } from '@crosscity/platform/server';
import { DateTime } from 'luxon';
import { EventsService } from './events.service';

/** A meeting of the sample content: a month and days, no year. */
export interface SampleEvent {
  slug: string;
  title: string;
  city: string;
  month: number;
  days: number;
  kind: EventKind;
  capacity: number;
  seatsPerCity: number;
  registration: RegistrationWay;
  chathamHouse: boolean;
  languages: string[];
  summary: string;
  sessions: { day: number; start: string; end: string; title: string; capacity?: number }[];
}

/** The next year in which all of these months are still ahead. */
export function yearAhead(events: readonly Pick<SampleEvent, 'month'>[], now: Date): number {
  const year = now.getUTCFullYear();
  return events.every(({ month }) => month > now.getUTCMonth() + 1) ? year : year + 1;
}

/**
 * Adds the sample meetings that are not there yet, published, on the second Tuesday of their month. `cities`: ids by slug.
 * Zones come from the city's row. Answers the ids by slug.
 */
export async function seedEvents(app: INestApplicationContext, sample: readonly SampleEvent[], cities: ReadonlyMap<string, string>, now = new Date()): Promise<Map<string, string>> {
  const database = app.get(Database, { strict: false });
  const service = app.get(EventsService, { strict: false });
  const known = new Map((await database.source.getRepository('EventEntity').find({ select: { id: true, slug: true } })).map((row) => [row['slug'] as string, row['id'] as string]));
  const zones = new Map((await database.source.getRepository('CityEntity').find({ select: { id: true, timeZone: true } })).map((row) => [row['id'] as string, row['timeZone'] as string]));
  const year = yearAhead(sample, now);
  for (const event of sample) {
    const cityId = cities.get(event.city);
    const timeZone = cityId && zones.get(cityId);
    if (known.has(event.slug) || !cityId || !timeZone) continue;
    const first = secondTuesday(year, event.month);
    const on = (day: number, time: string) => `${first.plus({ days: day - 1 }).toISODate()}T${time}`;
    const sessions = event.sessions.map(({ day, start, end, title, capacity }) => ({ title, place: '', startsLocal: on(day, start), endsLocal: on(day, end), limit: capacity ?? null }));
    const id = await service.create(SYSTEM, {
      key: `sample-${event.slug}`, slug: event.slug, cityId, kind: event.kind, title: event.title, summary: event.summary, about: '', language: 'en', place: '', timeZone,
      startsLocal: sessions.map(({ startsLocal }) => startsLocal).sort()[0]!, endsLocal: sessions.map(({ endsLocal }) => endsLocal).sort().at(-1)!,
      closesLocal: `${first.minus({ days: 14 }).toISODate()}T12:00`, languages: event.languages, chathamHouse: event.chathamHouse, audience: 'public', way: event.registration,
      limit: event.capacity, seatsPerCity: event.seatsPerCity, sessions,
    });
    await service.publish(SYSTEM, id);
    known.set(event.slug, id);
  }
  return known;
}

function secondTuesday(year: number, month: number): DateTime {
  const first = DateTime.utc(year, month, 1);
  return first.plus({ days: ((2 - first.weekday + 7) % 7) + 7 });
}

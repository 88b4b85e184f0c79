import { eventsLimits, type EventAudience, type EventKind, type RegistrationWay } from '@crosscity/events/contract';
import type { EventFormFragment } from './EventEditorPage.generated';

export interface TypedSession {
  /** Of a stored session, or made here for the list's sake. */
  id: string;
  isStored: boolean;
  title: string;
  place: string;
  startsLocal: string;
  endsLocal: string;
  limit: string;
}

/** What the form holds: numbers as they are typed, times as the fields of a browser give them. */
export interface TypedEvent {
  slug: string; cityId: string; kind: EventKind; title: string; summary: string; about: string; language: string; place: string; timeZone: string;
  startsLocal: string; endsLocal: string; closesLocal: string; languages: string[]; chathamHouse: boolean; audience: EventAudience; way: RegistrationWay;
  limit: string; seatsPerCity: string; sessions: TypedSession[];
}

export const emptyEvent: TypedEvent = {
  slug: '', cityId: '', kind: 'workshop', title: '', summary: '', about: '', language: 'en', place: '', timeZone: '', startsLocal: '', endsLocal: '', closesLocal: '', languages: ['en'], chathamHouse: true,
  audience: 'public', way: 'open', limit: '', seatsPerCity: '', sessions: [],
};

export function typedFrom(event: EventFormFragment): TypedEvent {
  return {
    slug: event.slug, cityId: event.city.id, kind: event.kind, title: event.title, summary: event.summary, about: event.about ?? '', language: event.language, place: event.place, timeZone: event.timeZone,
    startsLocal: event.startsLocal, endsLocal: event.endsLocal, closesLocal: event.closesLocal, languages: [...event.languages], chathamHouse: event.chathamHouse, audience: event.audience, way: event.way,
    limit: String(event.limit), seatsPerCity: event.seatsPerCity == null ? '' : String(event.seatsPerCity),
    sessions: event.sessions.map(({ id, title, place, startsLocal, endsLocal, limit }) => ({ id, isStored: true, title, place, startsLocal, endsLocal, limit: limit == null ? '' : String(limit) })),
  };
}

export function inputFrom(typed: TypedEvent) {
  const { sessions, limit, seatsPerCity, ...rest } = typed;
  return {
    ...rest,
    limit: Number(limit),
    seatsPerCity: seatsPerCity === '' ? null : Number(seatsPerCity),
    sessions: sessions.map(({ id, isStored, limit: places, ...session }) => ({ ...session, id: isStored ? id : null, limit: places === '' ? null : Number(places) })),
  };
}

/** The address that a title suggests. */
export function slugOf(title: string): string {
  return title.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replaceAll('ø', 'o').replaceAll('Ø', 'o').replaceAll('å', 'a').replaceAll('æ', 'ae').replaceAll('ß', 'ss').toLowerCase()
    .replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, eventsLimits.slug).replace(/-+$/, '');
}

export type Problem = { field: string; problem: 'missing' | 'slug' | 'number' | 'order' | 'outside' | 'tooLong' };

const isPlaces = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= eventsLimits.seats;

/** What can be seen in the browser already; times that don't exist are the server's to find. */
export function problemsOf(typed: TypedEvent): Problem[] {
  const found: Problem[] = [];
  const missing = (field: string, text: string) => { if (text.trim() === '') found.push({ field, problem: 'missing' }); };
  for (const field of ['title', 'slug', 'cityId', 'summary', 'timeZone', 'startsLocal', 'endsLocal', 'closesLocal'] as const) missing(field, typed[field]);
  for (const [field, most] of [['title', eventsLimits.title], ['summary', eventsLimits.summary], ['about', eventsLimits.about], ['place', eventsLimits.place]] as const) if (typed[field].length > most) found.push({ field, problem: 'tooLong' });
  if (typed.slug && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed.slug)) found.push({ field: 'slug', problem: 'slug' });
  if (!isPlaces(typed.limit)) found.push({ field: 'limit', problem: 'number' });
  if (typed.seatsPerCity !== '' && !isPlaces(typed.seatsPerCity)) found.push({ field: 'seatsPerCity', problem: 'number' });
  if (typed.startsLocal && typed.endsLocal && typed.endsLocal <= typed.startsLocal) found.push({ field: 'endsLocal', problem: 'order' });
  typed.sessions.forEach((session, index) => {
    const name = (field: string) => `sessions.${index}.${field}`;
    for (const field of ['title', 'startsLocal', 'endsLocal'] as const) missing(name(field), session[field]);
    if (session.limit !== '' && !isPlaces(session.limit)) found.push({ field: name('limit'), problem: 'number' });
    if (session.startsLocal && session.endsLocal && session.endsLocal <= session.startsLocal) found.push({ field: name('endsLocal'), problem: 'order' });
    else if (session.startsLocal && (session.startsLocal < typed.startsLocal || session.endsLocal > typed.endsLocal)) found.push({ field: name('startsLocal'), problem: 'outside' });
  });
  return found;
}

import { type RegistrationWay } from '@crosscity/events/contract';
import { EventsService } from '@crosscity/events/server';
import { PersonEntity, USUAL_VISIBILITY, VoiceEntity } from '@crosscity/identity/server';
import { type Member, SYSTEM, newId } from '@crosscity/platform/server';
import type { TestApp } from '@crosscity/platform/testing';

export interface EventWish {
  slug?: string;
  title?: string;
  way?: RegistrationWay;
  limit?: number;
  seatsPerCity?: number | null;
  chathamHouse?: boolean;
  audience?: 'public' | 'members';
  timeZone?: string;
  startsLocal?: string;
  endsLocal?: string;
  closesLocal?: string;
  sessions?: { title: string; startsLocal?: string; endsLocal?: string; limit?: number | null }[];
  /** Left as a draft. */
  draft?: boolean;
}

let count = 0;

/** The input of a meeting next spring, two days long. */
export function eventFields(city: { id: string }, wish: EventWish = {}) {
  count += 1;
  const { draft: _draft, sessions = [], ...rest } = wish;
  const startsLocal = wish.startsLocal ?? '2099-05-11T09:30';
  const endsLocal = wish.endsLocal ?? '2099-05-12T12:30';
  return {
    slug: `meeting-${count}`, cityId: city.id, kind: 'workshop' as const, title: `Meeting ${count}`, summary: 'From local lessons to shared practice.', about: '', language: 'en', place: 'City Hall',
    timeZone: 'Europe/Oslo', startsLocal, endsLocal, closesLocal: '2099-04-30T12:00', languages: ['en', 'nb'], chathamHouse: false, audience: 'public' as const, way: 'open' as const, limit: 20,
    seatsPerCity: null, ...rest,
    sessions: sessions.map((session) => ({ place: '', startsLocal, endsLocal, limit: null, ...session })),
  };
}

export interface MadeEvent {
  id: string;
  slug: string;
}

/** A published meeting. */
export async function makeEvent(app: TestApp, city: { id: string }, wish: EventWish = {}): Promise<MadeEvent> {
  const service = app.nest.get(EventsService, { strict: false });
  const fields = eventFields(city, wish);
  const id = await service.create(SYSTEM, { key: newId(), ...fields });
  if (!wish.draft) await service.publish(SYSTEM, id);
  return { id, slug: fields.slug };
}

/** Many members as actors, without signing any of them in. */
export async function makeActors(app: TestApp, number: number, cityOf: (index: number) => string): Promise<Member[]> {
  return app.work.run(SYSTEM, async (tx) => {
    const actors = Array.from({ length: number }, (_, index): Member => {
      const voiceId = newId();
      return { kind: 'member', personId: newId(), role: 'member', voiceId, voiceIds: [voiceId], cityId: cityOf(index), coordinates: [], circleIds: [], locale: 'en', timeZone: 'UTC' };
    });
    await tx.repo(VoiceEntity).insert(actors.map(({ voiceId, cityId }, index) => ({ id: voiceId, kind: 'member' as const, name: `Actor ${index}`, handle: voiceId, title: null, place: null, cityId })));
    await tx.repo(PersonEntity).insert(actors.map(({ personId, voiceId, cityId }, index) => ({
      id: personId, voiceId, email: `${personId}@example.org`, passwordHash: 'none', displayName: `Actor ${index}`, handle: personId, title: '', organisation: '', about: '', languages: ['en'],
      visibility: USUAL_VISIBILITY, role: 'member' as const, status: 'active' as const, cityId, locale: 'en' as const, timeZone: 'UTC', isDemo: false, createdAt: tx.now,
    })));
    return actors;
  });
}

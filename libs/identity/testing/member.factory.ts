import { CoordinatorEntity, PersonEntity, SessionDoor, USUAL_VISIBILITY, VoiceEntity, hashPassword, sortNameOf } from '@crosscity/identity/server';
import type { Locale } from '@crosscity/platform/contract';
import { type PlatformRole, SYSTEM, newId } from '@crosscity/platform/server';
import { Client, type TestApp, useInApps } from '@crosscity/platform/testing';

useInApps({ token: SessionDoor });

export interface MemberWish {
  name?: string;
  role?: PlatformRole;
  locale?: Locale;
  timeZone?: string;
  /** Where they work. */
  city?: { id: string; name: string } | null;
  /** Cities that they care for. */
  coordinates?: readonly { id: string }[];
  title?: string;
}

/** A signed-in client that knows who it is. */
export interface MemberClient extends Client {
  person: PersonEntity;
}

const PASSWORD = 'a long enough sentence';
let password: Promise<string> | undefined;
let count = 0;

/** An admitted person with a voice, signed in. */
export async function makeMember(app: TestApp, wish: MemberWish = {}): Promise<MemberClient> {
  password ??= hashPassword(PASSWORD);
  const passwordHash = await password;
  count += 1;
  const number = count;
  const person = await app.work.run(SYSTEM, async (tx) => {
    const name = wish.name ?? `Member ${number}`;
    const handle = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${number}`;
    const voice = await tx.repo(VoiceEntity).save({ id: newId(), kind: 'member' as const, name, handle, title: wish.title ?? 'Youth worker', place: wish.city?.name ?? null, cityId: wish.city?.id ?? null });
    const saved = await tx.repo(PersonEntity).save({
      id: newId(), voiceId: voice.id, email: `${handle}@example.org`, passwordHash, displayName: name, sortName: sortNameOf(name), handle, title: wish.title ?? 'Youth worker', organisation: 'City services', about: '',
      languages: ['en'], visibility: USUAL_VISIBILITY, role: wish.role ?? 'member', status: 'active' as const, cityId: wish.city?.id ?? null,
      locale: wish.locale ?? 'en', timeZone: wish.timeZone ?? 'Europe/Oslo', isDemo: false, createdAt: tx.now,
    });
    for (const { id } of wish.coordinates ?? []) await tx.repo(CoordinatorEntity).save({ personId: saved.id, cityId: id });
    return saved;
  });
  return signIn(app, person);
}

export function makeStaff(app: TestApp, wish: MemberWish = {}): Promise<MemberClient> {
  return makeMember(app, { name: 'Moderator', role: 'moderator', ...wish });
}

export function makeCoordinator(app: TestApp, city: { id: string; name: string }, wish: MemberWish = {}): Promise<MemberClient> {
  return makeMember(app, { name: `Coordinator of ${city.name}`, city, coordinates: [city], ...wish });
}

/** Signs a person of `makeMember` in, through the front door, with a fresh client. */
export async function signIn(app: TestApp, person: PersonEntity): Promise<MemberClient> {
  const client = app.guest(person.locale);
  await client.post('/auth/sign-in', { email: person.email, password: PASSWORD });
  return Object.assign(client, { person });
}

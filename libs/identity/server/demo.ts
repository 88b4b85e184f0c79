import type { INestApplicationContext } from '@nestjs/common';
import { type FieldOfWork, FIRST_VISIBILITY, type ProfileVisibility } from '@crosscity/identity/contract';
import type { Locale } from '@crosscity/platform/contract';
import { Config, type PlatformRole, SYSTEM, type Tx, Work, newId, newSpokenCode } from '@crosscity/platform/server';
import { CoordinatorEntity } from './coordinator.entity';
import { hashPassword } from './password';
import { voiceFields } from './people.policy';
import { PersonEntity, sortNameOf } from './person.entity';
import { VoiceEntity } from './voice.entity';

export const DEMO_PASSWORD = 'crosscity-demo';

/** A city as the seeder needs it. The caller, which knows the cities, gives them by slug. */
export interface DemoCity {
  id: string;
  name: string;
}

export interface DemoPerson {
  /** Short stable name, for those who write demo life: `ingrid`. */
  key: string;
  personId: string;
  voiceId: string;
  email: string;
  name: string;
  locale: Locale;
  /** Whether the start prints this sign-in, and as what. */
  shownAs: string | null;
}

interface Wish {
  key: string;
  name: string;
  work: FieldOfWork;
  title: string;
  organisation: string;
  city: string | null;
  languages: string[];
  timeZone: string;
  about?: string;
  ask?: string;
  locale?: Locale;
  role?: PlatformRole;
  coordinates?: string[];
  shownAs?: string;
  visibility?: Partial<ProfileVisibility>;
}

const OPEN: Partial<ProfileVisibility> = { name: 'everyone', title: 'everyone', city: 'everyone', languages: 'everyone', about: 'everyone' };

/** Invented, every one of them, and marked so: none of them is anyone. */
const PEOPLE: readonly Wish[] = [
  { key: 'ingrid', name: 'Ingrid Haugen', work: 'youthWork', title: 'Youth worker', organisation: 'City youth services', city: 'oslo', languages: ['nb', 'en'], timeZone: 'Europe/Oslo', shownAs: 'Frontline worker, Oslo', about: 'I work evenings around the station and the youth club. Most of my day is talking, and a little is paper.', ask: 'evening work, parents, school talks', visibility: OPEN },
  { key: 'samira', name: 'Samira Khalil', work: 'socialCare', title: 'أخصائية اجتماعية', organisation: 'Family services', city: 'stockholm', languages: ['ar', 'sv', 'en'], timeZone: 'Europe/Stockholm', locale: 'ar', shownAs: 'Social worker who reads Arabic, Stockholm', about: 'أعمل مع العائلات والشباب منذ أكثر من عشر سنوات. يهمني أن أسمع كيف تتعامل المدن الأخرى مع الخوف بعد الأزمات.', ask: 'العمل مع الأهل، اللغة، الثقة' },
  { key: 'aksel', name: 'Aksel Nygaard', work: 'cityHall', title: 'Prevention coordinator', organisation: 'City of Oslo', city: 'oslo', languages: ['nb', 'en', 'de'], timeZone: 'Europe/Oslo', coordinates: ['oslo'], shownAs: 'City coordinator, Oslo', about: 'I bring the people in Oslo together who would otherwise meet too late.', ask: 'working across agencies', visibility: OPEN },
  { key: 'aino', name: 'Aino Virtanen', work: 'cityHall', title: 'Security and prevention planner', organisation: 'City of Helsinki', city: 'helsinki', languages: ['fi', 'sv', 'en'], timeZone: 'Europe/Helsinki', coordinates: ['helsinki'], shownAs: 'City coordinator, Helsinki', about: 'I plan how schools, police and social care act together in Helsinki.', ask: 'Anchor teams, agreements between agencies', visibility: OPEN },
  { key: 'lea', name: 'Lea Brandt', work: 'community', title: 'Moderator', organisation: 'Network staff', city: null, languages: ['de', 'en', 'fr'], timeZone: 'Europe/Berlin', role: 'moderator', shownAs: 'Moderator', about: 'I look after the conversations here. Write to me if a rule is not clear.', ask: 'the rules of this place', visibility: OPEN },
  { key: 'daniel', name: 'Daniel Okoye', work: 'community', title: 'Administrator', organisation: 'Network staff', city: null, languages: ['en', 'es'], timeZone: 'America/New_York', role: 'administrator', shownAs: 'Administrator', about: 'I keep the platform running.', visibility: OPEN },
  { key: 'tuomas', name: 'Tuomas Lehtonen', work: 'police', title: 'Prevention officer', organisation: 'Helsinki police, prevention unit', city: 'helsinki', languages: ['fi', 'en'], timeZone: 'Europe/Helsinki', about: 'I sit in the same room as a social worker and a nurse. It changed how I work.', ask: 'first talks with a worried family', visibility: { organisation: 'nobody' } },
  { key: 'elsa', name: 'Elsa Lindqvist', work: 'school', title: 'Teacher, digital literacy', organisation: 'City schools', city: 'stockholm', languages: ['sv', 'en'], timeZone: 'Europe/Stockholm', about: 'I train colleagues to talk about what pupils see online.', ask: 'disinformation in class, age 13 to 16' },
  { key: 'jonas', name: 'Jonas Weber', work: 'youthWork', title: 'Street worker', organisation: 'Outreach team', city: 'berlin', languages: ['de', 'en'], timeZone: 'Europe/Berlin', about: 'Ten years of street work. I learned most from what went wrong.', ask: 'groups in public space' },
  { key: 'mira', name: 'Mira Özdemir', work: 'cityHall', title: 'Officer for democracy', organisation: 'City of Berlin', city: 'berlin', languages: ['de', 'tr', 'en'], timeZone: 'Europe/Berlin', coordinates: ['berlin'], ask: 'funding small local groups' },
  { key: 'maria', name: 'Maria Alvarez', work: 'community', title: 'Community liaison', organisation: 'Hate crime prevention office', city: 'new-york-city', languages: ['es', 'en'], timeZone: 'America/New_York', about: 'I meet people where they are: markets, parishes, gyms.', ask: 'reporting without fear' },
  { key: 'pieter', name: 'Pieter Claes', work: 'cityHall', title: 'Policy adviser on polarisation', organisation: 'City of Antwerp', city: 'antwerp', languages: ['nl', 'fr', 'en'], timeZone: 'Europe/Brussels', coordinates: ['antwerp'], ask: 'early signs of tension in a district' },
  { key: 'fatima', name: 'Fatima el Idrissi', work: 'socialCare', title: 'Family counsellor', organisation: 'Support centre', city: 'the-hague', languages: ['nl', 'ar', 'en'], timeZone: 'Europe/Amsterdam', about: 'I listen to mothers and fathers who are afraid for their child.', ask: 'family support, Arabic and Dutch' },
  { key: 'hannah', name: 'Hannah Vogel', work: 'probation', title: 'Probation officer', organisation: 'Probation service', city: 'munich', languages: ['de', 'en'], timeZone: 'Europe/Berlin', ask: 'the first weeks after release', visibility: { about: 'nobody' } },
  { key: 'stefan', name: 'Stefan Maier', work: 'community', title: 'Network organiser', organisation: 'Alliance of clubs and parishes', city: 'nuremberg', languages: ['de', 'en'], timeZone: 'Europe/Berlin', ask: 'answering marches without escalation' },
  { key: 'tasha', name: 'Tasha Greene', work: 'health', title: 'Trauma counsellor', organisation: 'County recovery programme', city: 'highland-park', languages: ['en'], timeZone: 'America/Chicago', about: 'I stay with people after the cameras have left.', ask: 'the first year after an attack' },
  { key: 'omar', name: 'Omar Haddad', work: 'school', title: 'School counsellor', organisation: 'County schools', city: 'hennepin-county', languages: ['en', 'ar', 'so'], timeZone: 'America/Chicago', ask: 'pupils who feel singled out' },
  { key: 'ruth', name: 'Ruth Feldman', work: 'research', title: 'Evaluator', organisation: 'City research office', city: 'los-angeles', languages: ['en', 'es'], timeZone: 'America/Los_Angeles', about: 'I help teams find out whether it worked, without making it a burden.', ask: 'small and honest evaluations' },
];

/**
 * Makes the demo people once; those who are there stay as they are. `cities` by slug, as far as they are there.
 * Refused in production, whoever calls.
 */
export async function seedDemoPeople(app: INestApplicationContext, cities: ReadonlyMap<string, DemoCity>): Promise<Map<string, DemoPerson>> {
  if (app.get<Config>(Config as never, { strict: false }).settings.NODE_ENV === 'production') throw new Error('Demo accounts have a known password: production refuses them.');
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const work = app.get(Work, { strict: false });
  const made = await work.run(SYSTEM, async (tx) => {
    const people: DemoPerson[] = [];
    for (const wish of PEOPLE) people.push(await seed(tx, wish, cities, passwordHash));
    return people;
  });
  return new Map(made.map((person) => [person.key, person]));
}

async function seed(tx: Tx, wish: Wish, cities: ReadonlyMap<string, DemoCity>, passwordHash: string): Promise<DemoPerson> {
  const email = `${wish.key}@demo.crosscity.invalid`;
  const name = `${wish.name} (demo)`;
  const known = await tx.repo(PersonEntity).findOneBy({ email });
  const city = wish.city ? cities.get(wish.city) : undefined;
  const person = known ?? Object.assign(new PersonEntity(), {
    id: newId(), voiceId: newId(), email, passwordHash, displayName: name, sortName: sortNameOf(name), handle: newSpokenCode().toLowerCase(), work: wish.work, title: wish.title, organisation: wish.organisation,
    about: wish.about ?? '', askMeAbout: wish.ask ?? '', languages: wish.languages, visibility: { ...FIRST_VISIBILITY, directory: 'members', ...wish.visibility }, role: wish.role ?? 'member', status: 'active',
    cityId: city?.id ?? null, place: null, locale: wish.locale ?? 'en', timeZone: wish.timeZone, isDemo: true, createdAt: tx.now, profileVersion: 1, suspendedUntil: null, careVersion: 1,
  } satisfies Omit<PersonEntity, 'sort'>);
  if (!known) {
    await tx.repo(VoiceEntity).insert({ id: person.voiceId, kind: 'member', cityId: null, ...voiceFields(person, city?.name ?? null) });
    await tx.repo(PersonEntity).insert(person);
  }
  for (const slug of wish.coordinates ?? []) {
    const cared = cities.get(slug);
    if (cared) await tx.repo(CoordinatorEntity).upsert({ personId: person.id, cityId: cared.id }, ['personId', 'cityId']);
  }
  return { key: wish.key, personId: person.id, voiceId: person.voiceId, email, name, locale: person.locale, shownAs: wish.shownAs ?? null };
}

/** Lines for whoever starts a demonstration. */
export function demoSignIns(people: ReadonlyMap<string, DemoPerson>): string[] {
  const shown = [...people.values()].filter(({ shownAs }) => shownAs);
  const width = Math.max(...shown.map(({ email }) => email.length));
  return [`Demo accounts, invented people; the password of each is ${DEMO_PASSWORD}`, ...shown.map(({ email, shownAs }) => `  ${email.padEnd(width)}  ${shownAs}`)];
}

import { CitiesModule } from '@crosscity/cities/server';
import { EventsModule } from '@crosscity/events/server';
import { ForumModule } from '@crosscity/forum/server';
import { IdentityModule } from '@crosscity/identity/server';
// Puts sessions before the routes.
import '@crosscity/identity/testing';
import { ModerationModule } from '@crosscity/moderation/server';
import { NotificationsModule } from '@crosscity/notifications/server';
import { Database } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';
import { loadSample } from './index';

const TABLES = ['theme', 'city', 'person', 'thread', 'lesson_text', 'reply', 'trial', 'event', 'registration', 'city_follow', 'report', 'moderation_case'];

let app: TestApp;

async function rows(): Promise<Record<string, number>> {
  const counts = await Promise.all(TABLES.map((table) => app.nest.get(Database).row<{ count: number }>(`select count(*)::int count from ${table}`)));
  return Object.fromEntries(TABLES.map((table, index) => [table, counts[index]!.count]));
}

beforeAll(async () => {
  app = await startApp([IdentityModule, ModerationModule, CitiesModule, ForumModule, EventsModule, NotificationsModule], { MODE: 'demo' });
  await loadSample(app.nest);
}, 60_000);

describe('the sample', () => {
  it('holds the cities, lessons, meetings and the talk about them', async () => {
    expect(await rows()).toMatchObject({ theme: 11, city: 18, thread: 33, reply: 45, trial: 13, event: 3, registration: 7, report: 1, moderation_case: 1 });
  });

  it('adds nothing when it is loaded again', async () => {
    const before = await rows();
    const lines = await loadSample(app.nest);
    expect(await rows()).toEqual(before);
    expect(lines.join('\n')).toContain('ingrid@demo.crosscity.invalid');
  });

  it('goes on where a start was cut off', async () => {
    const before = await rows();
    await app.nest.get(Database).rows(`delete from moderation_case`);
    await app.nest.get(Database).rows(`delete from idempotency_key where answer::text like '%reason%'`);
    await loadSample(app.nest);
    expect(await rows()).toEqual(before);
  });

  it('links nothing that is told without attribution to a person or a city', async () => {
    const [left] = await app.nest.get(Database).rows<{ count: number }>(
      `select count(*)::int count from thread t join voice v on v.id = t.voice_id where v.kind = 'unattributed' and t.city_id is not null`,
    );
    expect(left!.count).toBe(0);
  });

  it('fills the inboxes of those whom it concerns', async () => {
    await app.settle();
    const [row] = await app.nest.get(Database).rows<{ email: string }>(`select email from person where email like 'ingrid@%'`);
    const ingrid = app.guest();
    await ingrid.post('/auth/sign-in', { email: row!.email, password: 'crosscity-demo' });
    const { inbox, viewer } = await ingrid.ask(`{ inbox(view: new, first: 20) { items { kind newCount } } viewer { unreadCount } }`);
    expect(inbox.items.length).toBeGreaterThan(2);
    expect(viewer.unreadCount).toBeGreaterThan(2);
  }, 30_000);
});

describe('the home page', () => {
  const MEMBER = `{ inbox(view: new, first: 5) { items { id kind } } drafts { id } followedLessons: lessons(first: 3, filter: { followed: true }) { items { id city { slug } } }
    nextRegistrations: events(when: mine, first: 1) { items { id slug viewerRegistration { code } } } }`;

  it('shows lessons of followed cities only, the next registration, and takes a constant number of statements', async () => {
    const ingrid = app.guest();
    await ingrid.post('/auth/sign-in', { email: 'ingrid@demo.crosscity.invalid', password: 'crosscity-demo' });
    await ingrid.ask(MEMBER);
    const { result, statements } = await app.counting(() => ingrid.ask(MEMBER));
    expect(new Set(result.followedLessons.items.map(({ city }: { city: { slug: string } }) => city.slug))).toEqual(new Set(['helsinki', 'stockholm']));
    expect(result.nextRegistrations.items[0].slug).toBe('oslo-meeting');
    expect(statements.length).toBeLessThanOrEqual(14);
  });

  it('gives guests nothing by the filter of followed cities', async () => {
    const { lessons } = await app.guest().ask(`{ lessons(first: 3, filter: { followed: true }) { items { id } totalCount } }`);
    expect(lessons).toEqual({ items: [], totalCount: 0 });
  });
});

describe('the page of a city', () => {
  it('takes the same few statements for a city with everything as for one with nothing', async () => {
    const PAGE = `query P($slug: String!) { city(slug: $slug) { name themes { name } members { name } lessons(first: 5) { items { title city { name } voice { name } } } trials(first: 5) { advice city { name } voice { name } lesson { title } } meetings { title city { name } } } }`;
    const count = async (slug: string) => (await app.counting(() => app.guest().ask(PAGE, { slug }))).statements.length;
    await count('oslo');
    const [much, little] = [await count('oslo'), await count('stamford')];
    expect(much).toBeLessThanOrEqual(12);
    expect(little).toBeLessThanOrEqual(much);
  });
});

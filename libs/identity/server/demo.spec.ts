import { DEMO_PASSWORD, IdentityModule, demoSignIns, seedDemoPeople } from '@crosscity/identity/server';
import { makeCityRow } from '@crosscity/identity/testing';
import { Config, Database } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';

const cities = new Map<string, { id: string; name: string }>();

describe('demo people', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp([IdentityModule]);
    for (const slug of ['oslo', 'helsinki', 'stockholm']) cities.set(slug, await makeCityRow(app, slug));
  });

  it('are made once, marked, and can sign in', async () => {
    const first = await seedDemoPeople(app.nest, cities);
    const second = await seedDemoPeople(app.nest, cities);
    expect(second.get('ingrid')).toEqual(first.get('ingrid'));
    for (const { name } of first.values()) expect(name).toMatch(/ \(demo\)$/);
    expect(demoSignIns(first)).toHaveLength(7);
    const coordinator = app.guest();
    await coordinator.post('/auth/sign-in', { email: first.get('aksel')!.email, password: DEMO_PASSWORD });
    expect(await coordinator.ask('{ viewer { name coordinates } }')).toEqual({ viewer: { name: 'Aksel Nygaard (demo)', coordinates: [cities.get('oslo')!.id] } });
    const [{ count }] = await app.nest.get(Database).rows<{ count: number }>('select count(*)::int count from person where is_demo') as [{ count: number }];
    expect(count).toBe(first.size);
  });

  it('are refused in production, whoever asks', async () => {
    const { settings } = app.nest.get<Config>(Config as never);
    const production = { get: (token: unknown) => (token === Config ? { settings: { ...settings, NODE_ENV: 'production' } } : app.nest.get(token as never)) };
    await expect(seedDemoPeople(production as never, cities)).rejects.toThrow('production refuses');
  });
});

import type { NestExpressApplication } from '@nestjs/platform-express';
import { seedCities } from '@crosscity/cities/server';
import { demoSignIns, seedDemoPeople } from '@crosscity/identity/server';
import { Work } from '@crosscity/platform/server';
import cities from '../../sample/cities.json';
import themes from '../../sample/topics.json';

/** Loads the sample content and the demo accounts once. Returns the lines that tell how to sign in. */
export async function loadSample(app: NestExpressApplication): Promise<string[]> {
  const work = app.get(Work);
  const cityIds = await seedCities(work, themes, cities);
  const people = await seedDemoPeople(app, new Map(cities.map(({ slug, name }) => [slug, { id: cityIds.get(slug)!, name }])));
  return demoSignIns(people);
}

import type { NestExpressApplication } from '@nestjs/platform-express';
import { type SampleTerm, TermsRepository, seedCities, seedTerms } from '@crosscity/cities/server';
import { type SampleEvent, seedEvents } from '@crosscity/events/server';
import { WordList, seedLessons } from '@crosscity/forum/server';
import { demoSignIns, seedDemoPeople } from '@crosscity/identity/server';
import { Work } from '@crosscity/platform/server';
import cities from '../../sample/cities.json' with { type: 'json' };
import events from '../../sample/events.json' with { type: 'json' };
import lessons from '../../sample/lessons.json' with { type: 'json' };
import library from '../../sample/library.json' with { type: 'json' };
import terms from '../../sample/terms.json' with { type: 'json' };
import themes from '../../sample/topics.json' with { type: 'json' };
import { liveTheDemo } from './demo-life';

const DAY = 24 * 60 * 60 * 1_000;

/**
 * Loads the sample content and the demo accounts: what is missing is added, what is there stays as people left it. So it
 * runs at every start of a demonstration, and goes on where a start was cut off. Returns the lines that tell how to sign in.
 */
export async function loadSample(app: NestExpressApplication): Promise<string[]> {
  const work = app.get(Work);
  const byCity = await seedCities(work, themes, cities);
  await seedTerms(work, app.get(TermsRepository, { strict: false }), terms as SampleTerm[]);
  const people = await seedDemoPeople(app, byCity);
  const byLesson = await seedLessons(work, lessons, { cities: byCity, library, newest: new Date(Date.now() - 20 * DAY) });
  const byEvent = await seedEvents(app, events as SampleEvent[], new Map([...byCity].map(([slug, { id }]) => [slug, id])));
  await liveTheDemo(app, { cities: byCity, people, lessons: byLesson, events: byEvent });
  // What the sample says, for mistyped words. Lessons that people publish add theirs.
  await app.get(WordList, { strict: false }).makeAnew();
  return demoSignIns(people);
}

import { CitiesModule, TermsRepository, seedCities, seedTerms, type SampleTerm } from '@crosscity/cities/server';
import { ForumModule, WordList, seedLessons } from '@crosscity/forum/server';
import { IdentityModule } from '@crosscity/identity/server';
import { ModerationModule } from '@crosscity/moderation/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';
import cities from '../sample/cities.json' with { type: 'json' };
import lessons from '../sample/lessons.json' with { type: 'json' };
import library from '../sample/library.json' with { type: 'json' };
import terms from '../sample/terms.json' with { type: 'json' };
import themes from '../sample/topics.json' with { type: 'json' };
import { SEARCH_SET } from './sample/search-set';

const SEARCH = `query Search($query: String!) { searchForum(query: $query, first: 3) { totalCount corrected also { language words count } items { lesson { id title } snippet } } }`;
const NEEDED = 54;

let app: TestApp;
let ids: Map<string, string>;

beforeAll(async () => {
  app = await startApp([IdentityModule, ModerationModule, CitiesModule, ForumModule]);
  const byCity = await seedCities(app.work, themes, cities);
  await seedTerms(app.work, app.nest.get(TermsRepository), terms as SampleTerm[]);
  ids = await seedLessons(app.work, lessons, { cities: byCity, library, newest: new Date('2026-06-01') });
  await app.nest.get(WordList).makeAnew();
});

describe('the sixty queries', () => {
  it(`find an expected lesson among the first three in ${NEEDED} cases or more`, async () => {
    const slugs = new Map([...ids].map(([slug, id]) => [id, slug]));
    const missed: string[] = [];
    for (const [skill, language, query, ...expected] of SEARCH_SET) {
      const { searchForum } = await app.guest(language === 'ar' ? 'ar' : 'en').ask(SEARCH, { query });
      const found = searchForum.items.map(({ lesson }: { lesson: { id: string } }) => slugs.get(lesson.id));
      if (!found.some((slug: string) => expected.includes(slug))) missed.push(`${skill} ${language} "${query}": ${found.join(', ') || 'nothing'}${searchForum.corrected ? ` (as "${searchForum.corrected}")` : ''}`);
    }
    process.stdout.write(`search set: ${SEARCH_SET.length - missed.length} of ${SEARCH_SET.length} found${missed.map((line) => `\n  missed: ${line}`).join('')}\n`);
    expect(SEARCH_SET.length).toBe(60);
    expect(SEARCH_SET.length - missed.length).toBeGreaterThanOrEqual(NEEDED);
  });

  it('say what else the words are called, and as what a mistyped query was read', async () => {
    const german = (await app.guest().ask(SEARCH, { query: 'Hasskriminalität' })).searchForum;
    expect(german.also).toContainEqual({ language: 'en', words: 'hate crime', count: expect.any(Number) });
    expect(german.items.some(({ snippet }: { snippet: string }) => snippet.includes('<mark>'))).toBe(true);
    const mistyped = (await app.guest().ask(SEARCH, { query: 'basketbal' })).searchForum;
    expect(mistyped).toMatchObject({ corrected: 'basketball', totalCount: 1 });
  });
});

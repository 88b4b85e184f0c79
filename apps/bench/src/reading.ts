import { headers, ask, operation } from './api.ts';
import { type Figures, plain, rate } from './figures.ts';
import { measure } from './load.ts';
import { idOf } from './seed.ts';

/** Threads with exactly twenty replies, public ones. */
const usual = Array.from({ length: 400 }, (_, index) => index + 2).filter((number) => number % 10 !== 0);

const searches = ['youth school', 'police trust', 'rumour online', 'evening street', 'family support', 'mentor training', 'dialogue conflict', 'library club'];

/** In one title each, and in nearly every text. */
const rareSearches = ['1117', '2203', '3301', '4409'];
const commonSearches = ['youth', 'police', 'school', 'family'];
/** Nothing holds these: the list of words is asked, and the search made anew with what is near. */
const mistypedSearches = ['polcie', 'famliy', 'libary', 'dialouge'];

/** Reads of the signed-out and the signed-in, each beside the bare server that answers with the same rows. */
export async function measureReading(api: string, limit: string, cookie: string): Promise<Figures> {
  const lesson = (number: number) => operation('LessonPage', { id: idOf('thread', number) });
  const sample = await ask<{ lesson: { replies: { items: unknown[] } } }>(api, lesson(2));
  if (sample.lesson.replies.items.length !== 20) throw new Error('A usual lesson should show 20 replies.');
  await ask(api, lesson(2), cookie);
  const graphql = `${api}/graphql`;
  const bodies = usual.map(lesson);

  const bare = await measure({ url: `${limit}/lesson`, bodies: usual.map((number) => ({ id: idOf('thread', number) })) });
  const guest = await measure({ url: graphql, headers, bodies });
  const member = await measure({ url: graphql, headers: { ...headers, cookie }, bodies });
  const long = await measure({ url: graphql, headers, bodies: [lesson(1)] });
  const short = await measure({ url: graphql, headers, bodies: [lesson(2)] });

  const bareList = await measure({ url: `${limit}/list`, bodies: [{}] });
  const list = await measure({ url: graphql, headers, bodies: [operation('LessonListPage', { first: 20 })] });
  const listMember = await measure({ url: graphql, headers: { ...headers, cookie }, bodies: [operation('LessonListPage', { first: 20 })] });

  const searching = (words: readonly string[]) => measure({ url: graphql, headers, bodies: words.map((query) => operation('SearchPage', { query, cityFilter: { text: query }, asked: true, first: 20 })) });
  const bareSearch = await measure({ url: `${limit}/search`, bodies: searches.map((words) => ({ words })) });
  const search = await searching(searches);
  const rare = await searching(rareSearches);
  const common = await searching(commonSearches);
  const mistyped = await searching(mistypedSearches);

  const paths = usual.map((number) => `/lessons/${idOf('thread', number)}/lesson-${number}`);
  const page = await measure({ url: api, method: 'GET', paths });
  const pageMember = await measure({ url: api, method: 'GET', paths, headers: { cookie } });

  const errors = [guest, member, long, short, list, listMember, search, rare, common, mistyped, page, pageMember].reduce((sum, outcome) => sum + outcome.errors, 0);
  return {
    'lesson.read guest': rate(guest.rate, bare.rate),
    'lesson.read member': rate(member.rate, bare.rate),
    'lesson.read guest p99': plain(guest.p99, 'ms'),
    'lesson.read member p99': plain(member.p99, 'ms'),
    'lesson.list guest': rate(list.rate, bareList.rate),
    'lesson.list member': rate(listMember.rate, bareList.rate),
    'search guest': rate(search.rate, bareSearch.rate),
    'search guest, rare word': rate(rare.rate, bareSearch.rate),
    'search guest, common word': rate(common.rate, bareSearch.rate),
    'search guest, mistyped': rate(mistyped.rate, bareSearch.rate),
    'page.html guest': rate(page.rate, bare.rate),
    'page.html member': rate(pageMember.rate, bare.rate),
    'growth 2000 replies': plain(short.rate / long.rate, 'times slower'),
    'reading errors': plain(errors, 'answers'),
  };
}

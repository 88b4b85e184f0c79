import { CitiesModule, ThemeEntity } from '@crosscity/cities/server';
import { type MadeCity, makeCity, makeTheme } from '@crosscity/cities/testing';
import { IdentityModule, PersonEntity, VoiceEntity } from '@crosscity/identity/server';
import { makeCoordinator, makeMember, makeStaff } from '@crosscity/identity/testing';
import { SYSTEM } from '@crosscity/platform/server';
import { type Client, type TestApp, startApp } from '@crosscity/platform/testing';
import { CityFollowEntity } from './city-follow.entity';
import { CityRevisionEntity } from './city-revision.entity';

const LIST = `query List($filter: CityFilter, $first: Int!, $after: String) {
  cities(filter: $filter, first: $first, after: $after) { totalCount nextCursor items { id slug name country themes { slug name } follows viewerCan { edit follow } } }
}`;
const PAGE = `query Page($slug: String!) {
  city(slug: $slug) { id name summary structures languages version checkedAt isSample follows themes { slug name } voice { kind name handle } members { name title } viewerCan { edit follow } }
}`;
const EDIT = `mutation Edit($input: EditCityInput!) { editCity(input: $input) { version summary structures languages themes { slug } checkedAt } }`;
const FOLLOW = `mutation Follow($input: FollowCityInput!) { followCity(input: $input) { id follows } }`;
const UNFOLLOW = `mutation Unfollow($input: FollowCityInput!) { unfollowCity(input: $input) { id follows } }`;

let app: TestApp;
let oslo: MadeCity;

beforeAll(async () => {
  app = await startApp([IdentityModule, CitiesModule]);
  await makeTheme(app);
  await makeTheme(app, 'digital-literacy', { en: 'Digital literacy' });
  oslo = await makeCity(app, { name: 'Oslo', slug: 'oslo', otherNames: ['أوسلو', 'Christiania'], topics: ['multi-agency-work'] });
  await makeCity(app, { name: 'Malmö', slug: 'malmo', country: 'SE', timezone: 'Europe/Stockholm' });
  await makeCity(app, { name: 'Berlin', slug: 'berlin', country: 'DE', timezone: 'Europe/Berlin', topics: ['digital-literacy'] });
});

const profile = (change: Record<string, unknown> = {}) => ({
  cityId: oslo.id, version: 1, summary: 'New words', profileLanguage: 'en', structures: ['SaLTo'], languages: ['nb', 'en'], themes: ['multi-agency-work'], ...change,
});

async function names(client: Client, filter: Record<string, unknown>): Promise<string[]> {
  const { cities } = await client.ask(LIST, { filter, first: 50 });
  return cities.items.map(({ name }: { name: string }) => name);
}

describe('the directory of cities', () => {
  it('is open to guests, from A to Z, with themes in the language of the reader', async () => {
    const { cities } = await app.guest('ar').ask(LIST, { first: 50 });
    expect(cities.items.map(({ name }: { name: string }) => name)).toEqual(['Berlin', 'Malmö', 'Oslo']);
    expect(cities.totalCount).toBe(3);
    expect(cities.items[2].themes).toEqual([{ slug: 'multi-agency-work', name: 'العمل المشترك بين الجهات' }]);
    // No Arabic name yet: English, not an empty label.
    expect(cities.items[0].themes).toEqual([{ slug: 'digital-literacy', name: 'Digital literacy' }]);
    expect(cities.items[0].viewerCan).toEqual({ edit: false, follow: false });
  });

  it.each([
    ['malmo', ['Malmö']], ['MALMÖ', ['Malmö']], ['اوسلو', ['Oslo']], ['christ', ['Oslo']], ['Germany', ['Berlin']], ['ألمانيا', ['Berlin']], ['السويد', ['Malmö']],
    ['%', []], ['_', []], ['nowhere', []], [' oslo ', ['Oslo']],
  ])('finds %j', async (text, found) => {
    expect(await names(app.guest(), { text })).toEqual(found);
  });

  it('filters by country and theme together', async () => {
    expect(await names(app.guest(), { country: 'DE' })).toEqual(['Berlin']);
    expect(await names(app.guest(), { theme: 'multi-agency-work' })).toEqual(['Oslo']);
    expect(await names(app.guest(), { theme: 'multi-agency-work', country: 'DE' })).toEqual([]);
  });

  it('tells how many there are by country and theme', async () => {
    const { cityFacets } = await app.guest().ask(`{ cityFacets { countries { country count } themes { theme { slug } count } } }`);
    expect(cityFacets.countries).toEqual([{ country: 'DE', count: 1 }, { country: 'NO', count: 1 }, { country: 'SE', count: 1 }]);
    expect(cityFacets.themes).toEqual(expect.arrayContaining([{ theme: { slug: 'digital-literacy' }, count: 1 }]));
  });

  it('pages without gaps or repeats, and refuses a cursor that nobody gave out', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { cities }: { cities: { items: { name: string }[]; nextCursor: string | null; totalCount: number } } = await app.guest().ask(LIST, { first: 1, after });
      seen.push(...cities.items.map(({ name }) => name));
      expect(cities.totalCount).toBe(3);
      after = cities.nextCursor;
    } while (after);
    expect(seen).toEqual(['Berlin', 'Malmö', 'Oslo']);
    await expect(app.guest().ask(LIST, { first: 1, after: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'platform.invalid' });
  });

  it.each([{ country: 'Norway' }, { text: 'x'.repeat(81) }, { theme: 'No Such' }, { text: 'a\u0000b' }])('refuses the filter %j', async (filter) => {
    await expect(app.guest().ask(LIST, { filter, first: 5 })).rejects.toMatchObject({ code: 'platform.invalid' });
  });

  it('takes one statement, however many cities and themes', async () => {
    const { statements } = await app.counting(() => app.guest().ask(LIST, { first: 50 }));
    expect(statements).toHaveLength(1);
  });
});

describe('the page of a city', () => {
  it('shows members to members, to guests only those who chose so, and nobody who did not agree', async () => {
    const reader = await makeMember(app, { name: 'Samira' });
    const shown = await makeMember(app, { name: 'Ingrid', city: oslo, title: 'Youth worker' });
    const [hidden, open, elsewhere] = [await makeMember(app, { name: 'Hidden', city: oslo }), await makeMember(app, { name: 'Open', city: oslo }), await makeMember(app, { name: 'Elsewhere', city: oslo })];
    const choose = ({ person }: typeof hidden, visibility: object, guestsSee: ('name' | 'title' | 'place')[] = []) => app.work.run(SYSTEM, async (tx) => {
      await tx.repo(PersonEntity).update({ id: person.id }, { visibility: { ...person.visibility, ...visibility } });
      await tx.repo(VoiceEntity).update({ id: person.voiceId }, { guestsSee });
    });
    await choose(hidden, { directory: 'nobody' });
    await choose(elsewhere, { city: 'nobody' });
    await choose(open, { name: 'everyone', city: 'everyone' }, ['name', 'place']);

    expect((await reader.ask(PAGE, { slug: 'oslo' })).city.members).toEqual([{ name: shown.person.displayName, title: 'Youth worker' }, { name: 'Open', title: 'Youth worker' }]);
    expect((await app.guest().ask(PAGE, { slug: 'oslo' })).city.members).toEqual([{ name: 'Open', title: null }]);
  });

  it('says who speaks for it, without any person', async () => {
    const { city } = await app.guest().ask(PAGE, { slug: 'oslo' });
    expect(city.voice).toEqual({ kind: 'city', name: 'Oslo', handle: 'oslo' });
  });

  it('is not there for a slug that names nothing', async () => {
    await expect(app.guest().ask(PAGE, { slug: 'atlantis' })).rejects.toMatchObject({ code: 'platform.notFound' });
    await expect(app.guest().ask(PAGE, { slug: 'x'.repeat(5_000) })).rejects.toMatchObject({ code: 'platform.notFound' });
  });

  it('takes two statements for a member, with everything on it', async () => {
    const reader = await makeMember(app);
    await reader.ask(PAGE, { slug: 'oslo' });
    const { statements } = await app.counting(() => reader.ask(PAGE, { slug: 'oslo' }));
    expect(statements.filter((text) => !/session|from person p\b.*coordinator/s.test(text))).toHaveLength(2);
  });
});

describe('following', () => {
  it('is kept once, however often it is asked for at once, and can be ended', async () => {
    const member = await makeMember(app);
    const input = { cityId: oslo.id };
    const answers = await Promise.all(Array.from({ length: 12 }, () => member.ask(FOLLOW, { input })));
    expect(answers.every(({ followCity }) => followCity.follows)).toBe(true);
    expect(await app.work.run(SYSTEM, (tx) => tx.repo(CityFollowEntity).countBy({ personId: member.person.id }))).toBe(1);
    expect(await names(member, { followed: true })).toEqual(['Oslo']);
    expect((await member.ask(UNFOLLOW, { input })).unfollowCity.follows).toBe(false);
    expect((await member.ask(UNFOLLOW, { input })).unfollowCity.follows).toBe(false);
    expect(await names(member, { followed: true })).toEqual([]);
  });

  it('is one\'s own: others see nothing of it', async () => {
    const [one, other] = [await makeMember(app), await makeMember(app)];
    await one.ask(FOLLOW, { input: { cityId: oslo.id } });
    expect((await other.ask(PAGE, { slug: 'oslo' })).city.follows).toBe(false);
  });

  it('is refused to guests and for a city that is not there', async () => {
    await expect(app.guest().ask(FOLLOW, { input: { cityId: oslo.id } })).rejects.toMatchObject({ code: 'platform.signInFirst' });
    const member = await makeMember(app);
    await expect(member.ask(FOLLOW, { input: { cityId: '00000000-0000-4000-8000-00000000dead' } })).rejects.toMatchObject({ code: 'platform.notFound' });
    await expect(member.ask(FOLLOW, { input: { cityId: 'oslo' } })).rejects.toMatchObject({ code: 'platform.invalid' });
  });
});

describe('editing a profile', () => {
  it('is for coordinators of that city and for staff', async () => {
    const bergen = await makeCity(app, { name: 'Bergen' });
    const [member, neighbour, own, staff] = [await makeMember(app, { city: bergen }), await makeCoordinator(app, oslo), await makeCoordinator(app, bergen), await makeStaff(app)];
    const input = profile({ cityId: bergen.id });
    await expect(app.guest().ask(EDIT, { input })).rejects.toMatchObject({ code: 'platform.signInFirst' });
    for (const other of [member, neighbour]) {
      expect((await other.ask(PAGE, { slug: bergen.slug })).city.viewerCan.edit).toBe(false);
      await expect(other.ask(EDIT, { input })).rejects.toMatchObject({ code: 'platform.notAllowed' });
    }
    expect((await own.ask(PAGE, { slug: bergen.slug })).city.viewerCan.edit).toBe(true);
    expect((await own.ask(EDIT, { input })).editCity).toMatchObject({ version: 2, summary: 'New words', structures: ['SaLTo'], languages: ['nb', 'en'] });
    expect((await staff.ask(EDIT, { input: { ...input, version: 2, summary: 'By staff' } })).editCity.summary).toBe('By staff');
  });

  it('tells the second of two who saved at once, and keeps what was replaced', async () => {
    const city = await makeCity(app, { name: 'Tromsø', summary: 'First words' });
    const editors = [await makeCoordinator(app, city), await makeCoordinator(app, city), await makeCoordinator(app, city)];
    const outcomes = await Promise.allSettled(editors.map((editor, index) => editor.ask(EDIT, { input: profile({ cityId: city.id, summary: `Words of ${index}` }) })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'platform.conflict', data: { version: 2 } });
    const kept = await app.work.run(SYSTEM, (tx) => tx.repo(CityRevisionEntity).findBy({ cityId: city.id }));
    expect(kept).toMatchObject([{ version: 1, profile: { summary: 'First words' } }]);
  });

  it.each([
    ['an unknown theme', { themes: ['no-such-theme'] }], ['too long a summary', { summary: 'x'.repeat(601) }], ['too many structures', { structures: Array(13).fill('x') }],
    ['a hidden character', { structures: ['a\u202Eb'] }], ['a language that is none', { languages: ['Norsk bokmål'] }], ['a theme twice', { themes: ['multi-agency-work', 'multi-agency-work'] }],
  ])('refuses %s and changes nothing', async (_, change) => {
    const city = await makeCity(app, { topics: ['digital-literacy'] });
    const editor = await makeCoordinator(app, city);
    await expect(editor.ask(EDIT, { input: profile({ cityId: city.id, ...change }) })).rejects.toMatchObject({ code: 'platform.invalid' });
    expect((await editor.ask(PAGE, { slug: city.slug })).city).toMatchObject({ version: 1, themes: [{ slug: 'digital-literacy' }] });
  });

  it('drops empty lines and says when it was last found true', async () => {
    const city = await makeCity(app);
    const { editCity } = await (await makeCoordinator(app, city)).ask(EDIT, { input: profile({ cityId: city.id, structures: [' A ', '', '  '], themes: [] }) });
    expect(editCity).toMatchObject({ structures: ['A'], themes: [] });
    expect(Date.now() - Date.parse(editCity.checkedAt)).toBeLessThan(60_000);
  });
});

it('keeps themes in their order', async () => {
  const { themes } = await app.guest().ask(`{ themes { slug name } }`);
  expect(themes).toHaveLength(await app.work.run(SYSTEM, (tx) => tx.repo(ThemeEntity).count()));
});

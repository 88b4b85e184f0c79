import { type ProfileVisibility, type Visibility, VISIBILITIES } from '@crosscity/identity/contract';
import { CityNames, IdentityModule, USUAL_VISIBILITY, Voices } from '@crosscity/identity/server';
import { besidesWhoAsks, makeCityRow, makeMember, makeStaff, signIn, type MemberClient } from '@crosscity/identity/testing';
import { Anyone, Database } from '@crosscity/platform/server';
import { type Client, type TestApp, startApp } from '@crosscity/platform/testing';
import { Module } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { VoiceType } from './voice.type';

/** Stands for every page that shows a voice: a lesson, a reply, a list of speakers. */
@Resolver()
class SpokenResolver {
  constructor(private readonly voices: Voices) {}

  @Anyone()
  @Query(() => VoiceType, { nullable: true })
  async spoken(@Args('voiceId', { type: () => String }) voiceId: string): Promise<VoiceType | null> {
    return (await this.voices.byIds([voiceId])).get(voiceId) ?? null;
  }
}

@Module({ providers: [SpokenResolver] })
class SpokenModule {}

interface City { id: string; name: string }
let OSLO: City;
let HELSINKI: City;

async function makeCities(app: TestApp): Promise<void> {
  OSLO = await makeCityRow(app, 'Oslo');
  HELSINKI = await makeCityRow(app, 'Helsinki');
  app.nest.get(CityNames).use(async (ids) => new Map([OSLO, HELSINKI].filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name])));
}
const MEMBER = `query ($handle: String!) { member(handle: $handle) { id handle name work title organisation cityId place languages about askMeAbout viewerCan { edit } } }`;
const MINE = `{ myProfile { version handle name work title organisation place languages about askMeAbout visibility { name title organisation city languages about askMeAbout directory } } }`;
const EDIT = `mutation ($input: EditProfileInput!) { editProfile(input: $input) { version name place } }`;
const MEMBERS = `query ($filter: MembersFilter, $first: Int!, $after: String) { members(filter: $filter, first: $first, after: $after) { totalCount nextCursor items { id handle name title place languages } } }`;
const SPOKEN = `query ($voiceId: String!) { spoken(voiceId: $voiceId) { kind name handle title place } }`;

describe('profiles', () => {
  let app: TestApp;
  let reader: MemberClient;
  beforeAll(async () => {
    app = await startApp([IdentityModule, SpokenModule]);
    await makeCities(app);
    reader = await makeMember(app, { name: 'Reader' });
  });

  const edit = async (who: MemberClient, change: { visibility?: Partial<ProfileVisibility> } & Record<string, unknown> = {}) => {
    const { myProfile: { version, handle: _handle, visibility, place: _place, ...rest } } = await who.ask(MINE);
    return who.ask(EDIT, { input: { version, ...rest, ...change, visibility: { ...visibility, ...change.visibility } } });
  };
  /** Somebody with everything filled in. */
  const ingrid = async (visibility: Partial<ProfileVisibility> = {}) => {
    const member = await makeMember(app, { name: 'Ingrid Åsen', city: OSLO });
    await edit(member, { work: 'youthWork', title: 'Street worker', organisation: 'Night team', languages: ['nb', 'en'], about: 'Evening talks near the station.', askMeAbout: 'parents, school talks', visibility });
    return member;
  };
  const page = async (who: Client, member: MemberClient) => (await who.ask(MEMBER, { handle: member.person.handle })).member;

  const PARTS = { title: 'title', organisation: 'organisation', city: 'place', languages: 'languages', about: 'about', askMeAbout: 'askMeAbout' } as const;

  it.each(Object.entries(PARTS).flatMap(([part, field]) => VISIBILITIES.map((visible) => ({ part, field, visible }))))('shows $part for $visible to those, and to the member always', async ({ part, field, visible }) => {
    const member = await ingrid({ name: 'everyone', [part]: visible as Visibility });
    expect((await page(app.guest(), member))[field] !== null).toBe(visible === 'everyone');
    expect((await page(reader, member))[field] !== null).toBe(visible !== 'nobody');
    expect((await page(member, member))[field]).not.toBeNull();
    // Staff have no second sight here.
    if (visible === 'nobody') expect((await page(await makeStaff(app), member))[field]).toBeNull();
  });

  it('hides the field of work with the title', async () => {
    expect(await page(reader, await ingrid({ title: 'nobody' }))).toMatchObject({ work: null, title: null });
  });

  it('hides the whole page from guests unless the name is for everyone; hidden and missing look alike', async () => {
    const member = await ingrid();
    await expect(page(app.guest(), member)).rejects.toMatchObject({ code: 'platform.notFound' });
    await expect(app.guest().ask(MEMBER, { handle: 'nobody-here' })).rejects.toMatchObject({ code: 'platform.notFound' });
    expect(await page(reader, member)).toMatchObject({ name: 'Ingrid Åsen', place: 'Oslo', viewerCan: { edit: false } });
    expect(await page(member, member)).toMatchObject({ viewerCan: { edit: true } });
    await edit(member, { visibility: { name: 'everyone' } });
    expect(await page(app.guest(), member)).toMatchObject({ name: 'Ingrid Åsen', place: null });
  });

  it('never names the person behind a voice: what is shown refers to the voice', async () => {
    const member = await ingrid();
    const shown = await page(reader, member);
    expect(shown.id).toBe(member.person.voiceId);
    expect(JSON.stringify(shown)).not.toContain(member.person.id);
    expect(JSON.stringify(shown)).not.toContain(member.person.email);
  });

  it('changes the voice with the profile, wherever it has spoken', async () => {
    const member = await ingrid();
    const voiceId = member.person.voiceId;
    const spoken = async (who: Client) => (await who.ask(SPOKEN, { voiceId })).spoken;
    expect(await spoken(reader)).toEqual({ kind: 'member', name: 'Ingrid Åsen', handle: member.person.handle, title: 'Street worker', place: 'Oslo' });
    expect(await spoken(app.guest())).toEqual({ kind: 'member', name: null, handle: null, title: null, place: null });

    await edit(member, { name: 'Ingrid', visibility: { title: 'everyone', city: 'nobody' } });
    expect(await spoken(reader)).toMatchObject({ name: 'Ingrid', place: null });
    expect(await spoken(app.guest())).toMatchObject({ name: null, handle: null, title: 'Street worker', place: null });

    await edit(member, { visibility: { name: 'everyone', city: 'everyone', title: 'nobody' } });
    expect(await spoken(app.guest())).toEqual({ kind: 'member', name: 'Ingrid', handle: member.person.handle, title: null, place: 'Oslo' });
  });

  it('hides a suspended member’s page', async () => {
    const member = await ingrid();
    await app.nest.get(Database).rows(`update person set status = 'suspended' where id = $1`, [member.person.id]);
    await expect(page(reader, member)).rejects.toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses to save over a newer version: of two open forms, one is told', async () => {
    const member = await ingrid();
    const { myProfile: { handle: _handle, place: _place, ...input } } = await member.ask(MINE);
    const saves = await Promise.allSettled(['One', 'Two', 'Three'].map((about) => member.ask(EDIT, { input: { ...input, about } })));
    expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const save of saves) if (save.status === 'rejected') expect(save.reason).toMatchObject({ code: 'platform.conflict', data: { version: input.version + 1 } });
  });

  it.each([
    ['an empty name', { name: '  ' }, 'name'],
    ['an endless text', { about: 'x'.repeat(1_001) }, 'about'],
    ['a name that only members may not see', { visibility: { name: 'nobody' } }, 'visibility.name'],
    ['a directory for everyone', { visibility: { directory: 'everyone' } }, 'visibility.directory'],
  ])('says what is wrong: %s', async (_case, change, field) => {
    const member = await ingrid();
    await expect(edit(member, change as never)).rejects.toMatchObject({ code: 'platform.invalid', data: { fields: { [field]: expect.any(String) } } });
  });

  it('remembers language and time zone for every device', async () => {
    const member = await ingrid();
    await member.ask(`mutation ($input: ChooseDisplayInput!) { chooseDisplay(input: $input) { locale timeZone } }`, { input: { locale: 'ar', timeZone: 'America/New_York' } });
    const other = await signIn(app, member.person);
    expect(await other.ask('{ viewer { timeZone } myProfile { locale timeZone } }')).toEqual({ viewer: { timeZone: 'America/New_York' }, myProfile: { locale: 'ar', timeZone: 'America/New_York' } });
    await expect(member.ask(`mutation ($input: ChooseDisplayInput!) { chooseDisplay(input: $input) { locale } }`, { input: { locale: 'xx', timeZone: 'UTC' } })).rejects.toMatchObject({ code: 'platform.invalid' });
  });
});

describe('the directory', () => {
  let app: TestApp;
  let reader: MemberClient;
  const made: Record<string, MemberClient> = {};
  beforeAll(async () => {
    app = await startApp([IdentityModule]);
    await makeCities(app);
    reader = await makeMember(app, { name: 'Zoe Reader' });
    const { rows } = { rows: (sql: string, parameters: unknown[]) => app.nest.get(Database).rows(sql, parameters) };
    const people: [string, City, string, string[], Partial<ProfileVisibility>][] = [
      ['Åsa Berg', OSLO, 'police', ['sv', 'en'], {}],
      ['Bilal Nasser', HELSINKI, 'youthWork', ['ar', 'fi'], {}],
      ['Clara Lund', OSLO, 'school', ['nb'], { city: 'nobody' }],
      ['Dina Hofer', OSLO, 'youthWork', ['de'], { languages: 'nobody', title: 'nobody' }],
      ['Emil Unlisted', OSLO, 'police', ['nb'], { directory: 'nobody' }],
      ['Farah Said', OSLO, 'youthWork', ['ar'], { organisation: 'nobody' }],
    ];
    for (const [name, city, work, languages, visibility] of people) {
      made[name] = await makeMember(app, { name, city });
      await rows(`update person set work = $2, languages = $3, visibility = $4, organisation = 'Secret bureau' where id = $1`, [made[name].person.id, work, languages, JSON.stringify({ ...USUAL_VISIBILITY, organisation: 'nobody', ...visibility })]);
    }
  });
  const names = async (filter: object = {}, first = 50) => (await reader.ask(MEMBERS, { filter, first })).members.items.map(({ name }: { name: string }) => name);

  it('is for members only', async () => {
    await expect(app.guest().ask(MEMBERS, { first: 5 })).rejects.toMatchObject({ code: 'platform.signInFirst' });
  });

  it('lists by name those who agreed', async () => {
    expect(await names()).toEqual(['Åsa Berg', 'Bilal Nasser', 'Clara Lund', 'Dina Hofer', 'Farah Said', 'Zoe Reader']);
  });

  it.each<[string, () => object, string[]]>([
    ['city', () => ({ cityId: OSLO.id }), ['Åsa Berg', 'Dina Hofer', 'Farah Said']],
    ['field of work', () => ({ work: 'youthWork' }), ['Bilal Nasser', 'Farah Said']],
    ['language', () => ({ language: 'ar' }), ['Bilal Nasser', 'Farah Said']],
    ['all at once', () => ({ language: 'ar', cityId: OSLO.id, work: 'youthWork' }), ['Farah Said']],
    ['a name without its accents', () => ({ text: 'asa' }), ['Åsa Berg']],
    ['a hidden language', () => ({ language: 'de' }), []],
    ['a hidden organisation', () => ({ text: 'secret bureau' }), []],
    ['signs that mean something to a database', () => ({ text: `%_'";--` }), []],
  ])('filters by %s, never by what a member hid', async (_filter, filter, expected) => {
    expect(await names(filter())).toEqual(expected);
  });

  it('pages without gaps or repeats', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { members }: { members: { items: { name: string }[]; nextCursor: string | null } } = await reader.ask(MEMBERS, { first: 2, after });
      seen.push(...members.items.map(({ name }) => name));
      after = members.nextCursor;
    } while (after);
    expect(seen).toEqual(await names());
    await expect(reader.ask(MEMBERS, { first: 2, after: 'bm9wZQ' })).rejects.toMatchObject({ code: 'platform.invalid' });
  });

  it('costs a constant number of statements; so does a profile', async () => {
    const one = await app.counting(() => reader.ask(MEMBERS, { first: 1 }));
    const all = await app.counting(() => reader.ask(MEMBERS, { first: 50 }));
    expect(besidesWhoAsks(one.statements)).toHaveLength(2);
    expect(besidesWhoAsks(all.statements)).toHaveLength(2);
    const profile = await app.counting(() => reader.ask(MEMBER, { handle: made['Bilal Nasser']!.person.handle }));
    expect(besidesWhoAsks(profile.statements)).toHaveLength(1);
  });
});

import { Actors, CityNames, IdentityModule } from '@crosscity/identity/server';
import { besidesWhoAsks, makeCityRow, makeMember, makeStaff, signIn, type MemberClient } from '@crosscity/identity/testing';
import { Database, newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';
import { may } from './care.policy';
import { SuspensionsService } from './suspensions.service';

const FILE = 'id version name role state suspendedUntil email isSelf city { id name } coordinates { id name } sessionCount viewerCan { changeRights suspend reopen endSessions } acts { act reason by from to added removed until words }';
const LIST = `query ($filter: MemberFilesFilter, $first: Int!, $after: String) { memberFiles(filter: $filter, first: $first, after: $after) { totalCount nextCursor items { id name role state } } }`;
const LIST_WHOLE = `query ($first: Int!) { memberFiles(first: $first) { items { ${FILE} } } }`;
const ONE = `query ($id: ID!) { memberFile(id: $id) { ${FILE} } }`;
const act = (name: string, input: string) => `mutation ($input: ${input}!) { ${name}(input: $input) { ${FILE} } }`;
const ROLE = act('changeMemberRole', 'ChangeMemberRoleInput');
const COORDINATION = act('changeMemberCoordination', 'ChangeMemberCoordinationInput');
const CITY = act('changeMemberCity', 'ChangeMemberCityInput');
const SUSPEND = act('suspendMember', 'SuspendMemberInput');
const REOPEN = act('reopenMember', 'ReopenMemberInput');
const END = act('endMemberSessions', 'EndMemberSessionsInput');
const WHO = '{ viewer { role coordinates cityId } }';
const PASSWORD = 'a long enough sentence';
const WORDS = 'You named a boy of your group again.';
const DAY = 86_400_000;

describe('who may care for whom', () => {
  const person = (personId: string, role: 'member' | 'moderator' | 'administrator', status: 'active' | 'suspended' = 'active') => ({ personId, role, status });
  it.each([
    ['administrator', 'member', true, true],
    ['administrator', 'moderator', true, true],
    ['administrator', 'administrator', true, true],
    ['moderator', 'member', false, true],
    ['moderator', 'moderator', false, false],
    ['moderator', 'administrator', false, false],
    ['member', 'member', false, false],
  ] as const)('%s on %s: rights %s, suspension %s', (actor, member, rights, suspension) => {
    expect(may.changeRights(person('a', actor), person('b', member))).toBe(rights);
    expect(may.suspend(person('a', actor), person('b', member))).toBe(suspension);
    expect(may.endSessions(person('a', actor), person('b', member))).toBe(suspension);
    expect(may.reopen(person('a', actor), person('b', member))).toBe(false);
    expect(may.reopen(person('a', actor), person('b', member, 'suspended'))).toBe(suspension);
    // Nobody on themselves.
    expect([may.changeRights(person('a', actor), person('a', member)), may.suspend(person('a', actor), person('a', member))]).toEqual([false, false]);
  });
});

describe('staff care for accounts', () => {
  let app: TestApp;
  let daniel: MemberClient;
  let lea: MemberClient;
  let oslo: { id: string; name: string };
  let bergen: { id: string; name: string };
  beforeAll(async () => {
    app = await startApp([IdentityModule]);
    [oslo, bergen] = [await makeCityRow(app, 'Oslo'), await makeCityRow(app, 'Bergen')];
    app.nest.get(CityNames).use(async (ids) => new Map([oslo, bergen].filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name])));
    daniel = await makeMember(app, { name: 'Daniel', role: 'administrator' });
    lea = await makeStaff(app, { name: 'Lea' });
  });

  const rows = <Row>(sql: string, parameters: unknown[] = []) => app.nest.get(Database).rows<Row>(sql, parameters);
  const idOf = (who: MemberClient) => who.person.voiceId;
  const fileOf = async (who: MemberClient, as = daniel) => (await as.ask(ONE, { id: idOf(who) })).memberFile;
  const input = async (who: MemberClient, more: object = {}) => ({ memberId: idOf(who), version: (await fileOf(who)).version as number, reason: 'newTask', ...more });

  it('names somebody a moderator, who can work as one at once', async () => {
    const ingrid = await makeMember(app, { name: 'Ingrid' });
    await expect(ingrid.ask(LIST, { first: 1 })).rejects.toMatchObject({ code: 'platform.notAllowed' });
    const { changeMemberRole } = await daniel.ask(ROLE, { input: await input(ingrid, { role: 'moderator' }) });
    expect(changeMemberRole).toMatchObject({ role: 'moderator', version: 2, acts: [{ act: 'role', reason: 'newTask', by: 'Daniel', from: 'member', to: 'moderator' }] });
    expect(await ingrid.ask(WHO)).toMatchObject({ viewer: { role: 'moderator' } });
    await ingrid.ask(LIST, { first: 1 });
    await daniel.ask(ROLE, { input: await input(ingrid, { role: 'member', reason: 'correction' }) });
    await expect(ingrid.ask(LIST, { first: 1 })).rejects.toMatchObject({ code: 'platform.notAllowed' });
  });

  it('names coordinators of several cities; their voices and rights follow at once', async () => {
    const aksel = await makeMember(app, { name: 'Aksel', city: oslo });
    await aksel.ask(WHO);
    const { changeMemberCoordination } = await daniel.ask(COORDINATION, { input: await input(aksel, { cityIds: [oslo.id, bergen.id] }) });
    expect(changeMemberCoordination).toMatchObject({ coordinates: [{ name: 'Bergen' }, { name: 'Oslo' }], acts: [{ act: 'coordination', added: ['Oslo', 'Bergen'], removed: [] }] });
    expect((await aksel.ask(WHO)).viewer.coordinates.toSorted()).toEqual([oslo.id, bergen.id].toSorted());
    const after = await daniel.ask(COORDINATION, { input: await input(aksel, { cityIds: [bergen.id], reason: 'moved' }) });
    expect(after.changeMemberCoordination).toMatchObject({ coordinates: [{ name: 'Bergen' }], acts: [{ removed: ['Oslo'], added: [] }, {}] });
    expect((await aksel.ask(WHO)).viewer.coordinates).toEqual([bergen.id]);
    await expect(daniel.ask(COORDINATION, { input: await input(aksel, { cityIds: [newId()] }) })).rejects.toMatchObject({ code: 'platform.invalid', data: { fields: { cityIds: 'isKnown' } } });
  });

  it('moves somebody to another city; what they said shows the new one', async () => {
    const noor = await makeMember(app, { name: 'Noor', city: oslo });
    await daniel.ask(CITY, { input: await input(noor, { cityId: bergen.id, reason: 'moved' }) });
    expect(await noor.ask(WHO)).toMatchObject({ viewer: { cityId: bergen.id } });
    expect(await rows(`select place from voice where id = $1`, [idOf(noor)])).toEqual([{ place: 'Bergen' }]);
    const gone = await daniel.ask(CITY, { input: await input(noor, { cityId: null, reason: 'correction' }) });
    expect(gone.changeMemberCity).toMatchObject({ city: null, acts: [{ from: 'Bergen', to: null }, { from: 'Oslo', to: 'Bergen' }] });
  });

  it('does nothing, and logs nothing, where all is so already', async () => {
    const calm = await makeMember(app, { city: oslo });
    await daniel.ask(ROLE, { input: await input(calm, { role: 'member' }) });
    await daniel.ask(CITY, { input: await input(calm, { cityId: oslo.id }) });
    await daniel.ask(COORDINATION, { input: await input(calm, { cityIds: [] }) });
    await daniel.ask(REOPEN, { input: await input(calm) });
    expect(await fileOf(calm)).toMatchObject({ version: 1, acts: [] });
  });

  it('suspends: every session and socket ends, nobody signs in, and the words say why and until when', async () => {
    const phone = await makeMember(app, { name: 'Jens' });
    const desktop = await signIn(app, phone.person);
    const socket = await desktop.connect();
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    const until = new Date(Date.now() + 7 * DAY).toISOString();
    const { suspendMember } = await lea.ask(SUSPEND, { input: { ...(await input(phone, { until, words: WORDS })), reason: 'rules' } });
    await closed;
    expect(suspendMember).toMatchObject({ state: 'suspended', suspendedUntil: until, sessionCount: 0, email: null, viewerCan: { reopen: true, changeRights: false }, acts: [{ act: 'suspend', reason: 'rules', by: 'Lea', until, words: WORDS }] });
    expect([await phone.ask(WHO), await desktop.ask(WHO)]).toEqual([{ viewer: null }, { viewer: null }]);
    await expect(desktop.connect()).rejects.toThrow();
    await expect(app.guest().post('/auth/sign-in', { email: phone.person.email, password: PASSWORD })).rejects.toMatchObject({ code: 'identity.suspended', data: { until, words: WORDS } });
    // Without the password nobody learns it.
    await expect(app.guest().post('/auth/sign-in', { email: phone.person.email, password: 'another sentence' })).rejects.toMatchObject({ code: 'identity.wrongSignIn', data: {} });

    await lea.ask(REOPEN, { input: await input(phone, { reason: 'correction' }) });
    expect(await (await signIn(app, phone.person)).ask(WHO)).toMatchObject({ viewer: { role: 'member' } });
    // The old sessions stay ended.
    expect(await phone.ask(WHO)).toEqual({ viewer: null });
  });

  it('ends a suspension at its time: at the door, and by itself', async () => {
    const [early, late] = [await makeMember(app), await makeMember(app)];
    for (const who of [early, late]) {
      await lea.ask(SUSPEND, { input: await input(who, { until: new Date(Date.now() + DAY).toISOString(), words: WORDS }) });
      await rows(`update person set suspended_until = now() - interval '1 second' where id = $1`, [who.person.id]);
    }
    expect(await (await signIn(app, early.person)).ask(WHO)).toMatchObject({ viewer: { role: 'member' } });
    const ended = await Promise.all(Array.from({ length: 5 }, () => app.nest.get(SuspensionsService).endDue()));
    expect(ended.reduce((sum, count) => sum + count)).toBe(1);
    for (const who of [early, late]) expect(await fileOf(who)).toMatchObject({ state: 'active', suspendedUntil: null, acts: [{ act: 'reopen', reason: 'timeUp', by: null }, { act: 'suspend' }] });
  });

  it('signs somebody out on all devices, who can sign in again', async () => {
    const phone = await makeMember(app);
    await signIn(app, phone.person);
    expect(await fileOf(phone)).toMatchObject({ sessionCount: 2 });
    const { endMemberSessions } = await lea.ask(END, { input: await input(phone, { reason: 'safety' }) });
    expect(endMemberSessions).toMatchObject({ sessionCount: 0, state: 'active' });
    expect(await phone.ask(WHO)).toEqual({ viewer: null });
    expect(await (await signIn(app, phone.person)).ask(WHO)).toMatchObject({ viewer: {} });
  });

  it('keeps what is theirs from members, and administrators’ acts from moderators', async () => {
    const [member, other] = [await makeMember(app), await makeMember(app)];
    const acts: [string, object][] = [[ROLE, { role: 'administrator' }], [COORDINATION, { cityIds: [oslo.id] }], [CITY, { cityId: oslo.id }], [SUSPEND, { words: WORDS }], [REOPEN, {}], [END, {}]];
    for (const [mutation, more] of acts) {
      for (const target of [other, member]) await expect(member.ask(mutation, { input: await input(target, more) })).rejects.toMatchObject({ code: 'platform.notAllowed' });
      await expect(app.guest().ask(mutation, { input: await input(other, more) })).rejects.toMatchObject({ code: 'platform.signInFirst' });
    }
    await expect(member.ask(ONE, { id: idOf(other) })).rejects.toMatchObject({ code: 'platform.notAllowed' });
    for (const [mutation, more] of acts.slice(0, 3)) await expect(lea.ask(mutation, { input: await input(other, more) })).rejects.toMatchObject({ code: 'platform.notAllowed' });
    for (const staff of [daniel, await makeStaff(app)]) {
      await expect(lea.ask(SUSPEND, { input: await input(staff, { words: WORDS }) })).rejects.toMatchObject({ code: 'identity.administratorsOnly' });
      await expect(lea.ask(END, { input: await input(staff) })).rejects.toMatchObject({ code: 'identity.administratorsOnly' });
    }
    expect(await fileOf(other, lea)).toMatchObject({ email: null, viewerCan: { changeRights: false, suspend: true, reopen: false, endSessions: true } });
    expect(await fileOf(other)).toMatchObject({ email: other.person.email, viewerCan: { changeRights: true } });
  });

  it('lets nobody act on themselves', async () => {
    for (const [mutation, more] of [[ROLE, { role: 'member' }], [COORDINATION, { cityIds: [oslo.id] }], [CITY, { cityId: oslo.id }], [SUSPEND, { words: WORDS }], [END, {}]] as const) {
      await expect(daniel.ask(mutation, { input: await input(daniel, more) })).rejects.toMatchObject({ code: 'identity.ownRights' });
    }
    expect(await fileOf(daniel)).toMatchObject({ isSelf: true, viewerCan: { changeRights: false, suspend: false, endSessions: false } });
  });

  it('refuses the second of two who act on what they saw', async () => {
    const member = await makeMember(app);
    const seen = await input(member);
    const acts = await Promise.allSettled([
      daniel.ask(ROLE, { input: { ...seen, role: 'moderator' } }),
      ...Array.from({ length: 5 }, () => daniel.ask(COORDINATION, { input: { ...seen, cityIds: [oslo.id] } })),
    ]);
    expect(acts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of acts) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'platform.conflict', data: { version: 2 } });
    expect((await fileOf(member)).acts).toHaveLength(1);
  });

  it('always keeps an administrator, also when the last two take each other’s role at once', async () => {
    const alone = await startApp([IdentityModule]);
    const pair = [await makeMember(alone, { role: 'administrator' }), await makeMember(alone, { role: 'administrator' })];
    for (let round = 0; round < 6; round += 1) {
      await alone.nest.get(Database).rows(`update person set role = 'administrator', status = 'active', care_version = 1`);
      for (const { person } of pair) alone.nest.get(Actors).forget(person.id);
      const [one, other] = await Promise.all(pair.map((who) => signIn(alone, who.person)));
      const how = round % 2 ? [SUSPEND, { words: WORDS }] as const : [ROLE, { role: 'member' }] as const;
      const acts = await Promise.allSettled([[one!, other!], [other!, one!]].map(([actor, member]) => actor!.ask(how[0], { input: { memberId: idOf(member!), version: 1, reason: 'other', ...how[1] } })));
      // The loser may be signed out before the answer is written: then the file can't be shown, but nothing was done.
      expect(acts.some(({ status }) => status === 'fulfilled')).toBe(true);
      expect(await alone.nest.get(Database).rows(`select 1 from person where role = 'administrator' and status = 'active'`)).toHaveLength(1);
    }
  });

  it('finds by name, role, city and state, in pages', async () => {
    const marked = 'Zebulon';
    const people = [
      await makeMember(app, { name: `${marked} Åse`, city: oslo }), await makeMember(app, { name: `${marked} Bo`, coordinates: [oslo] }),
      await makeMember(app, { name: `${marked} Cy`, role: 'moderator' }), await makeMember(app, { name: `${marked} Di`, city: bergen }),
    ];
    await lea.ask(SUSPEND, { input: await input(people[3]!, { words: WORDS }) });
    const names = async (filter: object, as = daniel) => (await as.ask(LIST, { filter, first: 50 })).memberFiles.items.map(({ name }: { name: string }) => name.replace(`${marked} `, ''));
    expect(await names({ text: marked })).toEqual(['Åse', 'Bo', 'Cy', 'Di']);
    expect(await names({ text: `${marked} ase` })).toEqual(['Åse']);
    expect(await names({ text: marked, role: 'coordinator' })).toEqual(['Bo']);
    expect(await names({ text: marked, role: 'member' })).toEqual(['Åse', 'Bo', 'Di']);
    expect(await names({ text: marked, role: 'moderator' })).toEqual(['Cy']);
    expect(await names({ text: marked, cityId: oslo.id })).toEqual(['Åse', 'Bo']);
    expect(await names({ text: marked, state: 'suspended' })).toEqual(['Di']);
    expect(await names({ text: people[0]!.person.email.toUpperCase() })).toEqual(['Åse']);
    expect(await names({ text: people[0]!.person.email }, lea)).toEqual([]);
    expect(await names({ text: `%_'";--` })).toEqual([]);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { memberFiles }: { memberFiles: { items: { name: string }[]; nextCursor: string | null; totalCount: number } } = await daniel.ask(LIST, { filter: { text: marked }, first: 3, after });
      seen.push(...memberFiles.items.map(({ name }) => name));
      expect(memberFiles.totalCount).toBe(4);
      after = memberFiles.nextCursor;
    } while (after);
    expect(seen).toHaveLength(4);
  });

  it('needs as many statements for many as for few', async () => {
    const few = await app.counting(() => daniel.ask(LIST_WHOLE, { first: 1 }));
    const many = await app.counting(() => daniel.ask(LIST_WHOLE, { first: 50 }));
    // The page, its count, the acts; the one for sessions counts as asking who is there, the names of cities come by a port.
    for (const { statements } of [few, many]) expect(besidesWhoAsks(statements)).toHaveLength(3);
  });

  it('refuses what makes no sense, with the field that is wrong', async () => {
    const member = await makeMember(app);
    const good = await input(member);
    const suspend = (more: object) => lea.ask(SUSPEND, { input: { ...good, words: WORDS, ...more } });
    await expect(suspend({ words: '   short   ' })).rejects.toMatchObject({ code: 'platform.invalid', data: { fields: { words: expect.any(String) } } });
    await expect(suspend({ words: 'x'.repeat(1_001) })).rejects.toMatchObject({ code: 'platform.invalid' });
    await expect(suspend({ words: `lone \uD800 surrogate in it` })).rejects.toMatchObject({ code: 'platform.invalid' });
    await expect(suspend({ until: new Date(Date.now() - 1_000).toISOString() })).rejects.toMatchObject({ code: 'platform.invalid', data: { fields: { until: 'isFuture' } } });
    await expect(suspend({ until: '9999-01-01T00:00:00Z' })).rejects.toMatchObject({ code: 'platform.invalid' });
    await expect(suspend({ version: 0 })).rejects.toMatchObject({ code: 'platform.invalid' });
    await expect(suspend({ reason: 'timeUp' })).rejects.toThrow();
    await expect(suspend({ memberId: newId() })).rejects.toMatchObject({ code: 'platform.notFound' });
    await expect(suspend({ memberId: 'x' })).rejects.toMatchObject({ code: 'platform.invalid' });
    await expect(daniel.ask(ONE, { id: `'; drop table person` })).rejects.toMatchObject({ code: 'platform.notFound' });
    await expect(daniel.ask(ROLE, { input: { ...good, role: 'owner' } })).rejects.toThrow();
    await expect(daniel.ask(COORDINATION, { input: { ...good, cityIds: Array.from({ length: 21 }, newId) } })).rejects.toMatchObject({ code: 'platform.invalid' });
    expect(await fileOf(member)).toMatchObject({ version: 1, acts: [], state: 'active' });
  });
});

import { IdentityModule } from '@crosscity/identity/server';
import { makeMember, signIn, type MemberClient } from '@crosscity/identity/testing';
import { Database } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';

const PASSWORD = 'a long enough sentence';
const NEXT = 'green kettles sing at dawn';
const SESSIONS = `{ mySessions { key device isThis startedAt seenAt } }`;
const END = `mutation ($input: EndSessionInput!) { endSession(input: $input) { key isThis } }`;
const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { key isThis } }`;
const WHO = '{ viewer { name } }';

describe('sessions and passwords', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp([IdentityModule]);
  });

  const isIn = async (who: MemberClient) => (await who.ask(WHO)).viewer !== null;
  const keyOf = async (who: MemberClient): Promise<string> => (await who.ask(SESSIONS)).mySessions.find(({ isThis }: { isThis: boolean }) => isThis).key;

  it('lists one’s own devices, and gives out nothing that opens a session', async () => {
    const phone = await makeMember(app);
    await signIn(app, phone.person);
    const { mySessions } = await phone.ask(SESSIONS);
    expect(mySessions).toHaveLength(2);
    expect(mySessions.filter(({ isThis }: { isThis: boolean }) => isThis)).toHaveLength(1);
    const thief = app.guest();
    thief.plant(`crosscity=${mySessions[0].key}`);
    expect(await thief.ask(WHO)).toEqual({ viewer: null });
    expect(decodeURIComponent(phone.cookie)).not.toContain(await keyOf(phone));
  });

  it('ends one device, its HTTP and its socket, and no other', async () => {
    const phone = await makeMember(app);
    const desktop = await signIn(app, phone.person);
    const [ended, stays] = [await desktop.connect(), await phone.connect()];
    const closed = new Promise((resolve) => ended.once('disconnect', resolve));
    const left = await phone.ask(END, { input: { key: await keyOf(desktop) } });
    await closed;
    expect(left.endSession).toEqual([expect.objectContaining({ isThis: true })]);
    expect([await isIn(phone), await isIn(desktop), stays.connected]).toEqual([true, false, true]);
    phone.hangUp();
  });

  it('can’t end somebody else’s', async () => {
    const [one, other] = [await makeMember(app), await makeMember(app)];
    await expect(one.ask(END, { input: { key: await keyOf(other) } })).rejects.toMatchObject({ code: 'platform.notFound' });
    expect(await isIn(other)).toBe(true);
  });

  it('does not bring an ended session back through a request that was still running', async () => {
    const phone = await makeMember(app);
    const desktop = await signIn(app, phone.person);
    const key = await keyOf(desktop);
    // The next request of the desktop will note activity: its last one seems long ago.
    await app.nest.get(Database).rows(`update session set sess = jsonb_set(sess, '{seenAt}', to_jsonb((now() - interval '10 minutes')::text)) where sid = $1`, [key]);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await Promise.all([...Array.from({ length: 8 }, () => desktop.raw(WHO)), phone.ask(END, { input: { key } }), ...Array.from({ length: 8 }, () => desktop.raw(WHO))]);
    expect(await app.nest.get(Database).rows(`select sid from session where sid = $1`, [key])).toEqual([]);
    expect(await isIn(desktop)).toBe(false);
  });

  it('changes the password, ends the others and keeps this one', async () => {
    const phone = await makeMember(app);
    const desktop = await signIn(app, phone.person);
    const socket = await desktop.connect();
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    const { changePassword } = await phone.ask(CHANGE, { input: { current: PASSWORD, next: NEXT } });
    await closed;
    expect(changePassword).toEqual([expect.objectContaining({ isThis: true })]);
    expect([await isIn(phone), await isIn(desktop)]).toEqual([true, false]);
    await expect(app.guest().post('/auth/sign-in', { email: phone.person.email, password: PASSWORD })).rejects.toMatchObject({ code: 'identity.wrongSignIn' });
    await expect(app.guest().post('/auth/sign-in', { email: phone.person.email, password: NEXT })).resolves.toBeTruthy();
  });

  it('asks for the current password, and for a good new one', async () => {
    const phone = await makeMember(app, { name: 'Ingrid Larsen' });
    await expect(phone.ask(CHANGE, { input: { current: 'not this one', next: NEXT } })).rejects.toMatchObject({ code: 'identity.passwordWrong' });
    await expect(phone.ask(CHANGE, { input: { current: PASSWORD, next: 'ingrid.larsen1' } })).rejects.toMatchObject({ code: 'identity.passwordGuessable' });
    await expect(phone.ask(CHANGE, { input: { current: PASSWORD, next: 'short' } })).rejects.toMatchObject({ code: 'platform.invalid', data: { fields: { next: 'minLength' } } });
    expect(await isIn(phone)).toBe(true);
  });

  it('lets one of several changes at once win', async () => {
    const phone = await makeMember(app);
    const changes = await Promise.allSettled(Array.from({ length: 6 }, (_, index) => phone.ask(CHANGE, { input: { current: PASSWORD, next: `${NEXT} ${index}` } })));
    expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('never cuts a password: two long ones that differ in the last letter are two', async () => {
    const phone = await makeMember(app);
    const long = 'otter kettle '.repeat(9).padEnd(128, 'x');
    await phone.ask(CHANGE, { input: { current: PASSWORD, next: `${long}a` } });
    await expect(app.guest().post('/auth/sign-in', { email: phone.person.email, password: `${long}b` })).rejects.toMatchObject({ code: 'identity.wrongSignIn' });
    await expect(app.guest().post('/auth/sign-in', { email: phone.person.email, password: `${long}a` })).resolves.toBeTruthy();
  });
});

describe('tries at a password', () => {
  it('are counted, and the owner elsewhere is not locked out by them', async () => {
    const app = await startApp([IdentityModule], { RATE_LIMITS: 'true' });
    const phone = await makeMember(app);
    const tries = await Promise.allSettled(Array.from({ length: 14 }, () => phone.ask(CHANGE, { input: { current: 'guess', next: NEXT } })));
    const codes = tries.map((answer) => (answer.status === 'rejected' ? answer.reason.code : 'ok'));
    expect(codes.filter((code) => code === 'identity.passwordWrong')).toHaveLength(10);
    expect(codes.filter((code) => code === 'platform.tooMany')).toHaveLength(4);
  });
});

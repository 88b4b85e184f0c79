import { CityNames, IdentityModule } from '@crosscity/identity/server';
import { besidesWhoAsks, makeCityRow, makeMember, makeStaff, type MemberClient } from '@crosscity/identity/testing';
import { Database, type Notice, Notices, newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';
import { ApplicationsRepository } from './applications.repository';

let OSLO: { id: string; name: string };
const PASSWORD = 'grey otters swim upstream';
const APPLY = `mutation ($input: ApplyInput!) { applyToJoin(input: $input) { id linkDays } }`;
const CONFIRM = `mutation ($input: ConfirmAddressInput!) { confirmAddress(input: $input) { id status } }`;
const RESEND = `mutation ($input: ResendConfirmationInput!) { resendConfirmation(input: $input) { id linkDays } }`;
const ADMIT = `mutation ($input: AdmitApplicantInput!) { admitApplicant(input: $input) { id status decidedBy viewerCan { decide } } }`;
const REFUSE = `mutation ($input: RefuseApplicantInput!) { refuseApplicant(input: $input) { id status reason } }`;
const WAITING = `query ($view: ApplicationView!, $first: Int!, $after: String) { applications(view: $view, first: $first, after: $after) { totalCount nextCursor items { id name email place why status } } }`;

let count = 0;
const wish = (change: object = {}) => {
  count += 1;
  return {
    key: newId(), name: `Amal Said ${count}`, email: `amal${count}@example.org`, password: PASSWORD, work: 'socialCare', title: 'Social worker', organisation: 'Family services', cityId: OSLO.id,
    languages: ['ar', 'en'], why: 'I work with parents and want to learn from others.', listed: true, locale: 'ar', timeZone: 'Europe/Oslo', ...change,
  };
};

describe('joining', () => {
  let app: TestApp;
  let staff: MemberClient;
  beforeAll(async () => {
    app = await startApp([IdentityModule]);
    OSLO = await makeCityRow(app, 'Oslo');
    app.nest.get(CityNames).use(async (ids) => new Map(ids.filter((id) => id === OSLO.id).map((id) => [id, OSLO.name])));
    staff = await makeStaff(app);
  });

  /** What the mail about an application would say. */
  const mailOf = async (applicationId: string): Promise<Notice | undefined> =>
    (await app.nest.get(Notices).of({ id: newId(), kind: 'identity.applicationMade', at: new Date().toISOString(), data: { applicationId } }))[0];
  const tokenOf = async (applicationId: string): Promise<string> => new URL((await mailOf(applicationId))!.path!, 'http://x').searchParams.get('token')!;
  const apply = async (change: object = {}): Promise<{ id: string; email: string; token: string }> => {
    const input = wish(change);
    const { applyToJoin: { id } } = await app.guest().ask(APPLY, { input });
    return { id, email: input.email, token: await tokenOf(id) };
  };
  const confirmed = async (change: object = {}) => {
    const applied = await apply(change);
    await app.guest().ask(CONFIRM, { input: { token: applied.token } });
    return applied;
  };
  const signIn = (email: string, password = PASSWORD) => app.guest().post('/auth/sign-in', { email, password });
  const rows = <Row>(sql: string, parameters: unknown[] = []) => app.nest.get(Database).rows<Row>(sql, parameters);

  it('goes from the form to the first signed-in page', async () => {
    const { id, email, token } = await apply();
    expect(await mailOf(id)).toMatchObject({ to: { address: email, locale: 'ar' }, mail: 'now', values: { known: 'no', days: 3 } });
    // Nobody is made before the address is confirmed, and the answer doesn't tell that somebody applied.
    await expect(signIn(email)).rejects.toMatchObject({ code: 'identity.wrongSignIn' });
    expect(await app.guest().ask(CONFIRM, { input: { token } })).toEqual({ confirmAddress: { id, status: 'waiting' } });
    await expect(signIn(email)).rejects.toMatchObject({ code: 'identity.waiting' });

    const { applications } = await staff.ask(WAITING, { view: 'waiting', first: 50 });
    expect(applications.items).toContainEqual(expect.objectContaining({ id, email, place: 'Oslo', status: 'waiting' }));
    expect(await staff.ask(ADMIT, { input: { applicationId: id } })).toEqual({ admitApplicant: { id, status: 'admitted', decidedBy: staff.person.displayName, viewerCan: { decide: false } } });
    await app.settle();

    const amal = app.guest();
    await amal.post('/auth/sign-in', { email, password: PASSWORD });
    const { viewer, myProfile } = await amal.ask(`{ viewer { name locale timeZone cityId role } myProfile { handle place languages work visibility { directory name } } }`);
    expect(viewer).toMatchObject({ locale: 'ar', timeZone: 'Europe/Oslo', cityId: OSLO.id, role: 'member' });
    expect(myProfile).toMatchObject({ place: 'Oslo', languages: ['ar', 'en'], work: 'socialCare', visibility: { directory: 'members', name: 'members' } });
    // The address of the page about somebody says nothing about them.
    expect(myProfile.handle).toMatch(/^[2-9a-z]{4}-[2-9a-z]{4}$/);

    await amal.post('/auth/sign-out', { everywhere: true });
    expect(await amal.ask('{ viewer { name } }')).toEqual({ viewer: null });
  });

  it('refuses with words that the person gets, in the mail and at the door', async () => {
    const { id, email } = await confirmed();
    const reason = 'We only admit people who work for a city or with one. Please write from your work address.';
    expect(await staff.ask(REFUSE, { input: { applicationId: id, reason } })).toEqual({ refuseApplicant: { id, status: 'refused', reason } });
    await expect(signIn(email)).rejects.toMatchObject({ code: 'identity.refused', data: { reason } });
    await expect(signIn(email, 'not the password')).rejects.toMatchObject({ code: 'identity.wrongSignIn', data: {} });
    const [mail] = await app.nest.get(Notices).of({ id: newId(), kind: 'identity.personRefused', at: '', data: { applicationId: id } });
    expect(mail).toMatchObject({ to: { address: email }, values: { reason }, mail: 'now' });
    const { applications } = await staff.ask(WAITING, { view: 'decided', first: 1 });
    expect(applications.items).toEqual([expect.objectContaining({ id, status: 'refused' })]);
  });

  it('tells nobody whether an address is known: same answer, same rows, same statements; only the mail differs', async () => {
    const member = await makeMember(app);
    const known = wish({ email: ` ${member.person.email.toUpperCase()} ` });
    const unknown = wish();
    await app.guest().ask(APPLY, { input: wish() });
    const first = await app.counting(() => app.guest().raw(APPLY, { input: known }));
    const second = await app.counting(() => app.guest().raw(APPLY, { input: unknown }));
    const masked = (answer: unknown) => JSON.stringify(answer).replaceAll(/[0-9a-f-]{36}/g, 'id');
    expect(masked(first.result)).toBe(masked(second.result));
    expect(first.statements).toEqual(second.statements);
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const idOf = ({ result }: { result: any }) => result.data.applyToJoin.id as string;
    expect(await mailOf(idOf(first))).toMatchObject({ to: { address: member.person.email }, path: '/signin', values: { known: 'yes' } });
    expect(await mailOf(idOf(second))).toMatchObject({ path: expect.stringMatching(/^\/join\/confirm\?token=[\w-]{32}$/), values: { known: 'no' } });
    for (const applicationId of [idOf(first), idOf(second), newId()]) {
      expect(await app.guest().ask(RESEND, { input: { applicationId } })).toEqual({ resendConfirmation: { id: applicationId, linkDays: 3 } });
    }
  });

  it('makes one person of a link, however often and at once it is used', async () => {
    const { id, email, token } = await apply();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => app.guest().ask(CONFIRM, { input: { token } })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'identity.linkSpent' });
    expect(await rows(`select count(*)::int persons from person where email = $1`, [email])).toEqual([{ persons: 1 }]);
    expect(await rows(`select count(*)::int links from application_link where application_id = $1`, [id])).toEqual([{ links: 0 }]);
  });

  it('makes one person of two applications with one address, confirmed at once', async () => {
    const one = await apply();
    const other = await apply({ email: one.email });
    const answers = await Promise.allSettled([one, other].map(({ token }) => app.guest().ask(CONFIRM, { input: { token } })));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rows(`select count(*)::int voices from voice v join person p on p.voice_id = v.id where p.email = $1`, [one.email])).toEqual([{ voices: 1 }]);
  });

  it('keeps only a hash of the secret, and of the password nothing quick', async () => {
    const { token } = await apply();
    const dump = JSON.stringify(await rows(`select to_jsonb(a) row from application a union all select to_jsonb(l) from application_link l union all select to_jsonb(k) from idempotency_key k`));
    expect(dump).not.toContain(token);
    expect(dump).not.toContain(PASSWORD);
    expect(await rows(`select password_hash from application where password_hash not like '$argon2id$%'`)).toEqual([]);
  });

  it('is not used up by looking: only a POST confirms', async () => {
    const { token } = await apply();
    for (let visit = 0; visit < 5; visit += 1) await app.guest().fetch(`/join/confirm?token=${token}`);
    const mutation = encodeURIComponent(`mutation { confirmAddress(input: { token: "${token}" }) { id } }`);
    const answer = await app.guest().fetch(`/graphql?query=${mutation}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    await expect(app.guest().ask(CONFIRM, { input: { token } })).resolves.toBeTruthy();
  });

  it('refuses links that are too old, changed or invented, all alike', async () => {
    const { id, token } = await apply();
    const flipped = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    for (const wrong of [flipped, 'x'.repeat(32)]) await expect(app.guest().ask(CONFIRM, { input: { token: wrong } })).rejects.toMatchObject({ code: 'identity.linkSpent' });
    await rows(`update application_link set expires_at = now() - interval '1 second' where application_id = $1`, [id]);
    await expect(app.guest().ask(CONFIRM, { input: { token } })).rejects.toMatchObject({ code: 'identity.linkSpent' });
    // A link that was asked for again works, and an old mail that arrives late would too.
    await expect(app.guest().ask(CONFIRM, { input: { token: await tokenOf(id) } })).resolves.toBeTruthy();
  });

  it('decides once: of two of the staff, the second is told what stands', async () => {
    const { id } = await confirmed();
    const reason = 'Not this time, since the office is closed.';
    const answers = await Promise.allSettled([staff.ask(ADMIT, { input: { applicationId: id } }), staff.ask(REFUSE, { input: { applicationId: id, reason } })]);
    const lost = answers.filter((answer) => answer.status === 'rejected');
    expect(lost).toHaveLength(1);
    const [{ status }] = await rows<{ status: string }>(`select status from application where id = $1`, [id]) as [{ status: string }];
    expect(lost[0]!.reason).toMatchObject({ code: 'identity.alreadyDecided', data: { outcome: status } });
  });

  it('is for staff to decide: guests, members and coordinators get nowhere', async () => {
    const { id } = await confirmed();
    const member = await makeMember(app, { coordinates: [OSLO] });
    for (const [who, code] of [[app.guest(), 'platform.signInFirst'], [member, 'platform.notAllowed']] as const) {
      await expect(who.ask(WAITING, { view: 'waiting', first: 5 })).rejects.toMatchObject({ code });
      await expect(who.ask(ADMIT, { input: { applicationId: id } })).rejects.toMatchObject({ code });
      await expect(who.ask(REFUSE, { input: { applicationId: id, reason: 'because of this and that' } })).rejects.toMatchObject({ code });
    }
    const { id: unconfirmed } = await apply();
    for (const applicationId of [unconfirmed, newId()]) await expect(staff.ask(ADMIT, { input: { applicationId } })).rejects.toMatchObject({ code: 'platform.notFound' });
  });

  it('gives the first answer for a repeated key, and refuses it for other words', async () => {
    const input = wish();
    const [one, two] = await Promise.all([app.guest().ask(APPLY, { input }), app.guest().ask(APPLY, { input })]);
    expect(one).toEqual(two);
    await expect(app.guest().ask(APPLY, { input: { ...input, why: 'Something else entirely.' } })).rejects.toMatchObject({ code: 'platform.keyReused' });
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['hidden characters in the name', { name: 'Amal\u202ENila' }, 'name'],
    ['no address', { email: 'amal at example' }, 'email'],
    ['a short password', { password: 'short' }, 'password'],
    ['an endless password', { password: 'x'.repeat(257) }, 'password'],
    ['a language that nobody knows', { languages: ['tlh'] }, 'languages'],
    ['no language', { languages: [] }, 'languages'],
    ['a language twice', { languages: ['en', 'en'] }, 'languages'],
    ['no reason', { why: '' }, 'why'],
    ['an endless reason', { why: 'x'.repeat(1_501) }, 'why'],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a city that is not here', { cityId: newId() }, 'cityId'],
    ['nowhere at all', { cityId: null }, 'place'],
  ])('says which field is wrong: %s', async (_case, change, field) => {
    await expect(app.guest().ask(APPLY, { input: wish(change) })).rejects.toMatchObject({ code: 'platform.invalid', data: { fields: { [field]: expect.any(String) } } });
  });

  it.each(['password123', 'Passw0rd!!', 'qwertyuiop', '1234567890', 'aaaaaaaaaa', 'crosscity-2026', 'Helsinki123', 'amal.said!!', 'Family-Services1'])('refuses %s, which is tried first', async (password) => {
    await expect(app.guest().ask(APPLY, { input: wish({ password, name: 'Amal Said' }) })).rejects.toMatchObject({ code: 'identity.passwordGuessable' });
  });

  it('pages through those who wait, the oldest first, in a constant number of statements', async () => {
    for (let more = 0; more < 4; more += 1) await confirmed();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { applications }: { applications: { items: { id: string }[]; nextCursor: string | null; totalCount: number } } = await staff.ask(WAITING, { view: 'waiting', first: 3, after });
      seen.push(...applications.items.map(({ id }) => id));
      after = applications.nextCursor;
      if (!after) expect(seen).toHaveLength(applications.totalCount);
    } while (after);
    const expected = await rows<{ id: string }>(`select id from application where status = 'waiting' order by created_at, id`);
    expect(seen).toEqual(expected.map(({ id }) => id));
    const few = await app.counting(() => staff.ask(WAITING, { view: 'waiting', first: 1 }));
    const many = await app.counting(() => staff.ask(WAITING, { view: 'waiting', first: 50 }));
    expect(besidesWhoAsks(few.statements)).toHaveLength(2);
    expect(besidesWhoAsks(many.statements)).toHaveLength(2);
  });

  it('forgets what was never confirmed, and why somebody wanted to join', async () => {
    const [old, fresh, decided] = [await apply(), await apply(), await confirmed()];
    await staff.ask(ADMIT, { input: { applicationId: decided.id } });
    await rows(`update application set created_at = created_at - interval '8 days' where id = $1`, [old.id]);
    await rows(`update application set decided_at = decided_at - interval '31 days' where id = $1`, [decided.id]);
    await app.nest.get(ApplicationsRepository).prune();
    expect(await rows(`select id, why = '' forgotten from application where id = any($1) order by id`, [[old.id, fresh.id, decided.id]])).toEqual(
      [{ id: fresh.id, forgotten: false }, { id: decided.id, forgotten: true }].sort((one, other) => (one.id < other.id ? -1 : 1)),
    );
  });

  it('tells staff that somebody waits', async () => {
    const { id } = await confirmed();
    const notices = await app.nest.get(Notices).of({ id: newId(), kind: 'identity.applicationConfirmed', at: '', data: { applicationId: id } });
    expect(notices).toContainEqual(expect.objectContaining({ to: { personId: staff.person.id }, reason: 'staff', mail: 'never' }));
  });
});

describe('the limit of a mailbox', () => {
  it('stops a flood of mails to one address, known or not', async () => {
    const app = await startApp([IdentityModule], { RATE_LIMITS: 'true' });
    for (const email of ['flooded@example.org', (await makeMember(app)).person.email]) {
      const tries = await Promise.allSettled(Array.from({ length: 6 }, () => app.guest().ask(APPLY, { input: wish({ email, cityId: null, place: 'Malmö' }) })));
      const refused = tries.filter((answer) => answer.status === 'rejected');
      expect(refused).toHaveLength(2);
      expect(refused[0]!.reason).toMatchObject({ code: 'platform.tooMany', data: { seconds: expect.any(Number) } });
    }
  });
});

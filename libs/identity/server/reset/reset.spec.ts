import { IdentityModule } from '@crosscity/identity/server';
import { makeMember, signIn, type MemberClient } from '@crosscity/identity/testing';
import { Database, type Notice, Notices, newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';
import { ResetRepository } from './reset.repository';

const REQUEST = `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { linkMinutes } }`;
const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok } }`;
const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { key } }`;
const PASSWORD = 'a long enough sentence';
const NEXT = 'seven quiet lamps by the water';

describe('a forgotten password', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp([IdentityModule]);
  });

  const rows = <Row>(sql: string, parameters: unknown[] = []) => app.nest.get(Database).rows<Row>(sql, parameters);
  /** What the mails of an address would say. */
  const mailsTo = async (email: string): Promise<Notice[]> => {
    const asked = await rows<{ id: string }>(`select id from password_reset where email = $1 order by created_at`, [email]);
    return (await Promise.all(asked.map(({ id }) => app.nest.get(Notices).of({ id: newId(), kind: 'identity.passwordForgotten', at: '', data: { resetId: id } })))).flat();
  };
  const ask = (email: string) => app.guest().ask(REQUEST, { input: { email } });
  const tokenOf = ({ path }: Notice): string => new URL(path!, 'http://x').searchParams.get('token')!;
  const forgotten = async (who: MemberClient): Promise<string> => {
    await ask(who.person.email);
    return tokenOf((await mailsTo(who.person.email)).at(-1)!);
  };
  const reset = (token: string, next = NEXT) => app.guest().ask(RESET, { input: { token, next } });
  const enter = (who: MemberClient, password: string) => app.guest().post('/auth/sign-in', { email: who.person.email, password });

  it('goes from the form to the new password; every session and socket ends', async () => {
    const phone = await makeMember(app, { locale: 'ar' });
    const desktop = await signIn(app, phone.person);
    const socket = await desktop.connect();
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    await ask(`  ${phone.person.email.toUpperCase()} `);
    const [mail] = await mailsTo(phone.person.email);
    expect(mail).toMatchObject({ to: { address: phone.person.email, locale: 'ar' }, mail: 'now', values: { minutes: 60 } });
    expect(await reset(tokenOf(mail!))).toEqual({ resetPassword: { ok: true } });
    await closed;
    expect([await phone.ask('{ viewer { id } }'), await desktop.ask('{ viewer { id } }')]).toEqual([{ viewer: null }, { viewer: null }]);
    await expect(enter(phone, PASSWORD)).rejects.toMatchObject({ code: 'identity.wrongSignIn' });
    await enter(phone, NEXT);
  });

  it('answers, writes and asks the database the same for every address', async () => {
    const known = (await makeMember(app)).person.email;
    const answers: { result: unknown; statements: string[] }[] = [];
    // One after the other: an app counts for one at a time.
    for (const email of [known, 'nobody@example.org']) {
      await ask(email);
      answers.push(await app.counting(() => ask(email)));
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(await mailsTo('nobody@example.org')).toEqual([]);
    expect(await mailsTo(known)).toHaveLength(2);
  });

  it('keeps no secret that a stolen table would open', async () => {
    const token = await forgotten(await makeMember(app));
    const kept = await rows<{ row: string }>(`select row_to_json(l)::text as row from password_link l union all select row_to_json(r)::text from password_reset r`);
    expect(kept.map(({ row }) => row).join(' ')).not.toContain(token);
    expect(Buffer.from(token, 'base64url')).toHaveLength(24);
  });

  it('works once, also when several press at the same moment, and spends the other links too', async () => {
    const who = await makeMember(app);
    const [first, second] = [await forgotten(who), await forgotten(who)];
    const presses = await Promise.allSettled(Array.from({ length: 6 }, (_, index) => reset(index % 2 ? first : second, `${NEXT} ${index}`)));
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const press of presses) if (press.status === 'rejected') expect(press.reason).toMatchObject({ code: 'identity.resetSpent' });
    for (const token of [first, second]) await expect(reset(token)).rejects.toMatchObject({ code: 'identity.resetSpent' });
    const winner = presses.findIndex(({ status }) => status === 'fulfilled');
    await enter(who, `${NEXT} ${winner}`);
  });

  it('is refused after an hour, and pruned', async () => {
    const who = await makeMember(app);
    const token = await forgotten(who);
    await rows(`update password_link set expires_at = now() - interval '1 second' where person_id = $1`, [who.person.id]);
    await expect(reset(token)).rejects.toMatchObject({ code: 'identity.resetSpent' });
    await rows(`update password_reset set created_at = created_at - interval '2 days' where email = $1`, [who.person.email]);
    await app.nest.get(ResetRepository).prune();
    expect(await rows(`select 1 from password_link where person_id = $1`, [who.person.id])).toEqual([]);
    expect(await mailsTo(who.person.email)).toEqual([]);
  });

  it('asks for a good password and keeps the link until one comes', async () => {
    const who = await makeMember(app, { name: 'Ingrid Larsen' });
    const token = await forgotten(who);
    await expect(reset(token, 'ingrid.larsen1')).rejects.toMatchObject({ code: 'identity.passwordGuessable' });
    await expect(reset(token, 'short')).rejects.toMatchObject({ code: 'platform.invalid', data: { fields: { next: 'minLength' } } });
    await expect(reset(token, 'lone \uD800 surrogate here')).rejects.toMatchObject({ code: 'platform.invalid' });
    await reset(token);
  });

  it('is undone by a change of the password with the present one', async () => {
    const who = await makeMember(app);
    const token = await forgotten(who);
    await who.ask(CHANGE, { input: { current: PASSWORD, next: NEXT } });
    await expect(reset(token, 'somebody else’s words here')).rejects.toMatchObject({ code: 'identity.resetSpent' });
  });

  it.each(['', 'x', 'A'.repeat(32), `' or 1=1 --`, '\u0000'.repeat(32)])('gives nothing for the invented secret %j', async (token) => {
    await expect(reset(token)).rejects.toMatchObject({ code: 'identity.resetSpent' });
  });

  it.each(['', 'nobody', `a@b.c${'d'.repeat(300)}`, 'a@example.org\r\nBcc: all@example.org'])('refuses the address %j', async (email) => {
    await expect(ask(email)).rejects.toMatchObject({ code: 'platform.invalid', data: { fields: { email: expect.any(String) } } });
  });

  it('opens no account that is closed', async () => {
    const who = await makeMember(app);
    const token = await forgotten(who);
    await rows(`update person set status = 'suspended' where id = $1`, [who.person.id]);
    await reset(token);
    await expect(enter(who, NEXT)).rejects.toMatchObject({ code: 'identity.suspended', data: { until: null, words: '' } });
  });
});

describe('the limits', () => {
  it('stop a flood of mails to one address, known or not, and tries at links', async () => {
    const app = await startApp([IdentityModule], { RATE_LIMITS: 'true' });
    for (const email of ['flooded@example.org', (await makeMember(app)).person.email]) {
      const tries = await Promise.allSettled(Array.from({ length: 6 }, () => app.guest().ask(REQUEST, { input: { email } })));
      const refused = tries.filter((answer) => answer.status === 'rejected');
      expect(refused).toHaveLength(2);
      expect(refused[0]!.reason).toMatchObject({ code: 'platform.tooMany', data: { seconds: expect.any(Number) } });
    }
    const anywhere = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => app.guest().ask(REQUEST, { input: { email: `other${index}@example.org` } })));
    expect(anywhere.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(12);
    const guesses = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => app.guest().ask(RESET, { input: { token: `guess-${index}`.padEnd(32, 'x'), next: NEXT } })));
    expect(guesses.filter((answer) => answer.status === 'rejected' && answer.reason.code === 'platform.tooMany')).toHaveLength(10);
  });
});

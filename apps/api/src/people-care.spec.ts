import { CityNames, IdentityModule } from '@crosscity/identity/server';
import { type MemberClient, makeCityRow, makeMember, makeStaff, signIn } from '@crosscity/identity/testing';
import { ModerationModule } from '@crosscity/moderation/server';
import { NotificationsModule } from '@crosscity/notifications/server';
import { Database, Signals, newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';

const INBOX = `{ inbox(view: new) { items { kind reason title path values { name value } } } }`;
const LOG = `query ($about: String) { auditLog(first: 20, subjectId: $about) { items { action actor { name } subjectKind subjectId details { name value } } } auditCheck { broken } }`;
const OUTBOX = `{ outbox { items { to subject text path } } }`;
const ROLE = `mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { version } }`;
const COORDINATION = `mutation ($input: ChangeMemberCoordinationInput!) { changeMemberCoordination(input: $input) { version } }`;
const SUSPEND = `mutation ($input: SuspendMemberInput!) { suspendMember(input: $input) { version } }`;
const REOPEN = `mutation ($input: ReopenMemberInput!) { reopenMember(input: $input) { version } }`;
const END = `mutation ($input: EndMemberSessionsInput!) { endMemberSessions(input: $input) { version } }`;
const WORDS = 'You named a boy of your group again.\nPlease read the rules.';

let app: TestApp;
let daniel: MemberClient;
let oslo: { id: string; name: string };

beforeAll(async () => {
  app = await startApp([IdentityModule, ModerationModule, NotificationsModule], { MODE: 'demo' });
  oslo = await makeCityRow(app, 'Oslo');
  app.nest.get(CityNames).use(async (ids) => new Map(ids.filter((id) => id === oslo.id).map((id) => [id, oslo.name])));
  daniel = await makeMember(app, { name: 'Daniel', role: 'administrator' });
});

const mailsTo = async (email: string): Promise<{ to: string; subject: string; text: string; path: string }[]> => {
  await app.settle();
  const { outbox } = await app.guest().ask(OUTBOX);
  return outbox.items.filter(({ to }: { to: string }) => to.includes(email));
};
const trailOf = async (id: string) => {
  const { auditLog, auditCheck } = await daniel.ask(LOG, { about: id });
  expect(auditCheck).toEqual({ broken: null });
  return auditLog.items.map(({ action, actor, details }: { action: string; actor: { name: string } | null; details: { name: string; value: string }[] }) => ({ action, by: actor?.name ?? null, ...Object.fromEntries(details.map(({ name, value }) => [name, value])) }));
};

describe('people are cared for (accounts, log and mail together)', () => {
  it('writes each act into the log, with who did it and no words, and tells the person', async () => {
    const aksel = await makeMember(app, { name: 'Aksel' });
    const memberId = aksel.person.voiceId;
    await daniel.ask(ROLE, { input: { memberId, version: 1, reason: 'newTask', role: 'moderator' } });
    await daniel.ask(COORDINATION, { input: { memberId, version: 2, reason: 'ownWish', cityIds: [oslo.id] } });
    await daniel.ask(END, { input: { memberId, version: 3, reason: 'safety' } });
    await daniel.ask(SUSPEND, { input: { memberId, version: 4, reason: 'rules', words: WORDS, until: new Date(Date.now() + 86_400_000).toISOString() } });
    await app.settle();
    await daniel.ask(REOPEN, { input: { memberId, version: 5, reason: 'correction' } });
    expect(await trailOf(memberId)).toEqual([
      { action: 'identity.memberReopened', by: 'Daniel', reason: 'correction' },
      { action: 'identity.memberSuspended', by: 'Daniel', reason: 'rules', until: expect.any(String) },
      { action: 'identity.sessionsEnded', by: 'Daniel', reason: 'safety' },
      { action: 'identity.coordinationChanged', by: 'Daniel', reason: 'ownWish', added: oslo.id, removed: '' },
      { action: 'identity.roleChanged', by: 'Daniel', reason: 'newTask', from: 'member', to: 'moderator' },
    ]);
    const mails = await mailsTo(aksel.person.email);
    expect(mails.map(({ subject }) => subject).toSorted()).toEqual(['The cities that you care for changed', 'You were signed out on all devices', 'Your account is closed for now', 'Your account is open again', 'Your role on Crosscity changed'].toSorted());
    const text = (start: string) => mails.find(({ subject }) => subject.startsWith(start))!.text;
    expect(text('The cities')).toContain('You now care for: Oslo.');
    expect(text('Your role')).toContain('you are a moderator');
    expect(text('Your account is closed')).toMatch(/closed your account until \w+/);
    expect(text('Your account is closed')).toContain('You named a boy of your group again.');
    const { inbox } = await (await signIn(app, aksel.person)).ask(INBOX);
    expect(inbox.items[0]).toMatchObject({ kind: 'identity.memberReopened', reason: 'account' });
  });

  it('writes Arabic mails to those who read Arabic', async () => {
    const samira = await makeMember(app, { name: 'Samira', locale: 'ar' });
    const memberId = samira.person.voiceId;
    await daniel.ask(COORDINATION, { input: { memberId, version: 1, reason: 'newTask', cityIds: [oslo.id] } });
    await daniel.ask(SUSPEND, { input: { memberId, version: 2, reason: 'rules', words: WORDS } });
    await app.guest('ar').ask(`mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { linkMinutes } }`, { input: { email: samira.person.email } });
    const mails = await mailsTo(samira.person.email);
    expect(mails).toHaveLength(3);
    for (const { subject, text } of mails) expect([subject, text.split('\n\n')[1]]).toEqual([expect.stringMatching(/[\u0600-\u06FF]{3}/), expect.stringMatching(/[\u0600-\u06FF]{3}/)]);
  });

  it('mails a link that sets a new password, and then says that it was changed', async () => {
    const noor = await makeMember(app, { name: 'Noor' });
    await app.guest().ask(`mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { linkMinutes } }`, { input: { email: noor.person.email } });
    const [mail] = await mailsTo(noor.person.email);
    expect(mail).toMatchObject({ subject: 'Choose a new password', path: expect.stringMatching(/^\/signin\/reset\?token=[\w-]{32}$/) });
    const token = new URL(mail!.path, 'http://x').searchParams.get('token');
    await app.guest().ask(`mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok } }`, { input: { token, next: 'seven quiet lamps by the water' } });
    expect((await mailsTo(noor.person.email)).map(({ subject }) => subject)).toContain('Your password was changed');
    // To an address that nobody here has goes nothing.
    await app.guest().ask(`mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { linkMinutes } }`, { input: { email: 'stranger@example.org' } });
    expect(await mailsTo('stranger@example.org')).toEqual([]);
  });

  it('takes the hints of the queue away with the role, also from a page that is open', async () => {
    const omar = await makeStaff(app, { name: 'Omar' });
    const socket = await omar.connect();
    expect(await socket.emitWithAck('look', { kind: 'queue', id: 'all' })).toEqual({ ok: true });
    await daniel.ask(ROLE, { input: { memberId: omar.person.voiceId, version: 1, reason: 'newTask', role: 'member' } });
    await app.settle();
    let hints = 0;
    socket.on('signal', ({ kind }: { kind: string }) => (hints += kind === 'queue' ? 1 : 0));
    app.nest.get(Signals).toRoom({ kind: 'queue', id: 'all' }, { kind: 'queue', id: newId() });
    expect(await socket.emitWithAck('look', { kind: 'queue', id: 'all' })).toEqual({ ok: false });
    expect(hints).toBe(0);
    omar.hangUp();
  });

  it('logs who admitted and who refused, without a word of the application', async () => {
    const apply = async (name: string) => {
      const { applyToJoin } = await app.guest().ask(`mutation ($input: ApplyInput!) { applyToJoin(input: $input) { id } }`, {
        input: { key: newId(), name, email: `${name.toLowerCase()}@example.org`, password: 'grey otters swim upstream', work: 'police', title: 'Officer', organisation: 'Police', place: 'Malmö', languages: ['en'], why: 'I want to learn.', listed: true, locale: 'en', timeZone: 'Europe/Oslo' },
      });
      const [mail] = await mailsTo(`${name.toLowerCase()}@example.org`);
      await app.guest().ask(`mutation ($input: ConfirmAddressInput!) { confirmAddress(input: $input) { id } }`, { input: { token: new URL(mail!.path, 'http://x').searchParams.get('token') } });
      const [row] = await app.nest.get(Database).rows<{ id: string }>(`select p.voice_id id from application a join person p on p.id = a.person_id where a.id = $1`, [applyToJoin.id]);
      return { applicationId: applyToJoin.id as string, voiceId: row!.id };
    };
    const [yes, no] = [await apply('Yrsa'), await apply('Nils')];
    await daniel.ask(`mutation ($input: AdmitApplicantInput!) { admitApplicant(input: $input) { id } }`, { input: { applicationId: yes.applicationId } });
    await daniel.ask(`mutation ($input: RefuseApplicantInput!) { refuseApplicant(input: $input) { id } }`, { input: { applicationId: no.applicationId, reason: 'We do not know your service.' } });
    expect(await trailOf(yes.voiceId)).toEqual([{ action: 'identity.applicantAdmitted', by: 'Daniel', application: yes.applicationId }]);
    expect(await trailOf(no.voiceId)).toEqual([{ action: 'identity.applicantRefused', by: 'Daniel', application: no.applicationId }]);
  });
});

import { IdentityModule, VoiceEntity } from '@crosscity/identity/server';
import { type MemberClient, makeCoordinator, makeMember, makeStaff } from '@crosscity/identity/testing';
import { ModerationModule } from '@crosscity/moderation/server';
import { type Notes, useNotes } from '@crosscity/moderation/testing';
import { Database, SYSTEM, newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';

const REPORT = `mutation ($input: ReportContentInput!) { reportContent(input: $input) { id reason } }`;
const QUEUE = `query ($view: QueueView!, $first: Int, $after: String) { moderationQueue(view: $view, first: $first, after: $after) { totalCount nextCursor
  items { id version status urgent reportCount reasons claim { by isMine } content { html status } voice { name } lastAction viewerCan { claim decide release reopen beImpartial } } } }`;
const FILE = `query ($id: ID!) { moderationCase(id: $id) { id version status content { html status } context { relation voice { name } html } reports { reason note reporter { name } }
  decisions { id action rule words takenBackAt decidedBy { name } } history { open noAction hidden warned } viewerCan { decide reopen } } }`;
const CLAIM = `mutation ($input: CaseInput!) { claimCase(input: $input) { version claim { by isMine } } }`;
const RELEASE = `mutation ($input: CaseInput!) { releaseCase(input: $input) { version claim { by } } }`;
const DECIDE = `mutation ($input: DecideCaseInput!) { decideCase(input: $input) { id version status lastAction content { status } } }`;
const REOPEN = `mutation ($input: CaseInput!) { reopenCase(input: $input) { version status content { status } claim { isMine } } }`;
const MINE = `{ myDecisions { items { id action rule words targetKind content { html } } } }`;
const AUDIT = `{ auditLog(first: 100) { items { seq action actor { name } subjectId details { name value } hash } } auditCheck { entries broken } }`;

let app: TestApp;
let notes: Notes;
let database: Database;
let author: MemberClient;
let reader: MemberClient;
let moderator: MemberClient;
let other: MemberClient;

beforeAll(async () => {
  app = await startApp([IdentityModule, ModerationModule]);
  database = app.nest.get(Database);
  notes = await useNotes(app);
  [author, reader, moderator, other] = await Promise.all([
    makeMember(app, { name: 'Ingrid' }), makeMember(app, { name: 'Jens' }), makeStaff(app, { name: 'Maja' }), makeStaff(app, { name: 'Omar', role: 'administrator' }),
  ]);
});

async function reported(reason = 'personalData', by = reader, text?: string): Promise<{ noteId: string; caseId: string; version: number }> {
  const noteId = await notes.write(author.person.voiceId, text);
  await by.ask(REPORT, { input: { key: newId(), kind: 'note', id: noteId, reason, note: 'names a boy' } });
  const row = await database.row<{ id: string; version: number }>(`select id, version from moderation_case where target_id = $1 and status = 'open'`, [noteId]);
  return { noteId, caseId: row!.id, version: row!.version };
}

const decision = (id: string, version: number, change: object = {}) => ({ input: { key: newId(), id, version, action: 'hide', rule: 'personalData', words: 'It names a person.', language: 'en', ...change } });

describe('reporting', () => {
  it('opens one case a text, whoever reports, and counts the reasons', async () => {
    const { noteId, caseId } = await reported();
    const third = await makeMember(app);
    await third.ask(REPORT, { input: { key: newId(), kind: 'note', id: noteId, reason: 'danger' } });
    const { moderationCase } = await moderator.ask(FILE, { id: caseId });
    expect(moderationCase.reports.map((report: { reason: string }) => report.reason)).toEqual(['personalData', 'danger']);
    expect(moderationCase.version).toBe(2);
    const { moderationQueue } = await moderator.ask(QUEUE, { view: 'open' });
    expect(moderationQueue.items[0]).toMatchObject({ id: caseId, urgent: true, reportCount: 2 });
  });

  it('answers a repeated key with the first answer, also when both come at once', async () => {
    const noteId = await notes.write(author.person.voiceId);
    const input = { key: newId(), kind: 'note', id: noteId, reason: 'other', note: '' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => reader.ask(REPORT, { input })));
    expect(new Set(answers.map(({ reportContent }) => reportContent.id)).size).toBe(1);
  });

  it('makes one case of ten reports that come at once', async () => {
    const noteId = await notes.write(author.person.voiceId);
    const crowd: MemberClient[] = [];
    // One after the other: signing in is work for the processor, on purpose.
    for (let count = 0; count < 10; count += 1) crowd.push(await makeMember(app));
    await Promise.all(crowd.map((member) => member.ask(REPORT, { input: { key: newId(), kind: 'note', id: noteId, reason: 'other' } })));
    const rows = await database.rows<{ reports: number }>(`select count(r.id)::int reports from moderation_case c join report r on r.case_id = c.id where c.target_id = $1 group by c.id`, [noteId]);
    expect(rows).toEqual([{ reports: 10 }]);
  });

  it('refuses a second report, the own text, a missing text, a guest, and bad input', async () => {
    const { noteId } = await reported();
    const input = { key: newId(), kind: 'note', id: noteId, reason: 'other' };
    await expect(reader.ask(REPORT, { input })).rejects.toMatchObject({ code: 'moderation.alreadyReported' });
    await expect(author.ask(REPORT, { input })).rejects.toMatchObject({ code: 'moderation.ownText' });
    await expect(reader.ask(REPORT, { input: { ...input, id: newId() } })).rejects.toMatchObject({ code: 'platform.notFound' });
    await expect(reader.ask(REPORT, { input: { ...input, kind: 'city' } })).rejects.toMatchObject({ code: 'platform.notFound' });
    await expect(app.guest().ask(REPORT, { input })).rejects.toMatchObject({ code: 'platform.signInFirst' });
    await expect(reader.ask(REPORT, { input: { ...input, note: 'a'.repeat(1_001) } })).rejects.toMatchObject({ code: 'platform.invalid', data: { fields: { note: 'maxLength' } } });
    await expect(reader.ask(REPORT, { input: { ...input, note: 'a\u0000b' } })).rejects.toMatchObject({ code: 'platform.invalid' });
  });

  it('does not find a hidden or withdrawn text', async () => {
    const noteId = await notes.write(author.person.voiceId);
    await notes.withdraw(noteId);
    await expect(moderator.ask(REPORT, { input: { key: newId(), kind: 'note', id: noteId, reason: 'other' } })).rejects.toMatchObject({ code: 'platform.notFound' });
  });
});

describe('the queue', () => {
  it('is for staff', async () => {
    await expect(reader.ask(QUEUE, { view: 'open' })).rejects.toMatchObject({ code: 'platform.notAllowed' });
    await expect(reader.ask(AUDIT)).rejects.toMatchObject({ code: 'platform.notAllowed' });
    await expect(moderator.ask(AUDIT)).rejects.toMatchObject({ code: 'platform.notAllowed' });
    await expect(moderator.ask(FILE, { id: 'no-id' })).rejects.toMatchObject({ code: 'platform.notFound' });
    await expect(moderator.ask(FILE, { id: newId() })).rejects.toMatchObject({ code: 'platform.notFound' });
    await expect(reader.ask(`{ myDecision(id: "no-id") { id } }`)).rejects.toMatchObject({ code: 'platform.notFound' });
  });

  it('pages without gaps or repeats, and costs the same for 2 and 20 cases', async () => {
    for (let round = 0; round < 20; round += 1) await reported();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { moderationQueue }: { moderationQueue: { items: { id: string }[]; nextCursor: string | null } } = await moderator.ask(QUEUE, { view: 'open', first: 7, after });
      seen.push(...moderationQueue.items.map(({ id }) => id));
      after = moderationQueue.nextCursor;
    } while (after);
    const open = await database.rows<{ id: string }>(`select id from moderation_case where status = 'open' order by priority, opened_at, id`);
    expect(seen).toEqual(open.map(({ id }) => id));

    const few = await app.counting(() => moderator.ask(QUEUE, { view: 'open', first: 2 }));
    const many = await app.counting(() => moderator.ask(QUEUE, { view: 'open', first: 20 }));
    expect(many.statements.length).toBe(few.statements.length);
    expect(many.statements.length).toBeLessThanOrEqual(5);
    const file = await app.counting(() => moderator.ask(FILE, { id: open[0]!.id }));
    expect(file.statements.length).toBeLessThanOrEqual(9);
  });
});

describe('claiming', () => {
  it('gives a case to one of many who ask at once, tells the others who has it, and runs out', async () => {
    const { caseId, version } = await reported();
    const tries = await Promise.allSettled([moderator, other, moderator, other].map((staff) => staff.ask(CLAIM, { input: { id: caseId, version } })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { moderationQueue } = await moderator.ask(QUEUE, { view: 'open', first: 100 });
    const holder = moderationQueue.items.find(({ id }: { id: string }) => id === caseId).claim.by;
    const loser = holder === 'Maja' ? other : moderator;
    await expect(loser.ask(CLAIM, { input: { id: caseId, version: version + 1 } })).rejects.toMatchObject({ code: 'moderation.claimed', data: { by: holder } });
    await expect(loser.ask(DECIDE, decision(caseId, version + 1))).rejects.toMatchObject({ code: 'moderation.claimed' });

    await database.rows(`update moderation_case set claimed_at = now() - interval '31 minutes' where id = $1`, [caseId]);
    await expect(loser.ask(CLAIM, { input: { id: caseId, version: version + 1 } })).resolves.toMatchObject({ claimCase: { claim: { isMine: true } } });
    expect((await loser.ask(QUEUE, { view: 'mine', first: 100 })).moderationQueue.items.map(({ id }: { id: string }) => id)).toContain(caseId);
    await expect(loser.ask(RELEASE, { input: { id: caseId, version: 1 } })).resolves.toMatchObject({ releaseCase: { claim: null } });
  });
});

describe('deciding', () => {
  it('hides with rule and words in one commit, tells the author and not who decided', async () => {
    const { noteId, caseId, version } = await reported('personalData', reader, 'with a name');
    await expect(moderator.ask(DECIDE, decision(caseId, version))).resolves.toMatchObject({ decideCase: { status: 'decided', lastAction: 'hide', content: { status: 'hidden' } } });
    expect(await notes.row(noteId)).toMatchObject({ status: 'hidden', rule: 'personalData' });
    const { myDecisions } = await author.ask(MINE);
    expect(myDecisions.items[0]).toMatchObject({ action: 'hide', rule: 'personalData', words: 'It names a person.', content: { html: '<p>with a name</p>' } });
    expect((await reader.ask(MINE)).myDecisions.items).toEqual([]);
    await expect(reader.ask(`query ($id: ID!) { myDecision(id: $id) { id } }`, { id: myDecisions.items[0].id })).rejects.toMatchObject({ code: 'platform.notFound' });
    const { auditLog, auditCheck } = await other.ask(AUDIT);
    expect(auditLog.items[0]).toMatchObject({ action: 'moderation.decided', actor: { name: 'Maja' }, subjectId: noteId });
    expect(auditCheck.broken).toBeNull();
  });

  it('keeps nothing of a decision whose effect failed', async () => {
    const { noteId, caseId, version } = await reported();
    const before = await database.row(`select (select count(*) from decision) decisions, (select count(*) from audit_entry) entries, (select count(*) from graphile_worker.jobs) jobs`);
    notes.breakNext();
    await expect(moderator.ask(DECIDE, decision(caseId, version))).rejects.toMatchObject({ code: 'platform.unexpected' });
    expect(await notes.row(noteId)).toMatchObject({ status: 'published' });
    expect(await database.row(`select (select count(*) from decision) decisions, (select count(*) from audit_entry) entries, (select count(*) from graphile_worker.jobs) jobs`)).toEqual(before);
  });

  it('lets one of two win who decide at once, and tells the other who was first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { noteId, caseId, version } = await reported();
      const tries = await Promise.allSettled([moderator.ask(DECIDE, decision(caseId, version)), other.ask(DECIDE, decision(caseId, version, { action: 'none' }))]);
      const [lost] = tries.filter((attempt): attempt is PromiseRejectedResult => attempt.status === 'rejected');
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const winner = tries[0]!.status === 'fulfilled' ? { by: 'Maja', action: 'hide' } : { by: 'Omar', action: 'none' };
      expect(lost!.reason).toMatchObject({ code: 'moderation.decidedAlready', data: winner });
      expect((await notes.row(noteId)).status).toBe(winner.action === 'hide' ? 'hidden' : 'published');
    }
  });

  it('counts the same key once', async () => {
    const { caseId, version } = await reported();
    const input = decision(caseId, version);
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => moderator.ask(DECIDE, input)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill('fulfilled'));
    expect(await database.rows(`select id from decision where case_id = $1`, [caseId])).toHaveLength(1);
  });

  it('refuses to decide on what one has not seen: a new report came', async () => {
    const { noteId, caseId, version } = await reported();
    const third = await makeMember(app);
    await third.ask(REPORT, { input: { key: newId(), kind: 'note', id: noteId, reason: 'danger' } });
    await expect(moderator.ask(DECIDE, decision(caseId, version))).rejects.toMatchObject({ code: 'platform.conflict', data: { version: version + 1 } });
  });

  it('needs a rule and words, but not for "no action"', async () => {
    const { caseId, version } = await reported();
    for (const change of [{ rule: null }, { words: '  ' }, { words: null }, { action: 'warn', words: '' }, { action: 'askToEdit', rule: null }]) {
      await expect(moderator.ask(DECIDE, decision(caseId, version, change))).rejects.toMatchObject({ code: 'moderation.sayWhy' });
    }
    await expect(moderator.ask(DECIDE, decision(caseId, version, { action: 'none', rule: null, words: null }))).resolves.toMatchObject({ decideCase: { status: 'decided' } });
  });

  it('refuses to restore what is not hidden', async () => {
    const { caseId, version } = await reported();
    await expect(moderator.ask(DECIDE, decision(caseId, version, { action: 'restore' }))).rejects.toMatchObject({ code: 'moderation.noEffect' });
  });

  it('lets nobody decide on their own text, their city\'s, or their own report', async () => {
    const city = { id: newId(), name: 'Bergen' };
    const cityVoice = newId();
    await app.work.run(SYSTEM, async (tx) => {
      await tx.repo(VoiceEntity).save({ id: cityVoice, kind: 'city' as const, name: city.name, handle: 'bergen', title: null, place: null, cityId: city.id });
      // The cities are above moderation: only their table is here, for the keys.
      await tx.rows(`insert into city (id, slug, name, country, latitude, longitude, time_zone, voice_id, created_at) values ($1, 'bergen', 'Bergen', 'NO', 60, 5, 'Europe/Oslo', $2, now())`, [city.id, cityVoice]);
    });
    const partial = await makeCoordinator(app, city, { role: 'moderator' });
    for (const voiceId of [partial.person.voiceId, cityVoice]) {
      const noteId = await notes.write(voiceId);
      await reader.ask(REPORT, { input: { key: newId(), kind: 'note', id: noteId, reason: 'other' } });
      const row = await database.row<{ id: string }>(`select id from moderation_case where target_id = $1`, [noteId]);
      await expect(partial.ask(DECIDE, decision(row!.id, 1, { action: 'none' }))).rejects.toMatchObject({ code: 'moderation.ownCase' });
      await expect(partial.ask(CLAIM, { input: { id: row!.id, version: 1 } })).rejects.toMatchObject({ code: 'moderation.ownCase' });
      expect((await partial.ask(FILE, { id: row!.id })).moderationCase.viewerCan.decide).toBe(false);
    }
    const { caseId, version } = await reported('other', moderator);
    await expect(moderator.ask(DECIDE, decision(caseId, version))).rejects.toMatchObject({ code: 'moderation.ownCase' });
    await expect(other.ask(DECIDE, decision(caseId, version))).resolves.toBeTruthy();
    await expect(moderator.ask(REOPEN, { input: { id: caseId, version: version + 1 } })).rejects.toMatchObject({ code: 'moderation.ownCase' });
  });
});

describe('taking a decision back', () => {
  it('shows the text again and opens the case for whoever took it back', async () => {
    const { noteId, caseId, version } = await reported();
    await moderator.ask(DECIDE, decision(caseId, version));
    await expect(moderator.ask(REOPEN, { input: { id: caseId, version: version + 1 } })).resolves.toMatchObject({ reopenCase: { status: 'open', content: { status: 'published' }, claim: { isMine: true } } });
    expect((await notes.row(noteId)).status).toBe('published');
    const { auditLog } = await other.ask(AUDIT);
    expect(auditLog.items[0].action).toBe('moderation.reopened');
    await expect(moderator.ask(REOPEN, { input: { id: caseId, version: version + 1 } })).rejects.toMatchObject({ code: 'platform.conflict' });
  });

  it('gives way to a newer case of the same text', async () => {
    const { noteId, caseId, version } = await reported();
    await moderator.ask(DECIDE, decision(caseId, version, { action: 'none' }));
    const third = await makeMember(app);
    await third.ask(REPORT, { input: { key: newId(), kind: 'note', id: noteId, reason: 'other' } });
    await expect(moderator.ask(REOPEN, { input: { id: caseId, version: version + 1 } })).rejects.toMatchObject({ code: 'platform.conflict' });
  });

  it('can restore later with words to the author', async () => {
    const { noteId, caseId, version } = await reported();
    await moderator.ask(DECIDE, decision(caseId, version));
    await expect(other.ask(DECIDE, decision(caseId, version + 1, { action: 'restore', words: 'We looked again.' }))).resolves.toMatchObject({ decideCase: { content: { status: 'published' }, lastAction: 'restore' } });
    expect((await notes.row(noteId)).status).toBe('published');
    expect((await author.ask(MINE)).myDecisions.items.slice(0, 2).map(({ action }: { action: string }) => action)).toEqual(['restore', 'hide']);
  });
});

describe('the audit log', () => {
  it('refuses to be changed, emptied or deleted from, and notices what was done behind its back', async () => {
    for (const sql of [`update audit_entry set action = 'x'`, `delete from audit_entry`, `truncate audit_entry`]) await expect(database.rows(sql)).rejects.toThrow(/only grows/);
    const { auditCheck } = await other.ask(AUDIT);
    expect(auditCheck.broken).toBeNull();
    expect(auditCheck.entries).toBeGreaterThan(10);
    // Somebody with the database's own rights changes the third entry.
    await database.rows(`alter table audit_entry disable trigger audit_refuse_change`);
    await database.rows(`update audit_entry set details = details || '{"decision":"nothing"}' where seq = 3`);
    expect((await other.ask(AUDIT)).auditCheck.broken).toBe(3);
    await database.rows(`delete from audit_entry where seq = 3`);
    expect((await other.ask(AUDIT)).auditCheck.broken).toBe(4);
  });
});

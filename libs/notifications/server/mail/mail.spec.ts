import { createServer, type AddressInfo } from 'node:net';
import { IdentityModule } from '@crosscity/identity/server';
import { makeMember } from '@crosscity/identity/testing';
import { NotificationsModule } from '@crosscity/notifications/server';
import { Database, type Notice, Notices, SYSTEM, Subjects, newId } from '@crosscity/platform/server';
import { type TestApp, startApp } from '@crosscity/platform/testing';
import { Module, type OnModuleInit } from '@nestjs/common';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Facts {
      'events.registrationPromoted': { registrationId: string };
    }
  }
}

let notices: Notice[] = [];
const title = 'اجتماع أوسلو: "سلام" <b>';

@Module({})
class MeetingModule implements OnModuleInit {
  constructor(
    private readonly sources: Notices,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.sources.source('events.registrationPromoted', async () => notices);
    this.subjects.register({ kind: 'event', followers: async () => [], load: async (_actor, ids) => new Map(ids.map((id) => [id, { kind: 'event', id, title, language: 'ar', path: `/events/${id}` }])) });
  }
}

interface MailBox {
  mails: Email[];
  /** How the server answers the next recipients; null: takes them. */
  refuse: { code: number } | null;
  close(): Promise<void>;
}

function openMailBox(port: number): Promise<MailBox> {
  const box: MailBox = { mails: [], refuse: null, close: () => new Promise((resolve) => server.close(() => resolve())) };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, answer) => answer(box.refuse ? Object.assign(new Error('no'), { responseCode: box.refuse.code }) : null),
    onData(stream, _session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
        box.mails.push(mail);
        answer();
      }));
    },
  });
  server.on('error', () => undefined);
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(box)));
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';

let app: TestApp;
let database: Database;
let port: number;

beforeAll(async () => {
  port = await freePort();
  app = await startApp([IdentityModule, MeetingModule, NotificationsModule], { SMTP_URL: `smtp://127.0.0.1:${port}`, PUBLIC_URL: 'http://crosscity.example', LOG_LEVEL: 'silent' });
  database = app.nest.get(Database);
});

const promoted = (to: Notice['to'], change: Partial<Notice> = {}): Notice => ({
  to, reason: 'registered', subject: { kind: 'event', id: newId() }, group: `event:${newId()}`, mail: 'now', calendar: { method: 'REQUEST', filename: 'oslo.ics', content: CALENDAR }, ...change,
});

async function happen(...all: Notice[]): Promise<void> {
  notices = all;
  await app.work.run(SYSTEM, (tx) => tx.record('events.registrationPromoted', { registrationId: newId() }));
  await app.settle();
}

/** The queue waits between tries; a test doesn't. */
async function tryAgain(): Promise<void> {
  // It notes a failure a moment after it says that it is done.
  while (await database.row(`select 1 from graphile_worker._private_jobs where locked_at is not null`)) await new Promise((resolve) => setTimeout(resolve, 10));
  await database.rows(`update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts`);
  await app.settle();
}

const statusOf = (address: string) => database.row<{ status: string; tries: number; path: string | null; details: object }>(`select status, tries, path, details from mail where address = $1`, [address]);

describe('a mail over SMTP', () => {
  it('arrives whole: subject in Arabic, both parts, right to left, the calendar, nothing unescaped', async () => {
    const box = await openMailBox(port);
    const samira = await makeMember(app, { name: 'Samira <script>', locale: 'ar' });
    await happen(promoted({ personId: samira.person.id }, { path: '/me/registrations/K7M9-P2Q5' }));
    await box.close();
    expect(box.mails).toHaveLength(1);
    const [mail] = box.mails;
    expect(mail!.subject).toBe(`صار لك مكان: ${title}`);
    expect(mail!.to![0]!.address).toBe(samira.person.email);
    expect(mail!.html).toContain('<html lang="ar" dir="rtl">');
    expect(mail!.html).not.toContain('<script>');
    expect(mail!.html).not.toContain('<b>');
    expect(mail!.html).toContain('&lt;script&gt;');
    expect(mail!.text).toContain('http://crosscity.example/me/registrations/K7M9-P2Q5');
    expect(mail!.text).toContain('http://crosscity.example/settings/notifications');
    const calendar = mail!.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
    expect(calendar?.method?.toUpperCase()).toBe('REQUEST');
    expect(new TextDecoder().decode(calendar!.content as ArrayBuffer)).toContain('BEGIN:VCALENDAR');
    expect(await statusOf(samira.person.email)).toMatchObject({ status: 'sent', path: null, details: {} });
    // Each person has their own zone; the words don't repeat the time, the calendar file has it.
    expect(mail!.messageId).toMatch(/^<[0-9a-f-]{36}@crosscity\.example>$/);
  });

  it('reaches somebody without an account, with the link and without a place for settings', async () => {
    const box = await openMailBox(port);
    await happen(promoted({ address: 'new@example.org', name: 'Nia', locale: 'en' }, { path: '/join/confirm?token=secret' }));
    await box.close();
    expect(box.mails[0]!.text).toContain('http://crosscity.example/join/confirm?token=secret');
    expect(box.mails[0]!.text).not.toContain('/settings/');
    expect(await database.rows(`select 1 from mail where path like '%secret%'`)).toHaveLength(0);
  });

  it('loses nothing while the mail server is down, and sends each once when it is back', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => makeMember(app)));
    await happen(...people.map(({ person }) => promoted({ personId: person.id })));
    await tryAgain();
    for (const { person } of people) expect(await statusOf(person.email)).toMatchObject({ status: 'waiting', tries: 2 });
    const box = await openMailBox(port);
    await tryAgain();
    await tryAgain();
    await box.close();
    expect(box.mails.map((mail) => mail.to![0]!.address).toSorted()).toEqual(people.map(({ person }) => person.email).toSorted());
    for (const { person } of people) expect(await statusOf(person.email)).toMatchObject({ status: 'sent', tries: 3 });
  });

  it('keeps its Message-ID when the answer of the server got lost', async () => {
    const box = await openMailBox(port);
    const jens = await makeMember(app);
    await happen(promoted({ personId: jens.person.id }));
    const row = await database.row<{ id: string }>(`update mail set status = 'waiting' where address = $1 returning id`, [jens.person.email]);
    expect(row).toBeTruthy();
    const [mail] = await database.rows<{ id: string }>(`select id from mail where address = $1`, [jens.person.email]);
    await database.rows(`select graphile_worker.add_job('notifications.mail', $1::json)`, [JSON.stringify({ mailId: mail!.id })]);
    await app.settle();
    await box.close();
    expect(box.mails).toHaveLength(2);
    expect(box.mails[0]!.messageId).toBe(box.mails[1]!.messageId);
  });

  it('parks a mail that is refused for good, and tries again after "not now"', async () => {
    const box = await openMailBox(port);
    const [gone, later] = await Promise.all([makeMember(app), makeMember(app)]);
    box.refuse = { code: 550 };
    await happen(promoted({ personId: gone.person.id }));
    expect(await statusOf(gone.person.email)).toMatchObject({ status: 'failed', tries: 1 });
    box.refuse = { code: 451 };
    await happen(promoted({ personId: later.person.id }));
    expect(await statusOf(later.person.email)).toMatchObject({ status: 'waiting', tries: 1 });
    box.refuse = null;
    await tryAgain();
    await box.close();
    expect(await statusOf(later.person.email)).toMatchObject({ status: 'sent' });
    expect(await statusOf(gone.person.email)).toMatchObject({ status: 'failed' });
  });

  it('is not sent where the person switched it off; the inbox has it', async () => {
    const ole = await makeMember(app);
    await ole.ask(`mutation { setMailPreference(input: { topic: meetings, isOn: false }) { isOn } }`);
    await happen(promoted({ personId: ole.person.id }));
    expect(await statusOf(ole.person.email)).toBeNull();
    expect((await ole.ask(`{ viewer { unreadCount } }`)).viewer.unreadCount).toBe(1);
  });
});

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actors } from '@crosscity/identity/server';
import { type Actor, Config, Jobs, Log, MailTransport, Subjects, publicUrl } from '@crosscity/platform/server';
import { notificationsLimits } from '@crosscity/notifications/contract';
import { type Letter, writeLetter } from './mail-letter';
import { MailRepository, type MailRow } from './mail.repository';

/** Sends each mail after the commit that made it: at least once, always under the same Message-ID. */
@Injectable()
export class Postman implements OnModuleInit {
  private readonly complained = new Set<string>();

  constructor(
    private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly log: Log,
    private readonly mails: MailRepository,
    private readonly transport: MailTransport,
    private readonly subjects: Subjects,
    private readonly actors: Actors,
  ) {}

  onModuleInit(): void {
    this.jobs.on('notifications.mail', (payload) => this.deliver((payload as { mailId: string }).mailId));
  }

  /** Throws where the mail server did not take it: the queue comes again later, up to the last try. */
  async deliver(id: string): Promise<void> {
    const mail = await this.mails.waiting(id);
    if (!mail) return;
    const reader = await this.readerOf(mail);
    // Left or suspended meanwhile: nothing goes out any more.
    if (!reader) return this.mails.park(id);
    if (!this.transport.delivers) return this.mails.markKept(id);
    const { missing: _, ...letter } = await this.write(mail, reader);
    try {
      await this.transport.send({ messageId: mail.id, to: { name: mail.name, address: mail.address }, ...letter, calendar: mail.calendar ?? undefined });
    } catch (error) {
      const tries = await this.mails.countTry(id);
      if (!isRefusedForGood(error) && tries < notificationsLimits.mailTries) throw error;
      await this.mails.park(id);
      this.log.error({ mailId: id, kind: mail.kind, tries }, 'a mail was parked');
      return;
    }
    await this.mails.markSent(id);
  }

  /** The words of a mail, with the reader's rights of now. */
  async write(mail: MailRow, reader: Actor): Promise<Letter> {
    const origin = publicUrl(this.config.settings);
    const subject = (await this.subjects.load(reader, [{ kind: mail.subject_kind, id: mail.subject_id }])).get(`${mail.subject_kind}:${mail.subject_id}`);
    const letter = writeLetter({
      locale: mail.locale, kind: mail.kind, reason: mail.reason, name: mail.name, title: subject?.title ?? '', isDiscreet: subject?.isDiscreet ?? false, details: mail.details, hasCalendar: mail.calendar !== null,
      link: origin + (mail.path ?? subject?.path ?? '/inbox'), settings: mail.person_id ? `${origin}/settings/notifications` : null,
    });
    if (letter.missing) this.complain(mail.kind, letter.missing);
    return letter;
  }

  /** Once for each kind and value: it is the program that lacks something, not the mail. */
  private complain(kind: string, value: string): void {
    const about = `${kind} ${value}`;
    if (this.complained.has(about)) return;
    this.complained.add(about);
    this.log.error({ kind, value }, 'the words of a mail lack a value');
  }

  async readerOf({ person_id, locale }: MailRow): Promise<Actor | null> {
    return person_id ? this.actors.load(person_id) : { kind: 'guest', locale };
  }
}

/** RFC 5321, 4.2.1: a 5yz reply is a permanent "no", but for those about the connection or the sign-in to the server. */
function isRefusedForGood(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  return responseCode !== undefined && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

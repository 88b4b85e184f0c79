import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Fact, isLocale, DEFAULT_LOCALE } from '@crosscity/platform/contract';
import { FactBook, type Notice, Notices, SYSTEM, Signals, Work, newId } from '@crosscity/platform/server';
import { topicOf } from '@crosscity/notifications/contract';
import { type InboxRow, type Listener, type MailRow, TellingRepository } from './telling.repository';

/** Turns facts into inbox lines and mails, for everybody whom the fact's capability names. */
@Injectable()
export class Teller implements OnApplicationBootstrap {
  constructor(
    private readonly facts: FactBook,
    private readonly notices: Notices,
    private readonly telling: TellingRepository,
    private readonly work: Work,
    private readonly signals: Signals,
  ) {}

  /** After every module's own start, when all sources are known. */
  onApplicationBootstrap(): void {
    for (const kind of this.notices.kinds()) this.facts.on(kind, 'notifications.tell', (fact) => this.tell(fact));
  }

  /** Once per fact, however often the queue brings it. The signal is repeated: it may be what got lost. */
  async tell(fact: Fact): Promise<void> {
    const told = (await this.telling.isTold(fact.id)) ? null : await this.tellFirst(fact);
    for (const personId of new Set(told ?? (await this.telling.recipientsOf(fact.id)))) this.signals.toPerson(personId, { kind: 'inbox' });
  }

  /** The persons with a new line in their inbox; null where another run of the same fact was faster. */
  private async tellFirst(fact: Fact): Promise<string[] | null> {
    const notices = await this.notices.of(fact);
    const personIds = notices.flatMap(({ to }) => ('personId' in to ? [to.personId] : []));
    const listeners = new Map((personIds.length > 0 ? await this.telling.listeners(personIds) : []).map((listener) => [listener.id, listener]));
    const inbox: InboxRow[] = [];
    const mail: MailRow[] = [];
    for (const notice of notices) {
      if ('personId' in notice.to) {
        const listener = listeners.get(notice.to.personId);
        if (!listener) continue;
        inbox.push(this.inboxRow(fact, notice, listener.id));
        if (notice.mail === 'now' && !listener.off.includes(topicOf(fact.kind))) mail.push(this.mailRow(fact, notice, listener));
      } else if (notice.mail === 'now') {
        mail.push(this.mailRow(fact, notice, { ...notice.to, email: notice.to.address, id: null }));
      }
    }
    return this.work.run(SYSTEM, async (tx) => {
      if (!(await this.telling.tell(tx, fact.id, inbox))) return null;
      for (const row of mail) await this.telling.addMail(tx, row);
      return inbox.map(({ personId }) => personId);
    });
  }

  private inboxRow(fact: Fact, notice: Notice, personId: string): InboxRow {
    return {
      id: newId(), personId, factId: fact.id, kind: fact.kind, reason: notice.reason, subjectKind: notice.subject.kind, subjectId: notice.subject.id,
      groupKey: notice.group, voiceId: notice.voiceId ?? null, details: notice.values ?? {}, path: notice.path ?? null,
    };
  }

  private mailRow(fact: Fact, notice: Notice, to: Pick<Listener, 'email' | 'name' | 'locale'> & { id: string | null }): MailRow {
    return {
      id: newId(), factId: fact.id, personId: to.id, address: to.email, name: to.name, locale: isLocale(to.locale) ? to.locale : DEFAULT_LOCALE,
      kind: fact.kind, reason: notice.reason, subjectKind: notice.subject.kind, subjectId: notice.subject.id,
      details: notice.values ?? {}, path: notice.path ?? null, calendar: notice.calendar ?? null,
    };
  }
}

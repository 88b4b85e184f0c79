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
    this.facts.onMany(this.notices.kinds(), 'notifications.tell', (facts) => this.tell(facts));
  }

  /** Once per fact, however often the queue brings it. The signal is repeated: it may be what got lost. */
  async tell(facts: readonly Fact[]): Promise<void> {
    const once = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
    const before = await this.telling.areTold(once.map(({ id }) => id));
    const fresh = once.filter(({ id }) => !before.has(id));
    const told = fresh.length > 0 ? await this.tellFirst(fresh) : new Map<string, string[]>();
    // Told by an earlier run, or by another node a moment ago.
    const others = once.filter(({ id }) => !told.has(id));
    const again = others.length > 0 ? await this.telling.recipientsOf(others.map(({ id }) => id)) : [];
    for (const personId of new Set([...[...told.values()].flat(), ...again])) this.signals.toPerson(personId, { kind: 'inbox' });
  }

  /** The persons with a new line in their inbox, by fact; without those facts that another run was faster with. */
  private async tellFirst(facts: readonly Fact[]): Promise<Map<string, string[]>> {
    const notices = await this.notices.ofMany(facts);
    const personIds = [...notices.values()].flat().flatMap(({ to }) => ('personId' in to ? [to.personId] : []));
    const listeners = new Map((personIds.length > 0 ? await this.telling.listeners([...new Set(personIds)]) : []).map((listener) => [listener.id, listener]));
    const inbox: InboxRow[] = [];
    const mail: MailRow[] = [];
    for (const fact of facts) for (const notice of notices.get(fact.id) ?? []) {
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
      const told = await this.telling.tell(tx, facts.map(({ id }) => id), inbox);
      await this.telling.addMail(tx, mail.filter(({ factId }) => told.has(factId)));
      return new Map([...told].map((id) => [id, inbox.filter(({ factId }) => factId === id).map(({ personId }) => personId)]));
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

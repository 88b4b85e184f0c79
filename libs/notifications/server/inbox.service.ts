import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, type Member, Notices, type Page, Signals, type Subject, Subjects, Work, cursorOf, readCursor, refuse, toPage } from '@crosscity/platform/server';
import { MAIL_TOPICS, type MailTopic } from '@crosscity/notifications/contract';
import { type GroupRow, InboxRepository } from './inbox.repository';
import type { InboxArgs, InboxGroupType, MailPreferenceType, MarkReadInput, ReadMarkType } from './inbox.types';
import { PreferenceRepository } from './preference.repository';

/** What concerns a person: reading it, marking it as read, choosing the mail about it. */
@Injectable()
export class InboxService implements OnModuleInit {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly preferences: PreferenceRepository,
    private readonly subjects: Subjects,
    private readonly work: Work,
    private readonly signals: Signals,
    private readonly jobs: Jobs,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.jobs.on('notifications.tidy', () => this.inbox.tidy(), '23 3 * * *');
    this.notices.onSeen(async (tx, personId, group) => {
      const count = await this.inbox.markRead(tx, personId, [group], tx.now);
      return () => this.tellDevices(personId, count);
    });
    this.notices.onTakenBack(async (tx, subject) => {
      const personIds = await this.inbox.forgetSubject(tx, subject.kind, subject.id);
      return () => personIds.forEach((personId) => this.signals.toPerson(personId, { kind: 'inbox' }));
    });
  }

  /** Titles are asked now, with the reader's rights of now: what was hidden meanwhile has none here either. */
  async page(actor: Member, { view, first, after }: InboxArgs): Promise<Page<InboxGroupType>> {
    const page = toPage(await this.inbox.groups(actor.personId, view, first + 1, readCursor(after, 2)), first, (row) => cursorOf(row.newest_at, row.group_key));
    const subjects = await this.subjects.load(actor, page.items.map((row) => ({ kind: row.subject_kind, id: row.subject_id })));
    return {
      ...page,
      items: page.items.map((row) => {
        const subject = subjects.get(`${row.subject_kind}:${row.subject_id}`);
        return {
          id: row.group_key,
          kind: row.kind,
          reason: row.reason,
          newCount: row.new_count,
          newestAt: row.newest_at,
          // Who spoke in what may no longer be seen isn't told either.
          voices: subject ? row.voices : [],
          voiceCount: subject ? row.voice_count : 0,
          values: subject ? Object.entries(row.details).map(([name, value]) => ({ name, value: String(value) })) : [],
          isAvailable: subject !== undefined,
          title: subject?.title ?? null,
          language: subject?.language ?? null,
          path: pathOf(row, subject),
        };
      }),
    };
  }

  async markRead(actor: Member, { groups, upTo }: MarkReadInput): Promise<ReadMarkType> {
    const marked = await this.work.run(actor, async (tx) => ({ mark: tx.now, count: await this.inbox.markRead(tx, actor.personId, groups ?? null, upTo) }));
    return this.answer(actor, marked);
  }

  async undoRead(actor: Member, mark: Date): Promise<ReadMarkType> {
    const count = await this.work.run(actor, (tx) => this.inbox.undoRead(tx, actor.personId, mark));
    return this.answer(actor, { mark, count });
  }

  async markUnread(actor: Member, group: string): Promise<ReadMarkType> {
    const mark = await this.work.run(actor, async (tx) => {
      await this.inbox.markUnread(tx, actor.personId, group);
      return tx.now;
    });
    return this.answer(actor, { mark, count: 1 });
  }

  async mailPreferences(actor: Member): Promise<MailPreferenceType[]> {
    const off = await this.preferences.off(actor.personId);
    return Object.entries(MAIL_TOPICS).map(([topic, { canBeOff }]) => ({ topic: topic as MailTopic, isOn: !off.includes(topic as MailTopic), canBeOff }));
  }

  async setMailPreference(actor: Member, topic: MailTopic, isOn: boolean): Promise<MailPreferenceType[]> {
    if (!isOn && !MAIL_TOPICS[topic].canBeOff) throw refuse('platform.invalid', { fields: { topic: 'canBeOff' } });
    await this.work.run(actor, (tx) => this.preferences.set(tx, actor.personId, topic, isOn));
    return this.mailPreferences(actor);
  }

  /** The person's other devices count again, too. */
  private tellDevices(personId: string, count: number): void {
    if (count > 0) this.signals.toPerson(personId, { kind: 'inbox' });
  }

  private async answer(actor: Member, marked: { mark: Date; count: number }): Promise<ReadMarkType> {
    this.tellDevices(actor.personId, marked.count);
    return { ...marked, unreadCount: await this.inbox.unreadCount(actor.personId) };
  }
}

/** Where a line leads. Nowhere, where the thing has no page that the reader may open. */
function pathOf(row: GroupRow, subject: Subject | undefined): string | null {
  const path = subject && (row.path ?? subject.path);
  return path && path !== '/inbox' ? path : null;
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actors, Voices } from '@crosscity/identity/server';
import { QUEUE } from '@crosscity/moderation/contract';
import { type Actor, FactBook, type Notice, Notices, Signals, type Subject, Subjects, isStaff } from '@crosscity/platform/server';
import { CaseReader } from './case-reader';
import { CasesRepository } from './cases.repository';
import { ToldRepository } from './told.repository';

/** Who hears of reports and decisions, and how cases, decisions and reports are called in an inbox. */
@Injectable()
export class ModerationNotices implements OnModuleInit {
  constructor(
    private readonly facts: FactBook,
    private readonly notices: Notices,
    private readonly subjects: Subjects,
    private readonly signals: Signals,
    private readonly voices: Voices,
    private readonly actors: Actors,
    private readonly cases: CasesRepository,
    private readonly told: ToldRepository,
    private readonly reader: CaseReader,
  ) {}

  onModuleInit(): void {
    this.signals.roomRule('queue', async (actor) => isStaff(actor));
    // Deciding and taking back signal at once; a report comes from a member's request, whose answer needn't wait for this.
    this.facts.on('moderation.reported', 'moderation.queue', async () => this.signals.toRoom(QUEUE, QUEUE), 'atOnce');
    // Who is no longer staff hears no more hints of the queue, also on a page that is open.
    this.facts.on('identity.rightsChanged', 'moderation.queueRoom', async ({ data: { personId } }) => {
      this.actors.forget(personId);
      const member = await this.actors.load(personId);
      if (!member || !isStaff(member)) this.signals.leaveRoom(personId, QUEUE);
    }, 'atOnce');

    this.notices.source('moderation.reported', async ({ data }) => this.toStaff(data.caseId));
    this.notices.source('moderation.decided', async ({ data }) => this.ofDecision(data.decisionId));
    this.notices.source('moderation.reopened', async ({ data }) => this.ofTakingBack(data.decisionId));

    const followers = async () => [];
    this.subjects.register({ kind: 'case', followers, load: async (actor, ids) => this.caseSubjects(actor, ids) });
    this.subjects.register({ kind: 'decision', followers, load: async (actor, ids) => this.decisionSubjects(actor, ids) });
    this.subjects.register({ kind: 'report', followers, load: async (actor, ids) => this.reportSubjects(actor, ids) });
  }

  private async toStaff(caseId: string): Promise<Notice[]> {
    const staff = await this.told.staffFor(caseId);
    return staff.map((personId) => ({ to: { personId }, reason: 'staff', subject: { kind: 'case', id: caseId }, group: 'moderation:queue', mail: 'never' }));
  }

  private async ofDecision(decisionId: string): Promise<Notice[]> {
    const decision = await this.told.decision(decisionId);
    if (!decision || decision.taken_back_at) return [];
    const reports = await this.told.reporters(decision.case_id);
    const isTold = decision.action !== 'none';
    const listeners = await this.voices.listeners([...(isTold ? [decision.target_voice_id] : []), ...reports.map(({ voice_id }) => voice_id)]);
    const authors: Notice[] = listeners.filter(({ voiceId }) => voiceId === decision.target_voice_id).map(({ personId }) => ({
      to: { personId }, reason: 'author', subject: { kind: 'decision', id: decision.id }, group: `decision:${decision.id}`,
      values: { action: decision.action, rule: decision.rule ?? 'other' }, path: `/me/decisions/${decision.id}`, mail: 'now',
    }));
    const reporters: Notice[] = reports.flatMap((report) => listeners.filter(({ voiceId }) => voiceId === report.voice_id).map(({ personId }) => ({
      to: { personId }, reason: 'reporter', subject: { kind: 'report', id: report.id }, group: `report:${report.id}`, values: { action: decision.action }, mail: 'never',
    })));
    return [...authors, ...reporters];
  }

  /** The author, since they were told the decision; reporters learn the next one. */
  private async ofTakingBack(decisionId: string): Promise<Notice[]> {
    const decision = await this.told.decision(decisionId);
    if (!decision || decision.action === 'none') return [];
    const listeners = await this.voices.listeners([decision.target_voice_id]);
    return listeners.map(({ personId }) => ({
      to: { personId }, reason: 'author', subject: { kind: 'decision', id: decision.id }, group: `decision:${decision.id}`,
      values: { action: decision.action }, path: `/me/decisions/${decision.id}`, mail: 'now',
    }));
  }

  private async caseSubjects(actor: Actor, ids: readonly string[]): Promise<Map<string, Subject>> {
    if (!isStaff(actor)) return new Map();
    return this.named('case', actor, await this.cases.byIds(ids), (id) => `/staff/moderation/${id}`);
  }

  private async decisionSubjects(actor: Actor, ids: readonly string[]): Promise<Map<string, Subject>> {
    if (actor.kind !== 'member') return new Map();
    return this.named('decision', actor, await this.told.decisionsByIds(ids, actor.voiceIds), (id) => `/me/decisions/${id}`);
  }

  /** A reporter opens what they reported, as long as they may see it. */
  private async reportSubjects(actor: Actor, ids: readonly string[]): Promise<Map<string, Subject>> {
    if (actor.kind !== 'member') return new Map();
    return this.named('report', actor, await this.told.reportsByIds(ids, actor.voiceIds), () => null);
  }

  /** Called as the text that they are about; without a title where the reader may not see that. */
  private async named(kind: string, actor: Actor, rows: readonly { id: string; target_kind: string; target_id: string }[], pathOf: (id: string) => string | null): Promise<Map<string, Subject>> {
    const texts = await this.reader.textsOf(actor, rows);
    return new Map(rows.map((row) => {
      const text = texts.get(`${row.target_kind}:${row.target_id}`);
      const seen = text && (text.status === 'published' || kind !== 'report') ? text : undefined;
      return [row.id, { kind, id: row.id, title: seen?.title ?? '', language: seen?.language ?? null, path: pathOf(row.id) ?? seen?.path ?? '/inbox' }];
    }));
  }
}

import { Injectable } from '@nestjs/common';
import { UNATTRIBUTED_VOICE_ID } from '@crosscity/identity/contract';
import { Voices, voiceOf } from '@crosscity/identity/server';
import { type Actor, type Member, type Page, cursorOf, notFound, readCursor, toPage } from '@crosscity/platform/server';
import { moderationLimits } from '@crosscity/moderation/contract';
import { isUUID } from 'class-validator';
import { type CaseRow, CasesRepository } from './cases.repository';
import type { QueueArgs } from './moderation.inputs';
import { type ModeratedText, ModerationTargets } from './moderation-targets';
import { type CaseFacts, claimEnds, holderOf, isOwnCase, may } from './moderation.policy';
import type { ModeratedTextType, ModerationCaseFileType, ModerationCaseType, MyDecisionType } from './moderation.types';
import { ToldRepository, type ToldDecision } from './told.repository';

const NO_HISTORY: Awaited<ReturnType<CasesRepository['history']>> = {};

/** What staff and authors read of cases. The texts come from their capabilities, with the reader's rights. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly cases: CasesRepository,
    private readonly told: ToldRepository,
    private readonly targets: ModerationTargets,
    private readonly voices: Voices,
  ) {}

  async queue(actor: Member, { view, first, after }: QueueArgs): Promise<Page<ModerationCaseType>> {
    const now = new Date();
    if (view === 'decided') {
      const rows = await this.cases.decided(first + 1, readCursor(after, 2));
      return this.toCases(actor, toPage(rows, first, (row) => cursorOf(row.decided_at, row.id)), now);
    }
    const claimedAfter = new Date(now.getTime() - moderationLimits.claimMinutes * 60_000);
    const [rows, openCount] = await Promise.all([
      this.cases.queue(view, actor, claimedAfter, first + 1, readCursor(after, 3)),
      view === 'open' ? this.cases.openCount() : undefined,
    ]);
    return this.toCases(actor, toPage(rows, first, (row) => cursorOf(row.priority, row.opened_at, row.id), openCount), now);
  }

  async file(actor: Member, id: string): Promise<ModerationCaseFileType> {
    const [row] = isUUID(id) ? await this.cases.byIds([id]) : [];
    if (!row) throw notFound();
    const [reports, decisions, history, texts] = await Promise.all([
      this.cases.reports(id),
      this.cases.decisions(id),
      // One voice for everybody who speaks without a name: its history says nothing about anybody.
      row.voice_id === UNATTRIBUTED_VOICE_ID ? NO_HISTORY : this.cases.history(row.voice_id, id),
      this.targets.load(actor, [{ kind: row.target_kind, id: row.target_id }]),
    ]);
    const text = texts.get(`${row.target_kind}:${row.target_id}`) ?? null;
    const around = text?.context ?? [];
    const voices = around.length > 0 ? await this.voices.byIds(around.map(({ voiceId }) => voiceId)) : new Map();
    return {
      ...toCase(actor, row, text, new Date()),
      context: around.flatMap(({ voiceId, ...rest }) => (voices.has(voiceId) ? [{ ...rest, voice: voices.get(voiceId)! }] : [])),
      reports: reports.map((report) => ({ id: report.id, reason: report.reason, note: report.note, reportedAt: report.created_at, reporter: voiceOf(report) })),
      decisions: decisions.map((decision) => ({
        id: decision.id, action: decision.action, rule: decision.rule, words: decision.words, language: decision.language,
        decidedAt: decision.decided_at, takenBackAt: decision.taken_back_at, decidedBy: voiceOf(decision),
      })),
      history: { open: history.open ?? 0, noAction: history.none ?? 0, hidden: history.hide ?? 0, restored: history.restore ?? 0, askedToEdit: history.askToEdit ?? 0, warned: history.warn ?? 0 },
    };
  }

  /** Decisions about what this person, or a city that they speak for, said. */
  async mine(actor: Member, first: number, after?: string): Promise<Page<MyDecisionType>> {
    const page = toPage(await this.told.decisionsAbout(actor.voiceIds, first + 1, readCursor(after, 2)), first, (row) => cursorOf(row.decided_at, row.id));
    const texts = await this.textsOf(actor, page.items);
    return { ...page, items: page.items.map((row) => toMine(row, texts)) };
  }

  async myDecision(actor: Member, id: string): Promise<MyDecisionType> {
    const [row] = isUUID(id) ? await this.told.decisionsByIds([id], actor.voiceIds) : [];
    if (!row) throw notFound();
    return toMine(row, await this.textsOf(actor, [row]));
  }

  async textsOf(actor: Actor, rows: readonly { target_kind: string; target_id: string }[]): Promise<Map<string, ModeratedText>> {
    return this.targets.load(actor, rows.map((row) => ({ kind: row.target_kind, id: row.target_id })));
  }

  private async toCases(actor: Member, page: Page<CaseRow>, now: Date): Promise<Page<ModerationCaseType>> {
    const texts = await this.textsOf(actor, page.items);
    return { ...page, items: page.items.map((row) => toCase(actor, row, texts.get(`${row.target_kind}:${row.target_id}`) ?? null, now)) };
  }
}

function toCase(actor: Member, row: CaseRow, text: ModeratedText | null, now: Date): ModerationCaseType {
  const facts: CaseFacts = { status: row.status, targetVoiceId: row.voice_id, claimedBy: row.claimed_by, claimedAt: row.claimed_at, reporterVoiceIds: row.reporter_voice_ids };
  const holder = row.status === 'open' ? holderOf(facts, now) : null;
  return {
    id: row.id,
    status: row.status,
    urgent: row.priority === 0,
    version: row.version,
    openedAt: row.opened_at,
    decidedAt: row.decided_at,
    targetKind: row.target_kind,
    voice: voiceOf(row),
    reportCount: row.report_count,
    reasons: row.reasons,
    claim: holder ? { by: row.holder ?? '', until: claimEnds(row.claimed_at!), isMine: holder === actor.voiceId } : null,
    lastAction: row.last_action,
    content: text && toText(text),
    viewerCan: {
      claim: may.claim(actor, facts, now), release: may.release(actor, facts, now), decide: may.decide(actor, facts, now),
      reopen: may.reopen(actor, facts), beImpartial: !isOwnCase(actor, facts),
    },
  };
}

function toText({ kind, id, title, language, html, path, status }: ModeratedText): ModeratedTextType {
  return { kind, id, title, language, html, path, status };
}

function toMine(row: ToldDecision, texts: Map<string, ModeratedText>): MyDecisionType {
  const text = texts.get(`${row.target_kind}:${row.target_id}`);
  return {
    id: row.id, action: row.action, rule: row.rule, words: row.words, language: row.language, decidedAt: row.decided_at, takenBackAt: row.taken_back_at,
    targetKind: row.target_kind, content: text ? toText(text) : null,
  };
}

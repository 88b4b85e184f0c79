import { Injectable } from '@nestjs/common';
import { type Actor, type Member, Signals, type Tx, Work, asMember, brokeUnique, newId, notFound, once, refuse, speaksWith } from '@crosscity/platform/server';
import { QUEUE, needsWords } from '@crosscity/moderation/contract';
import { Audit } from './audit.repository';
import { CasesRepository, type LockedCase } from './cases.repository';
import type { CaseInput, DecideCaseInput, ReportContentInput } from './moderation.inputs';
import { type ModeratedText, ModerationTargets } from './moderation-targets';
import { type CaseFacts, claimEnds, holderOf, isOwnCase, may } from './moderation.policy';
import type { ReportType } from './moderation.types';

/** Reporting and deciding. A decision, its effect on the text, the audit entry and the fact are one commit. */
@Injectable()
export class ModerationService {
  constructor(
    private readonly work: Work,
    private readonly cases: CasesRepository,
    private readonly targets: ModerationTargets,
    private readonly audit: Audit,
    private readonly signals: Signals,
  ) {}

  async report(actor: Member, input: ReportContentInput): Promise<ReportType> {
    const text = await this.textFor(actor, input.kind, input.id);
    const isTheirs = (await this.targets.of(input.kind)?.mayReport?.(actor, input.id)) ?? true;
    if (text?.status !== 'published' || !isTheirs) throw notFound();
    if (!may.report(actor, text.voiceId)) throw refuse('moderation.ownText');
    const { key, reason } = input;
    const note = (input.note ?? '').trim();
    const report = await this.work.run(actor, (tx) => once(tx, 'reportContent', key, input, async () => {
      const caseId = await this.cases.openFor(tx, { id: newId(), kind: text.kind, targetId: text.id, voiceId: text.voiceId, priority: reason === 'danger' ? 0 : 1 });
      const id = newId();
      if (!(await this.cases.addReport(tx, { id, caseId, voiceId: actor.voiceId, reason, note }))) throw refuse('moderation.alreadyReported');
      await tx.record('moderation.reported', { caseId });
      return { id, reason, reportedAt: tx.now.toISOString() };
    }));
    return { ...report, reportedAt: new Date(report.reportedAt) };
  }

  async claim(actor: Member, { id, version }: CaseInput): Promise<void> {
    await this.change(actor, id, async (tx, found) => {
      await this.assertFree(tx, found, version);
      await this.cases.setClaim(tx, id, actor.voiceId);
    });
  }

  async release(actor: Member, { id }: CaseInput): Promise<void> {
    await this.change(actor, id, async (tx, found) => {
      // Nothing to give back: the claim ran out, or somebody decided. That is what releasing is for.
      if (may.release(actor, factsOf(found), tx.now)) await this.cases.setClaim(tx, id, null);
    });
  }

  async decide(actor: Member, input: DecideCaseInput): Promise<void> {
    const { id, key, action, version } = input;
    const rule = input.rule ?? null;
    const words = (input.words ?? '').trim();
    if (needsWords(action) && (!rule || !words)) throw refuse('moderation.sayWhy');
    await this.change(actor, id, (tx, found, text) => once(tx, 'decideCase', key, input, async () => {
      // A text that stays hidden after its case is closed can be shown again later, with words of its own.
      const isLater = found.status === 'decided' && action === 'restore';
      if (isLater) this.assertImpartial(tx.actor, found);
      else await this.assertFree(tx, found, version);
      const target = this.targets.of(found.target_kind);
      if (needsWords(action) && (!text || !target)) throw notFound();
      if (action === 'hide' && text?.status !== 'published') throw refuse('moderation.noEffect');
      if (action === 'restore' && text?.status !== 'hidden') throw refuse('moderation.noEffect');

      if (action === 'hide') await target!.hide(tx, found.target_id, { rule: rule! });
      if (action === 'restore') await target!.restore(tx, found.target_id);
      if (action === 'askToEdit') await target!.askToEdit?.(tx, found.target_id, { rule: rule! });
      const decisionId = newId();
      await this.cases.addDecision(tx, { id: decisionId, case_id: id, action, rule, words, language: input.language ?? actor.locale, decided_by: actor.voiceId });
      await this.cases.setDecided(tx, id);
      await tx.record('moderation.decided', { caseId: id, decisionId });
      await this.audit.write(tx, { action: 'moderation.decided', subject: { kind: found.target_kind, id: found.target_id }, details: { caseId: id, decisionId, decision: action, rule } });
      return decisionId;
    }));
  }

  /** Takes the last decision back, with its effect; the case is open again and in the hands of whoever asked. */
  async reopen(actor: Member, { id, version }: CaseInput): Promise<void> {
    try {
      await this.change(actor, id, async (tx, found, text) => {
        this.assertImpartial(tx.actor, found);
        const last = await this.cases.standing(tx, id);
        if (found.status !== 'decided' || found.version !== version || !last) throw refuse('platform.conflict', { version: found.version });
        const target = this.targets.of(found.target_kind);
        if (last.action === 'hide' && text?.status === 'hidden') await target?.restore(tx, found.target_id);
        if (last.action === 'restore' && text?.status === 'published') await target?.hide(tx, found.target_id, { rule: last.rule! });
        await this.cases.takeBack(tx, last.id);
        await this.cases.setOpen(tx, id, actor.voiceId);
        await tx.record('moderation.reopened', { caseId: id, decisionId: last.id });
        await this.audit.write(tx, { action: 'moderation.reopened', subject: { kind: found.target_kind, id: found.target_id }, details: { caseId: id, decisionId: last.id, decision: last.action } });
      });
    } catch (error) {
      // Meanwhile a new report opened another case of the same text: that one is to be decided.
      if (brokeUnique(error, 'ux_moderation_case_open')) throw refuse('platform.conflict', {});
      throw error;
    }
  }

  /** Locks the case and does the change. The text is read before: nothing slow happens under the lock. */
  private async change(actor: Member, id: string, change: (tx: Tx, found: LockedCase, text: ModeratedText | null) => Promise<unknown>): Promise<void> {
    const [row] = await this.cases.byIds([id]);
    if (!row) throw notFound();
    const text = await this.textFor(actor, row.target_kind, row.target_id);
    await this.work.run(actor, async (tx) => {
      const found = await this.cases.lock(tx, id);
      if (!found) throw notFound();
      await change(tx, found, text);
    });
    this.signals.toRoom(QUEUE, QUEUE);
  }

  private async assertFree(tx: Tx, found: LockedCase, version: number): Promise<void> {
    if (found.status === 'decided') {
      const last = await this.cases.standing(tx, found.id);
      throw refuse('moderation.decidedAlready', { by: last?.by ?? '', action: last?.action ?? 'none' });
    }
    this.assertImpartial(tx.actor, found);
    const facts = factsOf(found);
    const holder = holderOf(facts, tx.now);
    if (holder && !speaksWith(tx.actor, holder)) {
      throw refuse('moderation.claimed', { by: await this.cases.voiceName(tx, holder), until: claimEnds(facts.claimedAt!).toISOString() });
    }
    if (found.version !== version) throw refuse('platform.conflict', { version: found.version });
  }

  private assertImpartial(actor: Actor, found: LockedCase): void {
    asMember(actor);
    if (isOwnCase(actor, factsOf(found))) throw refuse('moderation.ownCase');
  }

  private async textFor(actor: Actor, kind: string, id: string): Promise<ModeratedText | null> {
    return (await this.targets.load(actor, [{ kind, id }])).get(`${kind}:${id}`) ?? null;
  }
}

function factsOf(found: LockedCase): CaseFacts {
  return { status: found.status, targetVoiceId: found.target_voice_id, claimedBy: found.claimed_by, claimedAt: found.claimed_at, reporterVoiceIds: found.reporter_voice_ids };
}

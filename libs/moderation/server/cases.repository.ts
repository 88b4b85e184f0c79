import { Injectable } from '@nestjs/common';
import { type VoiceRow, voiceColumns } from '@crosscity/identity/server';
import type { DecisionAction, ReportReason, Rule } from '@crosscity/moderation/contract';
import { Database, type Member, type Tx } from '@crosscity/platform/server';
import type { CaseStatus } from './moderation-case.entity';
import type { QueueView } from './moderation.inputs';

/** A case with its reports counted, the voice that it is about joined in. */
export interface CaseRow extends VoiceRow {
  id: string;
  target_kind: string;
  target_id: string;
  status: CaseStatus;
  priority: number;
  version: number;
  opened_at: Date;
  decided_at: Date | null;
  claimed_by: string | null;
  claimed_at: Date | null;
  holder: string | null;
  report_count: number;
  reasons: ReportReason[];
  reporter_voice_ids: string[];
  last_action: DecisionAction | null;
}

const CASE = `
  select c.id, c.target_kind, c.target_id, c.status, c.priority, c.version, c.opened_at, c.decided_at, c.claimed_by, c.claimed_at,
         h.name holder, r.report_count, r.reasons, r.reporter_voice_ids, d.action last_action, ${voiceColumns('v')}
  from moderation_case c
  join voice v on v.id = c.target_voice_id
  left join voice h on h.id = c.claimed_by
  join lateral (
    select count(*)::int report_count, coalesce(array_agg(distinct reason), '{}') reasons, coalesce(array_agg(reporter_voice_id), '{}') reporter_voice_ids
    from report where case_id = c.id
  ) r on true
  left join lateral (select action from decision where case_id = c.id and taken_back_at is null order by decided_at desc limit 1) d on true`;

export interface ReportRow extends VoiceRow {
  id: string;
  reason: ReportReason;
  note: string;
  created_at: Date;
}

export interface DecisionRow {
  id: string;
  case_id: string;
  action: DecisionAction;
  rule: Rule | null;
  words: string;
  language: string;
  decided_at: Date;
  taken_back_at: Date | null;
}

/** The case as a decision needs it: locked, with everybody who reported. */
export interface LockedCase {
  id: string;
  target_kind: string;
  target_id: string;
  target_voice_id: string;
  status: CaseStatus;
  version: number;
  claimed_by: string | null;
  claimed_at: Date | null;
  reporter_voice_ids: string[];
}

type Key = readonly unknown[] | null;

/** Every query about cases, reports and decisions. */
@Injectable()
export class CasesRepository {
  constructor(private readonly database: Database) {}

  /** Danger first, then by age. Claims older than `claimedAfter` don't count. */
  async queue(view: Exclude<QueueView, 'decided'>, actor: Member, claimedAfter: Date, first: number, after: Key): Promise<CaseRow[]> {
    return this.database.rows(
      `${CASE}
       where c.status = 'open' and ($1::uuid is null or (c.claimed_by = $1 and c.claimed_at > $2))
         and ($3::int is null or (c.priority, c.opened_at, c.id) > ($3::int, $4::timestamptz, $5::uuid))
       order by c.priority, c.opened_at, c.id limit $6`,
      [view === 'mine' ? actor.voiceId : null, claimedAfter, ...(after ?? [null, null, null]), first],
    );
  }

  async decided(first: number, after: Key): Promise<CaseRow[]> {
    return this.database.rows(
      `${CASE}
       where c.status = 'decided' and ($1::timestamptz is null or (c.decided_at, c.id) < ($1::timestamptz, $2::uuid))
       order by c.decided_at desc, c.id desc limit $3`,
      [...(after ?? [null, null]), first],
    );
  }

  async openCount(): Promise<number> {
    const row = await this.database.row<{ count: number }>(`select count(*)::int count from moderation_case where status = 'open'`);
    return row?.count ?? 0;
  }

  async byIds(ids: readonly string[]): Promise<CaseRow[]> {
    return this.database.rows(`${CASE} where c.id = any($1)`, [ids]);
  }

  async reports(caseId: string): Promise<ReportRow[]> {
    return this.database.rows(
      `select r.id, r.reason, r.note, r.created_at, ${voiceColumns('v')}
       from report r join voice v on v.id = r.reporter_voice_id where r.case_id = $1 order by r.created_at, r.id`,
      [caseId],
    );
  }

  async decisions(caseId: string): Promise<(DecisionRow & VoiceRow)[]> {
    return this.database.rows(
      `select d.id, d.case_id, d.action, d.rule, d.words, d.language, d.decided_at, d.taken_back_at, ${voiceColumns('v')}
       from decision d join voice v on v.id = d.decided_by where d.case_id = $1 order by d.decided_at, d.id`,
      [caseId],
    );
  }

  /** Counts of what was decided in other cases about a voice; `open` counts those that wait. */
  async history(voiceId: string, exceptCaseId: string): Promise<Partial<Record<DecisionAction | 'open', number>>> {
    const rows = await this.database.rows<{ what: DecisionAction | 'open'; count: number }>(
      `select d.action what, count(*)::int count from moderation_case c join decision d on d.case_id = c.id and d.taken_back_at is null
       where c.target_voice_id = $1 and c.id <> $2 group by d.action
       union all
       select 'open', count(*)::int from moderation_case where target_voice_id = $1 and id <> $2 and status = 'open'`,
      [voiceId, exceptCaseId],
    );
    return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
  }

  /** The open case of a text, made if there is none. A new report counts as a change of it. */
  async openFor(tx: Tx, fresh: { id: string; kind: string; targetId: string; voiceId: string; priority: number }): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `insert into moderation_case (id, target_kind, target_id, target_voice_id, status, priority, opened_at) values ($1, $2, $3, $4, 'open', $5, $6)
       on conflict (target_kind, target_id) where status = 'open'
       do update set priority = least(moderation_case.priority, excluded.priority), version = moderation_case.version + 1
       returning id`,
      [fresh.id, fresh.kind, fresh.targetId, fresh.voiceId, fresh.priority, tx.now],
    );
    return row!.id;
  }

  /** False where this voice reported in this case before. */
  async addReport(tx: Tx, report: { id: string; caseId: string; voiceId: string; reason: ReportReason; note: string }): Promise<boolean> {
    const added = await tx.rows(
      `insert into report (id, case_id, reporter_voice_id, reason, note, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (case_id, reporter_voice_id) do nothing returning id`,
      [report.id, report.caseId, report.voiceId, report.reason, report.note, tx.now],
    );
    return added.length > 0;
  }

  async lock(tx: Tx, id: string): Promise<LockedCase | null> {
    const [found] = await tx.rows<LockedCase>(
      `select id, target_kind, target_id, target_voice_id, status, version, claimed_by, claimed_at from moderation_case where id = $1 for update`,
      [id],
    );
    if (!found) return null;
    // A statement of its own, so that it sees what was committed while this one waited for the lock.
    const reporters = await tx.rows<{ id: string }>(`select reporter_voice_id id from report where case_id = $1`, [id]);
    return { ...found, reporter_voice_ids: reporters.map((reporter) => reporter.id) };
  }

  async setClaim(tx: Tx, id: string, voiceId: string | null): Promise<void> {
    await tx.rows(
      `update moderation_case set claimed_by = $2, claimed_at = case when $2::uuid is null then null else $3::timestamptz end, version = version + 1 where id = $1`,
      [id, voiceId, tx.now],
    );
  }

  async setDecided(tx: Tx, id: string): Promise<void> {
    await tx.rows(`update moderation_case set status = 'decided', decided_at = $2, claimed_by = null, claimed_at = null, version = version + 1 where id = $1`, [id, tx.now]);
  }

  async setOpen(tx: Tx, id: string, claimedBy: string): Promise<void> {
    await tx.rows(`update moderation_case set status = 'open', decided_at = null, claimed_by = $2, claimed_at = $3, version = version + 1 where id = $1`, [id, claimedBy, tx.now]);
  }

  async addDecision(tx: Tx, decision: Omit<DecisionRow, 'decided_at' | 'taken_back_at'> & { decided_by: string }): Promise<void> {
    await tx.rows(
      `insert into decision (id, case_id, action, rule, words, language, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [decision.id, decision.case_id, decision.action, decision.rule, decision.words, decision.language, decision.decided_by, tx.now],
    );
  }

  /** The decision that stands, and the name of whoever took it. */
  async standing(tx: Tx, caseId: string): Promise<(Pick<DecisionRow, 'id' | 'action' | 'rule'> & { by: string | null }) | null> {
    const [row] = await tx.rows<Pick<DecisionRow, 'id' | 'action' | 'rule'> & { by: string | null }>(
      `select d.id, d.action, d.rule, v.name "by" from decision d join voice v on v.id = d.decided_by
       where d.case_id = $1 and d.taken_back_at is null order by d.decided_at desc limit 1`,
      [caseId],
    );
    return row ?? null;
  }

  async takeBack(tx: Tx, decisionId: string): Promise<void> {
    await tx.rows(`update decision set taken_back_at = $2 where id = $1`, [decisionId, tx.now]);
  }

  async voiceName(tx: Tx, voiceId: string): Promise<string> {
    const [row] = await tx.rows<{ name: string | null }>(`select name from voice where id = $1`, [voiceId]);
    return row?.name ?? '';
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@crosscity/platform/server';
import type { DecisionRow } from './cases.repository';

/** A decision with what it is about. */
export interface ToldDecision extends DecisionRow {
  target_kind: string;
  target_id: string;
  target_voice_id: string;
}

const TOLD = `
  select d.id, d.case_id, d.action, d.rule, d.words, d.language, d.decided_at, d.taken_back_at, c.target_kind, c.target_id, c.target_voice_id
  from decision d join moderation_case c on c.id = d.case_id`;

/** What authors and reporters are told: decisions about one's voices, outcomes of one's reports. */
@Injectable()
export class ToldRepository {
  constructor(private readonly database: Database) {}

  async decision(id: string): Promise<ToldDecision | null> {
    return this.database.row(`${TOLD} where d.id = $1`, [id]);
  }

  /** Those about texts of the voices, newest first. "No action" is not told: nobody needs to learn that they were reported. */
  async decisionsAbout(voiceIds: readonly string[], first: number, after: readonly unknown[] | null): Promise<ToldDecision[]> {
    return this.database.rows(
      `${TOLD} where c.target_voice_id = any($1) and d.action <> 'none'
         and ($2::timestamptz is null or (d.decided_at, d.id) < ($2::timestamptz, $3::uuid))
       order by d.decided_at desc, d.id desc limit $4`,
      [voiceIds, ...(after ?? [null, null]), first],
    );
  }

  /** `voiceIds` null: for staff, whichever. */
  async decisionsByIds(ids: readonly string[], voiceIds: readonly string[] | null): Promise<ToldDecision[]> {
    return this.database.rows(
      `${TOLD} where d.id = any($1) and ($2::uuid[] is null or (c.target_voice_id = any($2) and d.action <> 'none'))`,
      [ids, voiceIds],
    );
  }

  async reportsByIds(ids: readonly string[], voiceIds: readonly string[]): Promise<{ id: string; target_kind: string; target_id: string }[]> {
    return this.database.rows(
      `select r.id, c.target_kind, c.target_id from report r join moderation_case c on c.id = r.case_id where r.id = any($1) and r.reporter_voice_id = any($2)`,
      [ids, voiceIds],
    );
  }

  async reporters(caseId: string): Promise<{ id: string; voice_id: string }[]> {
    return this.database.rows(`select id, reporter_voice_id voice_id from report where case_id = $1`, [caseId]);
  }

  /** Staff who could decide a case: neither do they speak with the voice that it is about, nor did they report it. */
  async staffFor(caseId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `select p.id from moderation_case c
       join voice v on v.id = c.target_voice_id
       join person p on p.role <> 'member' and p.status = 'active'
       where c.id = $1 and c.status = 'open' and p.voice_id <> c.target_voice_id
         and not exists (select from report r where r.case_id = c.id and r.reporter_voice_id = p.voice_id)
         and not (v.kind = 'city' and exists (select from coordinator k where k.person_id = p.id and k.city_id = v.city_id))`,
      [caseId],
    );
    return rows.map(({ id }) => id);
  }
}

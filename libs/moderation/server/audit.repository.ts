import { Injectable } from '@nestjs/common';
import { ActLog, type VoiceRow, voiceColumns } from '@crosscity/identity/server';
import { Database, type Tx } from '@crosscity/platform/server';

/** One act to keep. Details are ids and codes. */
export interface Act {
  action: string;
  subject: { kind: string; id: string };
  details?: Record<string, string | number | boolean | null>;
}

export interface AuditRow extends VoiceRow {
  seq: string;
  at: Date;
  action: string;
  subject_kind: string;
  subject_id: string;
  details: Record<string, string | number | boolean | null>;
  hash: Buffer;
}

/** The log of acts. Entries are written in the transaction of the act, as its last statement: writers wait for one another. */
@Injectable()
export class Audit {
  constructor(
    private readonly database: Database,
    // What staff do to accounts happens in a lib below, which reaches the log through this.
    acts: ActLog,
  ) {
    acts.keptBy((tx, act) => this.write(tx, act));
  }

  async write(tx: Tx, { action, subject, details }: Act): Promise<void> {
    await tx.rows(
      `insert into audit_entry (at, actor_voice_id, action, subject_kind, subject_id, details) values ($1, $2, $3, $4, $5, $6::jsonb)`,
      [tx.now, tx.actor.kind === 'member' ? tx.actor.voiceId : null, action, subject.kind, subject.id, JSON.stringify(details ?? {})],
    );
  }

  /** Newest first, before that sequence number. */
  async page(first: number, before: number | null, subjectId: string | null): Promise<AuditRow[]> {
    return this.database.rows(
      `select a.seq, a.at, a.action, a.subject_kind, a.subject_id, a.details, a.hash, ${voiceColumns('v')}
       from audit_entry a left join voice v on v.id = a.actor_voice_id
       where ($2::bigint is null or a.seq < $2) and ($3::text is null or a.subject_id = $3)
       order by a.seq desc limit $1`,
      [first, before, subjectId],
    );
  }

  /** The sequence number of the first entry that doesn't fit the chain, null while all do. Reads the whole log. */
  async firstBroken(): Promise<{ entries: number; broken: number | null }> {
    const row = await this.database.row<{ entries: string; broken: string | null }>(
      `select count(*) entries, min(seq) filter (where not fits) broken from (
         select seq, seq = row_number() over w
                and previous_hash = coalesce(lag(hash) over w, '\\x'::bytea)
                and hash = audit_hash(seq, at, actor_voice_id, action, subject_kind, subject_id, details, previous_hash) fits
         from audit_entry window w as (order by seq)
       ) checked`,
    );
    return { entries: Number(row?.entries ?? 0), broken: row?.broken ? Number(row.broken) : null };
  }
}

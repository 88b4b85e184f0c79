import { voiceOf } from '@crosscity/identity/server';
import { type Page, cursorOf, readCursor, toPage } from '@crosscity/platform/server';
import type { Audit, AuditRow } from './audit.repository';
import type { AuditEntryType } from './moderation.types';

/** A page of the audit log, newest first. */
export async function toAuditPage(audit: Audit, first: number, after?: string, subjectId?: string): Promise<Page<AuditEntryType>> {
  const [before] = readCursor(after, 1) ?? [null];
  const page = toPage(await audit.page(first + 1, before === null ? null : Number(before), subjectId ?? null), first, (row) => cursorOf(row.seq));
  return { ...page, items: page.items.map(toEntry) };
}

function toEntry(row: AuditRow): AuditEntryType {
  return {
    seq: Number(row.seq),
    at: row.at,
    actor: row.voice_id ? voiceOf(row) : null,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    details: Object.entries(row.details).flatMap(([name, value]) => (value === null ? [] : [{ name, value: String(value) }])),
    hash: row.hash.toString('hex'),
  };
}

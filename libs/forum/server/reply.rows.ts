import { type CityRow, cityOf } from '@crosscity/cities/server';
import type { Adaptation, ContentStatus, TrialResult } from '@crosscity/forum/contract';
import { type VoiceRow, voiceOf } from '@crosscity/identity/server';
import type { Actor } from '@crosscity/platform/server';
import { may } from './forum.policy';
import { withoutNames } from './mentions';
import type { ReplyType, TrialType } from './reply.type';

interface TrialColumns {
  result: TrialResult | null;
  adaptation: Adaptation;
  change: string | null;
  advice: string;
}

export type ReplyRow = VoiceRow & Partial<TrialColumns> & Partial<CityRow> & {
  id: string;
  seq: number;
  thread_id: string;
  parent_id: string | null;
  body_html: string;
  /** Null for whoever may not edit it. */
  body_md: string | null;
  language: string;
  status: ContentStatus;
  hidden_rule: string | null;
  posted_at: Date;
  edited_at: Date | null;
};

export type TrialRow = VoiceRow & CityRow & TrialColumns & { reply_id: string; thread_id: string; seq: number; language: string; posted_at: Date; result: TrialResult };

/** A row as the reply that this actor sees: who may not read its words does not get them. */
export function replyOf(row: ReplyRow, actor: Actor, thread: { status: ContentStatus; spaceId: string | null }): ReplyType {
  const standing = { status: row.status, voiceId: row.voice_id };
  const readable = may.readWords(actor, standing);
  const rights = may.withReply(actor, standing, thread);
  const voice = voiceOf(row);
  return {
    id: row.id,
    seq: row.seq,
    threadId: row.thread_id,
    parentId: row.parent_id,
    voice,
    html: !readable ? '' : actor.kind === 'guest' ? withoutNames(row.body_html) : row.body_html,
    source: rights.edit || rights.restore ? row.body_md : null,
    language: row.language,
    status: row.status,
    hiddenRule: row.hidden_rule,
    postedAt: row.posted_at,
    editedAt: row.edited_at,
    trial: readable && row.result ? trialOf({ ...(row as unknown as TrialRow), reply_id: row.id }) : null,
    viewerCan: rights,
  };
}

export function trialOf(row: TrialRow): TrialType {
  return {
    id: row.reply_id,
    seq: row.seq,
    threadId: row.thread_id,
    voice: voiceOf(row),
    city: cityOf(row),
    result: row.result,
    adaptation: row.adaptation,
    change: row.change,
    advice: row.advice,
    language: row.language,
    at: row.posted_at,
  };
}

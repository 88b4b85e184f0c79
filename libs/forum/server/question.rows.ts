import { type CityRow, type ThemeType, cityOf } from '@crosscity/cities/server';
import type { Audience, ContentStatus, QuestionState } from '@crosscity/forum/contract';
import { type VoiceRow, voiceOf } from '@crosscity/identity/server';
import type { Actor } from '@crosscity/platform/server';
import { may } from './forum.policy';
import type { QuestionType } from './question.type';
import { type ReadingRow, readingOf } from './reading.repository';

type WithCity = CityRow | (Omit<CityRow, 'city_id'> & { city_id: null });

export type QuestionRow = VoiceRow & WithCity & ReadingRow & {
  id: string;
  slug: string;
  title: string;
  short: string;
  html: string;
  language: string;
  state: QuestionState;
  themes: ThemeType[];
  audience: Audience;
  space_id: string | null;
  status: ContentStatus;
  hidden_rule: string | null;
  gone_at: Date | null;
  published_at: Date;
  edited_at: Date | null;
  finished_at: Date | null;
  version: number;
  outcome_version: number;
  reply_count: number;
  trial_count: number;
  last_seq: number;
  last_change: number;
  answer_id: string | null;
};

/** A row as the question that this actor sees. */
export function questionOf(row: QuestionRow, actor: Actor): QuestionType {
  const standing = { audience: row.audience, spaceId: row.space_id, status: row.status, voiceId: row.voice_id };
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    short: row.short,
    html: row.html,
    language: row.language,
    state: row.state,
    themes: row.themes,
    audience: row.audience,
    askedCity: cityOf(row as CityRow | { city_id: null }),
    voice: voiceOf(row),
    status: row.status,
    hiddenRule: row.hidden_rule,
    askedAt: row.published_at,
    editedAt: row.edited_at,
    finishedAt: row.finished_at,
    version: row.version,
    outcomeVersion: row.outcome_version,
    replyCount: row.reply_count,
    lastSeq: row.last_seq,
    lastChange: row.last_change,
    answerId: row.answer_id,
    reading: actor.kind === 'member' ? readingOf(row.id, row) : null,
    viewerCan: may.withQuestion(actor, standing, row.city_id),
    spaceId: row.space_id,
    trialCount: row.trial_count,
    firstUnreadSeq: row.first_unread_seq,
  };
}

import { type CityRow, type ThemeType, cityOf } from '@crosscity/cities/server';
import { type Audience, type ContentStatus, type EvidenceLevel, LESSON_PARTS, type LessonPart, type PreventionLevel, type TrialResult } from '@crosscity/forum/contract';
import { type VoiceRow, voiceOf } from '@crosscity/identity/server';
import type { Locale } from '@crosscity/platform/contract';
import type { Actor } from '@crosscity/platform/server';
import { may } from './forum.policy';
import type { LessonLanguage, LessonPartText, LessonType } from './lesson.type';
import { type ReadingRow, readingOf } from './reading.repository';
import type { ThreadKind } from './thread.entity';

/** What a statement needs to know of whoever reads. */
export interface Reader {
  locale: Locale;
  /** The language that was asked for, before the reader's own. */
  language: string | null;
  personId: string | null;
  voiceIds: readonly string[];
}

export function readerOf(actor: Actor, language: string | null = null): Reader {
  const member = actor.kind === 'member' ? actor : null;
  return { locale: actor.locale, language, personId: member?.personId ?? null, voiceIds: member?.voiceIds ?? [] };
}

/** The first four parameters of every statement that selects `lessonColumns`. */
export function readerParameters({ locale, language, personId, voiceIds }: Reader): unknown[] {
  return [locale, language, personId, voiceIds];
}

type WithCity = CityRow | (Omit<CityRow, 'city_id'> & { city_id: null });

export type LessonRow = VoiceRow & WithCity & ReadingRow & {
  id: string;
  slug: string;
  kind: ThreadKind;
  audience: Audience;
  space_id: string | null;
  space_closed: boolean | null;
  status: ContentStatus;
  hidden_rule: string | null;
  gone_at: Date | null;
  shown_why: string | null;
  fresh_until: Date;
  level: PreventionLevel;
  country: string | null;
  original_language: string;
  version: number;
  reply_count: number;
  trial_count: number;
  last_seq: number;
  last_change: number;
  published_at: Date;
  edited_at: Date | null;
  last_activity_at: Date;
  evidence: EvidenceLevel;
  is_sample: boolean;
  source_title: string | null;
  source_publisher: string | null;
  language: string;
  title: string;
  short: string;
  minutes: number;
  languages: LessonLanguage[];
  themes: ThemeType[];
  trial_results: { result: TrialResult; count: number }[] | null;
} & Partial<Record<`${LessonPart}_html`, string>>;

export function partsOf(row: Partial<Record<`${LessonPart}_html`, string>>): LessonPartText[] {
  return LESSON_PARTS.map((part) => ({ part, html: row[`${part}_html`] ?? '' }));
}

/** A row as the lesson that this actor sees. */
export function lessonOf(row: LessonRow, actor: Actor): LessonType {
  const city = cityOf(row as CityRow | { city_id: null });
  const rights = may.withLesson(actor, { audience: row.audience, spaceId: row.space_id, status: row.status, voiceId: row.voice_id, spaceClosed: row.space_closed });
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    short: row.short,
    language: row.language,
    originalLanguage: row.original_language,
    languages: row.languages,
    themes: row.themes,
    level: row.level,
    audience: row.audience,
    spaceId: row.space_id,
    city,
    country: city?.country ?? row.country,
    voice: voiceOf(row),
    status: row.status,
    hiddenRule: row.hidden_rule,
    publishedAt: row.published_at,
    editedAt: row.edited_at,
    version: row.version,
    freshUntil: row.fresh_until,
    evidence: row.evidence,
    isSample: row.is_sample,
    source: row.source_title === null ? null : { title: row.source_title, publisher: row.source_publisher },
    minutes: row.minutes,
    replyCount: row.reply_count,
    trialCount: row.trial_count,
    lastSeq: row.last_seq,
    lastChange: row.last_change,
    lastActivityAt: row.last_activity_at,
    trialResults: row.trial_results ?? [],
    reading: actor.kind === 'member' ? readingOf(row.id, row) : null,
    viewerCan: rights,
    loadedParts: row.did_html === undefined ? undefined : partsOf(row),
    firstUnreadSeq: row.first_unread_seq,
  };
}



import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CityType, ThemeType } from '@crosscity/cities/server';
import type { Audience, ContentStatus, EvidenceLevel, FacetKey, FollowLevel, LessonPart, PreventionLevel, TextState } from '@crosscity/forum/contract';
import { VoiceType } from '@crosscity/identity/server';
import type { Page } from '@crosscity/platform/server';
import { AudienceEnum, ContentStatusEnum, EvidenceLevelEnum, FacetKeyEnum, FollowLevelEnum, LessonPartEnum, PreventionLevelEnum, TextStateEnum } from './forum.enums';
import { TrialTally } from './reply.type';

@ObjectType()
export class LessonLanguage {
  @Field(() => String, { description: 'BCP 47.' }) language: string;
  @Field(() => TextStateEnum) state: TextState;
  @Field(() => String) title: string;
  @Field(() => Boolean, { description: 'The lesson was edited after this translation was made.' }) isOutdated: boolean;
}

@ObjectType()
export class LessonPartText {
  @Field(() => LessonPartEnum) part: LessonPart;
  @Field(() => String, { description: 'Clean HTML; empty where the part was left out.' }) html: string;
}

@ObjectType({ description: 'The publication that a sample lesson retells.' })
export class LessonSource {
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) publisher: string | null;
}

@ObjectType({ description: 'How far whoever asks has read, and how much they want to hear.' })
export class Reading {
  @Field(() => ID, { description: 'Id of the thread.' }) id: string;
  @Field(() => Int) lastSeenSeq: number;
  @Field(() => Int, { description: 'Readable replies of others since they stopped; counts to 100. 0 for what they never opened.' }) newCount: number;
  @Field(() => ID, { nullable: true, description: 'The first of them.' }) firstUnread: string | null;
  @Field(() => FollowLevelEnum) follow: FollowLevel;
  @Field(() => Date, { nullable: true, description: 'When they stopped; null for what they never opened.' }) since: Date | null;
}

@ObjectType({ description: 'What whoever asks may do with a lesson.' })
export class LessonRights {
  @Field(() => Boolean) reply: boolean;
  @Field(() => Boolean, { description: 'Tell of a trial.' }) try: boolean;
  @Field(() => Boolean) edit: boolean;
  @Field(() => Boolean) withdraw: boolean;
  @Field(() => Boolean) report: boolean;
  @Field(() => Boolean) follow: boolean;
}

@ObjectType('Lesson', { description: 'One thing that a team learned by doing, in five parts, and what is said about it.' })
export class LessonType {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String, { description: 'In the shown language, as all texts here.' }) title: string;
  @Field(() => String, { description: 'In short: plain text.' }) short: string;
  @Field(() => String, { description: 'The shown language (BCP 47): the one that was asked for, else the reader\'s, else the original.' }) language: string;
  @Field(() => String) originalLanguage: string;
  @Field(() => [LessonLanguage], { description: 'The original first.' }) languages: LessonLanguage[];
  @Field(() => [ThemeType]) themes: ThemeType[];
  @Field(() => PreventionLevelEnum) level: PreventionLevel;
  @Field(() => AudienceEnum) audience: Audience;
  @Field(() => CityType, { nullable: true }) city: CityType | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1, two letters: of the city, or known without one.' }) country: string | null;
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => ContentStatusEnum) status: ContentStatus;
  @Field(() => String, { nullable: true, description: 'The rule that a moderator named when hiding it; for its author and staff.' }) hiddenRule: string | null;
  @Field(() => Date) publishedAt: Date;
  @Field(() => Date, { nullable: true }) editedAt: Date | null;
  @Field(() => Int) version: number;
  @Field(() => EvidenceLevelEnum) evidence: EvidenceLevel;
  @Field(() => Boolean) isSample: boolean;
  @Field(() => LessonSource, { nullable: true }) source: LessonSource | null;
  @Field(() => Int, { description: 'Minutes to read it at the usual speed of its language.' }) minutes: number;
  @Field(() => Int, { description: 'Replies that can be read.' }) replyCount: number;
  @Field(() => Int, { description: 'Trials that can be read.' }) trialCount: number;
  @Field(() => Int, { description: 'Number of the newest reply, readable or not.' }) lastSeq: number;
  @Field(() => Int, { description: 'Counts how often replies were edited, taken away or brought back; `changedReplies` tells which.' }) lastChange: number;
  @Field(() => Date) lastActivityAt: Date;
  @Field(() => [TrialTally]) trialResults: TrialTally[];
  @Field(() => Reading, { nullable: true, description: 'Null for guests.' }) reading: Reading | null;
  @Field(() => LessonRights) viewerCan: LessonRights;

  spaceId: string | null;
  /** Loaded with the row where the statement had them; else by LessonFieldsResolver. */
  loadedParts?: LessonPartText[];
  /** Number of the first unread reply. */
  firstUnreadSeq?: number | null;
}

@ObjectType()
export class LessonPage implements Page<LessonType> {
  @Field(() => [LessonType]) items: LessonType[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  /** What was asked for: the count is made only where it is read. */
  counted: () => Promise<number>;
}

@ObjectType()
export class FacetOption {
  @Field(() => String, { description: 'A slug, an id, a code or a key.' }) value: string;
  @Field(() => String, { nullable: true, description: 'Null where the page has words for the value.' }) label: string | null;
  @Field(() => Int, { description: 'Lessons that choosing it would leave, the other facets considered.' }) count: number;
  @Field(() => Boolean) chosen: boolean;
}

@ObjectType()
export class Facet {
  @Field(() => FacetKeyEnum) facet: FacetKey;
  @Field(() => [FacetOption]) options: FacetOption[];
}

@ObjectType({ description: 'A lesson as it was at a version.' })
export class LessonRevision {
  @Field(() => Int) version: number;
  @Field(() => Date) at: Date;
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => String) language: string;
  @Field(() => String) title: string;
  @Field(() => String) short: string;
  @Field(() => [LessonPartText]) parts: LessonPartText[];
  @Field(() => String, { nullable: true, description: 'A word on what was changed.' }) note: string | null;
}

@ObjectType({ description: 'A lesson as its author wrote it, Markdown and all, for those who may edit it.' })
export class LessonMarkdown {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'Send it back with the edit.' }) version: number;
  @Field(() => String) title: string;
  @Field(() => String) short: string;
  @Field(() => String) context: string;
  @Field(() => String) did: string;
  @Field(() => String) happened: string;
  @Field(() => String) differently: string;
  @Field(() => String) elsewhere: string;
  @Field(() => [String]) themes: string[];
  @Field(() => PreventionLevelEnum) level: PreventionLevel;
  @Field(() => AudienceEnum) audience: Audience;
  @Field(() => String) language: string;
  @Field(() => ID, { nullable: true }) cityId: string | null;
  @Field(() => ID) voiceId: string;
  @Field(() => String, { nullable: true }) evaluationBy: string | null;
  @Field(() => String, { nullable: true }) evaluationUrl: string | null;
}

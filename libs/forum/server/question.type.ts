import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CityType, ThemeType } from '@crosscity/cities/server';
import type { Audience, ContentStatus, QuestionFacetKey, QuestionState } from '@crosscity/forum/contract';
import { VoiceType } from '@crosscity/identity/server';
import { AudienceEnum, ContentStatusEnum, QuestionFacetKeyEnum, QuestionStateEnum } from './forum.enums';
import { FacetOption, Reading } from './lesson.type';

@ObjectType({ description: 'What whoever asks may do with a question.' })
export class QuestionRights {
  @Field(() => Boolean) reply: boolean;
  @Field(() => Boolean, { description: 'Choose the answer, tell the outcome, finish and reopen: who asked, who cares for the asked city, staff.' }) decide: boolean;
  @Field(() => Boolean) edit: boolean;
  @Field(() => Boolean) withdraw: boolean;
  @Field(() => Boolean, { description: 'Bring back what they withdrew.' }) restore: boolean;
  @Field(() => Boolean) report: boolean;
  @Field(() => Boolean) follow: boolean;
}

@ObjectType({ description: '"What we did with it."' })
export class QuestionOutcome {
  @Field(() => Int, { description: 'Send it back with a change.' }) version: number;
  @Field(() => String, { description: 'Clean HTML.' }) html: string;
  @Field(() => String, { nullable: true, description: 'The Markdown, for those who may change it.' }) source: string | null;
  @Field(() => String, { description: 'BCP 47.' }) language: string;
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => Date) at: Date;
}

@ObjectType('Question', { description: 'What somebody wants to know from the network or from one city.' })
export class QuestionType {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String, { description: 'The question in one sentence.' }) title: string;
  @Field(() => String, { description: 'How the text below it begins: plain text.' }) short: string;
  @Field(() => String, { description: 'Clean HTML; empty where one sentence was enough.' }) html: string;
  @Field(() => String, { description: 'The shown language (BCP 47).' }) language: string;
  @Field(() => QuestionStateEnum) state: QuestionState;
  @Field(() => [ThemeType]) themes: ThemeType[];
  @Field(() => AudienceEnum) audience: Audience;
  @Field(() => CityType, { nullable: true, description: 'The city that is asked; null for the whole network.' }) askedCity: CityType | null;
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => ContentStatusEnum) status: ContentStatus;
  @Field(() => String, { nullable: true, description: 'The rule that a moderator named when hiding it; for its author and staff.' }) hiddenRule: string | null;
  @Field(() => Date) askedAt: Date;
  @Field(() => Date, { nullable: true }) editedAt: Date | null;
  @Field(() => Date, { nullable: true }) finishedAt: Date | null;
  @Field(() => Int) version: number;
  @Field(() => Int, { description: 'Of the outcome; 0 where none was told yet.' }) outcomeVersion: number;
  @Field(() => Int, { description: 'Replies that can be read.' }) replyCount: number;
  @Field(() => Int, { description: 'Number of the newest reply, readable or not.' }) lastSeq: number;
  @Field(() => Int, { description: 'Counts changes of the question and of its replies; `changedReplies` tells which of these.' }) lastChange: number;
  @Field(() => ID, { nullable: true, description: 'The reply that was chosen, while it can be read.' }) answerId: string | null;
  @Field(() => Reading, { nullable: true, description: 'Null for guests.' }) reading: Reading | null;
  @Field(() => QuestionRights) viewerCan: QuestionRights;

  spaceId: string | null;
  trialCount: number;
  firstUnreadSeq: number | null;
}

@ObjectType()
export class QuestionPage {
  @Field(() => [QuestionType]) items: QuestionType[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  /** What was asked for: the count is made only where it is read. */
  counted: () => Promise<number>;
}

@ObjectType()
export class QuestionFacet {
  @Field(() => QuestionFacetKeyEnum) facet: QuestionFacetKey;
  @Field(() => [FacetOption]) options: FacetOption[];
}

@ObjectType({ description: 'A question as it was written, Markdown and all, for those who may edit it.' })
export class QuestionSource {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'Send it back with the edit.' }) version: number;
  @Field(() => String) title: string;
  @Field(() => String) text: string;
  @Field(() => [String]) themes: string[];
  @Field(() => AudienceEnum) audience: Audience;
  @Field(() => String) language: string;
  @Field(() => ID, { nullable: true }) askedCityId: string | null;
}

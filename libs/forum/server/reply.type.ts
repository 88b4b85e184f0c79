import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CityType } from '@crosscity/cities/server';
import type { Adaptation, ContentStatus, TrialResult } from '@crosscity/forum/contract';
import { VoiceType } from '@crosscity/identity/server';
import { AdaptationEnum, ContentStatusEnum, TrialResultEnum } from './forum.enums';

@ObjectType('Trial', { description: 'A city used the lesson: what it changed, what came of it.' })
export class TrialType {
  @Field(() => ID, { description: 'Id of the reply that tells of it.' }) id: string;
  @Field(() => Int, { description: 'Number of that reply in its thread.' }) seq: number;
  @Field(() => ID) threadId: string;
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => CityType) city: CityType;
  @Field(() => TrialResultEnum) result: TrialResult;
  @Field(() => AdaptationEnum) adaptation: Adaptation;
  @Field(() => String, { nullable: true, description: 'What was changed.' }) change: string | null;
  @Field(() => String, { description: 'One sentence of advice.' }) advice: string;
  @Field(() => String, { description: 'Language of what was written (BCP 47).' }) language: string;
  @Field(() => Date) at: Date;
}

@ObjectType({ description: 'How many cities report a result.' })
export class TrialTally {
  @Field(() => TrialResultEnum) result: TrialResult;
  @Field(() => Int) count: number;
}

@ObjectType({ description: 'What whoever asks may do with a reply.' })
export class ReplyRights {
  @Field(() => Boolean) edit: boolean;
  @Field(() => Boolean) withdraw: boolean;
  @Field(() => Boolean, { description: 'Bring back what they withdrew.' }) restore: boolean;
  @Field(() => Boolean) report: boolean;
  @Field(() => Boolean) reply: boolean;
}

@ObjectType('Reply')
export class ReplyType {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: '1, 2, 3 … within the thread, without gaps.' }) seq: number;
  @Field(() => ID) threadId: string;
  @Field(() => ID, { nullable: true, description: 'The reply that this one answers; that one has no parent.' }) parentId: string | null;
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => String, { description: 'Clean HTML. Empty where it is hidden or withdrawn, except to its author and to staff.' }) html: string;
  @Field(() => String, { nullable: true, description: 'The Markdown, for those who may edit; null for others.' }) source: string | null;
  @Field(() => String, { description: 'BCP 47.' }) language: string;
  @Field(() => ContentStatusEnum) status: ContentStatus;
  @Field(() => String, { nullable: true, description: 'The rule that a moderator named.' }) hiddenRule: string | null;
  @Field(() => Date) postedAt: Date;
  @Field(() => Date, { nullable: true }) editedAt: Date | null;
  @Field(() => TrialType, { nullable: true }) trial: TrialType | null;
  @Field(() => ReplyRights) viewerCan: ReplyRights;
}

@ObjectType({ description: 'Replies as they are now, of those that changed.' })
export class ChangedReplies {
  @Field(() => [ReplyType]) items: ReplyType[];
  @Field(() => Int, { description: 'Up to which change this tells: the next `since`.' }) upTo: number;
  @Field(() => Boolean) hasMore: boolean;
}

@ObjectType({ description: 'Replies in the order of their numbers.' })
export class ReplyPage {
  @Field(() => [ReplyType]) items: ReplyType[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => String, { nullable: true }) previousCursor: string | null;
  @Field(() => Int, { description: 'All of the thread, hidden and withdrawn ones included, since these keep their place.' }) totalCount: number;
}

import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { VoiceType } from '@crosscity/identity/server';
import { PageArgs, pageOf } from '@crosscity/platform/server';
import { type MailTopic, MAIL_TOPICS, notificationsLimits } from '@crosscity/notifications/contract';
import { ArrayMaxSize, IsBoolean, IsDate, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export const InboxViewEnum = { new: 'new', earlier: 'earlier' } as const;
export type InboxView = keyof typeof InboxViewEnum;
registerEnumType(InboxViewEnum, { name: 'InboxView' });

export const MailTopicEnum = Object.fromEntries(Object.keys(MAIL_TOPICS).map((topic) => [topic, topic])) as Record<MailTopic, MailTopic>;
registerEnumType(MailTopicEnum, { name: 'MailTopic' });

@ObjectType('InboxValue', { description: 'A value for the words of a line.' })
export class InboxValueType {
  @Field(() => String) name: string;
  @Field(() => String) value: string;
}

@ObjectType('InboxGroup', { description: 'A line of the inbox: what is new about one thing.' })
export class InboxGroupType {
  @Field(() => ID, { description: 'Key of the group.' }) id: string;
  @Field(() => String, { description: 'Kind of the newest fact: chooses the words.' }) kind: string;
  @Field(() => String, { description: 'Why the reader hears of it.' }) reason: string;
  @Field(() => Int, { description: 'How many are new; 0 in the earlier ones.' }) newCount: number;
  @Field(() => Date) newestAt: Date;
  @Field(() => [VoiceType], { description: 'Who spoke last, three at most.' }) voices: VoiceType[];
  @Field(() => Int) voiceCount: number;
  @Field(() => [InboxValueType]) values: InboxValueType[];
  @Field(() => Boolean, { description: 'False where the reader may no longer see it.' }) isAvailable: boolean;
  @Field(() => String, { nullable: true, description: 'Empty where the thing has no name for this reader.' }) title: string | null;
  @Field(() => String, { nullable: true }) language: string | null;
  @Field(() => String, { nullable: true }) path: string | null;
}

export const InboxPage = pageOf(InboxGroupType, 'InboxPage');

@ObjectType('ReadMark', { description: 'What was marked as read, to be undone exactly.' })
export class ReadMarkType {
  @Field(() => Date, { description: 'Names this act for `undoRead`.' }) mark: Date;
  @Field(() => Int, { description: 'Lines that it marked.' }) count: number;
  @Field(() => Int, { description: 'As `Viewer.unreadCount`.' }) unreadCount: number;
}

@ObjectType('MailPreference')
export class MailPreferenceType {
  @Field(() => MailTopicEnum) topic: MailTopic;
  @Field(() => Boolean) isOn: boolean;
  @Field(() => Boolean) canBeOff: boolean;
}

@ArgsType()
export class InboxArgs extends PageArgs {
  @Field(() => InboxViewEnum, { defaultValue: 'new' }) @IsIn(Object.keys(InboxViewEnum))
  view: InboxView = 'new';
}

@InputType()
export class MarkReadInput {
  @Field(() => [ID], { nullable: true, description: 'Keys of groups; all where it is missing.' })
  @IsOptional() @ArrayMaxSize(notificationsLimits.groups) @IsString({ each: true }) @MaxLength(notificationsLimits.groupKey, { each: true })
  groups?: string[];

  @Field(() => Date, { description: 'The newest line that the reader saw. What came later stays new.' }) @IsDate()
  upTo: Date;
}

@InputType()
export class UndoReadInput {
  @Field(() => Date) @IsDate()
  mark: Date;
}

@InputType()
export class MarkGroupUnreadInput {
  @Field(() => ID) @IsString() @MaxLength(notificationsLimits.groupKey)
  group: string;
}

@InputType()
export class SetMailPreferenceInput {
  @Field(() => MailTopicEnum) @IsIn(Object.keys(MAIL_TOPICS))
  topic: MailTopic;

  @Field(() => Boolean) @IsBoolean()
  isOn: boolean;
}

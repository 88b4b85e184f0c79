import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CityType } from '@crosscity/cities/server';
import { JOININGS, type Joining, SPACE_KINDS, type SpaceKind } from '@crosscity/forum/contract';
import { VoiceType } from '@crosscity/identity/server';
import { pageOf } from '@crosscity/platform/server';

const enumOf = <Key extends string>(keys: readonly Key[]) => Object.fromEntries(keys.map((key) => [key, key])) as { [K in Key]: K };

export const SpaceKindEnum = enumOf(SPACE_KINDS);
export const JoiningEnum = enumOf(JOININGS);
export const BelongingEnum = enumOf(['none', 'asked', 'invited', 'mustAgree', 'member', 'moderator'] as const);
registerEnumType(SpaceKindEnum, { name: 'SpaceKind', description: 'public: guests read what is public in it. members: every member reads. private: every member knows of it, only who belongs reads. hidden: nobody else knows of it.' });
registerEnumType(JoiningEnum, { name: 'Joining', description: 'By oneself, asked and admitted, invited, or as a member of certain cities.' });
registerEnumType(BelongingEnum, { name: 'SpaceBelonging', description: 'mustAgree: belongs, and has not accepted the current agreement.' });

@ObjectType({ description: 'What a space agreed on, in the version that counts.' })
export class SpaceAgreement {
  @Field(() => Int) version: number;
  @Field(() => String, { description: 'Clean HTML.' }) html: string;
  @Field(() => String, { description: 'As it was written.' }) text: string;
  @Field(() => Date) at: Date;
}

@ObjectType({ description: 'What whoever asks is in a space.' })
export class SpaceViewer {
  @Field(() => BelongingEnum) belongs: keyof typeof BelongingEnum;
  @Field(() => Boolean) isModerator: boolean;
  @Field(() => ID, { nullable: true, description: 'Of their open request.' }) requestId: string | null;
  @Field(() => ID, { nullable: true, description: 'Of the invitation that waits for their answer.' }) invitationId: string | null;
}

@ObjectType({ description: 'What whoever asks may do with a space.' })
export class SpaceRights {
  @Field(() => Boolean, { description: 'By oneself.' }) join: boolean;
  @Field(() => Boolean) ask: boolean;
  @Field(() => Boolean) leave: boolean;
  @Field(() => Boolean) write: boolean;
  @Field(() => Boolean, { description: 'Decide on requests, change the settings, close it.' }) attend: boolean;
  @Field(() => Boolean, { description: 'Invite, appoint, remove, change the agreement.' }) care: boolean;
}

@ObjectType('Space', { description: 'A room of the forum.' })
export class SpaceType {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) name: string;
  @Field(() => String) purpose: string;
  @Field(() => String, { description: 'Of name and purpose (BCP 47).' }) language: string;
  @Field(() => SpaceKindEnum) kind: SpaceKind;
  @Field(() => JoiningEnum) joining: Joining;
  @Field(() => Date, { nullable: true, description: 'Since when nothing new is written in it.' }) closedAt: Date | null;
  @Field(() => Int, { description: 'Of its settings; send it back with a change.' }) version: number;
  @Field(() => Int, { description: '0 where it has no agreement.' }) agreementVersion: number;
  @Field(() => Int, { nullable: true, description: 'Null where that is not theirs to know.' }) memberCount: number | null;
  @Field(() => Int, { nullable: true, description: 'Lessons that they may read; null where that is not theirs to know.' }) lessonCount: number | null;
  @Field(() => SpaceViewer) viewer: SpaceViewer;
  @Field(() => SpaceRights) viewerCan: SpaceRights;

  isInside: boolean;
}

@ObjectType({ description: 'Somebody who belongs to a space.' })
export class SpaceMember {
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => Boolean) isModerator: boolean;
  @Field(() => Date) joinedAt: Date;
}

@ObjectType({ description: 'Somebody asks to join, or was invited; still without an answer.' })
export class SpaceEntry {
  @Field(() => ID) id: string;
  @Field(() => VoiceType, { description: 'Who wants or is to join.' }) voice: VoiceType;
  @Field(() => String, { description: 'Why they ask; empty for invitations.' }) why: string;
  @Field(() => Date) at: Date;
}

export const SpacePage = pageOf(SpaceType, 'SpacePage');
export const SpaceMemberPage = pageOf(SpaceMember, 'SpaceMemberPage');
export { CityType as SpaceCityType };

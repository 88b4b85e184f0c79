import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { MemberAct, MemberState } from '@crosscity/identity/contract';
import { type PlatformRole, pageOf } from '@crosscity/platform/server';
import { PlatformRoleEnum } from '../viewer.type';
import { MemberActEnum, MemberStateEnum } from './care.enums';

@ObjectType('MemberFileCity')
export class MemberFileCityType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
}

@ObjectType('MemberFileRights')
export class MemberFileRightsType {
  @Field(() => Boolean, { description: 'Role, cities that they care for, and their city.' }) changeRights: boolean;
  @Field(() => Boolean) suspend: boolean;
  @Field(() => Boolean) reopen: boolean;
  @Field(() => Boolean) endSessions: boolean;
}

@ObjectType('MemberAct', { description: 'What staff did to an account.' })
export class MemberActType {
  @Field(() => ID) id: string;
  @Field(() => MemberActEnum) act: MemberAct;
  @Field(() => String, { description: 'A `CareReason`, or `timeUp` where a suspension ran out.' }) reason: string;
  @Field(() => String, { nullable: true, description: 'Name of the one of the staff who did it; null where the program did.' }) by: string | null;
  @Field(() => Date) at: Date;
  @Field(() => String, { nullable: true, description: 'Role or name of the city before.' }) from: string | null;
  @Field(() => String, { nullable: true, description: 'Role or name of the city after.' }) to: string | null;
  @Field(() => [String], { description: 'Names of cities that they care for since.' }) added: string[];
  @Field(() => [String], { description: 'Names of cities that they no longer care for.' }) removed: string[];
  @Field(() => Date, { nullable: true }) until: Date | null;
  @Field(() => String, { description: 'What the person was told; empty but for suspensions.' }) words: string;
}

@ObjectType('MemberFile', { description: 'An account as staff care for it.' })
export class MemberFileType {
  @Field(() => ID, { description: 'The id of the member’s voice.' }) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) handle: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: 'For administrators only.' }) email: string | null;
  @Field(() => PlatformRoleEnum) role: PlatformRole;
  @Field(() => MemberStateEnum) state: MemberState;
  @Field(() => Date, { nullable: true, description: 'Null also where staff open the account again.' }) suspendedUntil: Date | null;
  @Field(() => MemberFileCityType, { nullable: true }) city: MemberFileCityType | null;
  @Field(() => [MemberFileCityType], { description: 'Cities that they care for.' }) coordinates: MemberFileCityType[];
  @Field(() => Date) joinedAt: Date;
  @Field(() => Boolean, { description: 'Whoever asks.' }) isSelf: boolean;
  @Field(() => MemberFileRightsType) viewerCan: MemberFileRightsType;
  personId: string;
}

export const MemberFilePage = pageOf(MemberFileType, 'MemberFilePage');

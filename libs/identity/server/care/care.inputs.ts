import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { CARE_REASONS, CARE_ROLES, type CareReason, type CareRole, MEMBER_STATES, type MemberState, identityLimits } from '@crosscity/identity/contract';
import { IsPlainLine, IsStorableText, PageArgs, type PlatformRole } from '@crosscity/platform/server';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsDate, IsIn, IsInt, IsOptional, IsUUID, Length, MaxLength, Min, ValidateNested } from 'class-validator';
import { Trimmed } from '../people.inputs';
import { PlatformRoleEnum } from '../viewer.type';
import { CareReasonEnum, CareRoleEnum, MemberStateEnum } from './care.enums';

/** What every act of staff on an account names. */
@InputType({ isAbstract: true })
export class CareInput {
  @Field(() => ID) @IsUUID() memberId: string;
  @Field(() => Int, { description: 'The version that was read; another one stored now is a conflict.' }) @IsInt() @Min(1) version: number;
  @Field(() => CareReasonEnum) @IsIn(CARE_REASONS) reason: CareReason;
}

@InputType()
export class ChangeMemberRoleInput extends CareInput {
  @Field(() => PlatformRoleEnum) @IsIn(Object.keys(PlatformRoleEnum)) role: PlatformRole;
}

@InputType()
export class ChangeMemberCoordinationInput extends CareInput {
  @Field(() => [ID], { description: 'All cities that the member cares for from now on.' })
  @ArrayMaxSize(identityLimits.coordinates) @ArrayUnique() @IsUUID(undefined, { each: true }) cityIds: string[];
}

@InputType()
export class ChangeMemberCityInput extends CareInput {
  @Field(() => ID, { nullable: true, description: 'Null where their city is not here.' }) @IsOptional() @IsUUID() cityId?: string | null;
}

@InputType()
export class SuspendMemberInput extends CareInput {
  @Field(() => Date, { nullable: true, description: 'When it ends by itself; null until staff open the account again.' }) @IsOptional() @IsDate() until?: Date | null;
  @Field(() => String, { description: 'Words to the person, in the mail and where they sign in.' })
  @Trimmed() @IsStorableText() @Length(identityLimits.suspendWords.least, identityLimits.suspendWords.most) words: string;
}

@InputType()
export class ReopenMemberInput extends CareInput {}

@InputType()
export class EndMemberSessionsInput extends CareInput {}

@InputType()
export class MemberFilesFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name; for administrators also a whole address.' }) @IsOptional() @Trimmed() @IsPlainLine() @MaxLength(identityLimits.email) text?: string | null;
  @Field(() => CareRoleEnum, { nullable: true }) @IsOptional() @IsIn(CARE_ROLES) role?: CareRole | null;
  @Field(() => ID, { nullable: true, description: 'Where they work, or which they care for.' }) @IsOptional() @IsUUID() cityId?: string | null;
  @Field(() => MemberStateEnum, { nullable: true }) @IsOptional() @IsIn(MEMBER_STATES) state?: MemberState | null;
}

@ArgsType()
export class MemberFilesArgs extends PageArgs {
  @Field(() => MemberFilesFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => MemberFilesFilter) filter?: MemberFilesFilter | null;
}

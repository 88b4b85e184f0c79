import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { type DraftKind, forumLimits } from '@crosscity/forum/contract';
import { IsPlainLine } from '@crosscity/platform/server';
import { Type } from 'class-transformer';
import { IsDefined, IsEnum, IsInt, IsOptional, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';
import { DraftContentType } from './draft.type';
import { DraftKindEnum } from './forum.enums';

@InputType()
export class SaveDraftInput {
  @Field(() => ID, { nullable: true, description: 'Made by the device, so that sending it twice makes one draft. A new one is made where it is missing.' }) @IsOptional() @IsUUID() id?: string | null;
  @Field(() => DraftKindEnum) @IsEnum(DraftKindEnum) kind: DraftKind;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() threadId?: string | null;
  @Field(() => DraftContentType) @IsDefined() @ValidateNested() @Type(() => DraftContentType) content: DraftContentType;
  @Field(() => Int, { description: 'The version that this text was written on; 0 for a new draft.' }) @IsInt() @Min(0) version: number;
  @Field(() => String, { defaultValue: '' }) @IsPlainLine() @MaxLength(forumLimits.device) device: string;
}

@InputType()
export class DiscardDraftInput {
  @Field(() => ID) @IsUUID() id: string;
}

@InputType()
export class RestoreDraftInput {
  @Field(() => ID) @IsUUID() id: string;
}

@InputType()
export class DiscardDraftCopyInput {
  @Field(() => ID) @IsUUID() id: string;
}

import { type Faces, type FileKind, filesLimits } from '@crosscity/files/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { IdempotencyKey, IsPlainLine, IsStorableText } from '@crosscity/platform/server';
import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsIn, IsInt, IsNumber, IsOptional, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { FacesEnum, FileKindEnum } from './file.type';

const languages = Object.keys(CONTENT_LANGUAGES);

@InputType()
export class BeginUploadInput {
  @IdempotencyKey() key: string;
  @Field(() => FileKindEnum, { description: 'What it seems to be. What it is, its bytes will say.' }) @IsEnum(FileKindEnum) kind: FileKind;
  @Field(() => String, { description: 'As the device calls it; kept for documents only, without a path.' }) @IsStorableText() @MaxLength(500) name: string;
  @Field(() => Int) @IsInt() @Min(1) bytes: number;
  @Field(() => String, { description: 'draft or lesson.' }) @Matches(/^[a-z]{1,20}$/i) subjectKind: string;
  @Field(() => ID) @IsUUID() subjectId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsPlainLine() @MaxLength(filesLimits.part) part?: string | null;
}

@InputType()
export class FinishUploadInput {
  @Field(() => ID, { description: 'Of the use.' }) @IsUUID() id: string;
}

@InputType()
export class DescribeFileInput {
  @Field(() => ID, { description: 'Of the use.' }) @IsUUID() id: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsStorableText() @MaxLength(filesLimits.description) description?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only for pictures: shows nothing that one would miss.' }) @IsOptional() @IsBoolean() isDecoration?: boolean | null;
  @Field(() => FacesEnum, { nullable: true }) @IsOptional() @IsEnum(FacesEnum) faces?: Faces | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsPlainLine() @MaxLength(filesLimits.part) part?: string | null;
}

@InputType()
export class RemoveFileInput {
  @Field(() => ID, { description: 'Of the use.' }) @IsUUID() id: string;
}

@InputType({ description: 'Shares of the picture, from its left upper corner.' })
export class AreaInput {
  @Field(() => Float) @IsNumber() @Min(0) @Max(1) x: number;
  @Field(() => Float) @IsNumber() @Min(0) @Max(1) y: number;
  @Field(() => Float) @IsNumber() @Min(0.002) @Max(1) width: number;
  @Field(() => Float) @IsNumber() @Min(0.002) @Max(1) height: number;
}

@InputType()
export class BlurPictureInput {
  @Field(() => ID, { description: 'Of the use.' }) @IsUUID() id: string;
  @Field(() => Int, { description: 'The revision that the areas were drawn on: said twice it is done once.' }) @IsInt() @Min(1) revision: number;
  @Field(() => [AreaInput]) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(filesLimits.areas) @ValidateNested({ each: true }) @Type(() => AreaInput) areas: AreaInput[];
}

@InputType()
export class VideoWordsInput {
  @Field(() => ID, { description: 'Of the use.' }) @IsUUID() id: string;
  @Field(() => String, { description: 'BCP 47.' }) @IsIn(languages) language: string;
  @Field(() => String, { nullable: true, description: 'WebVTT or SubRip; an empty text removes the captions.' }) @IsOptional() @IsStorableText() @MaxLength(filesLimits.captions) captions?: string | null;
  @Field(() => String, { nullable: true, description: 'An empty text removes it.' }) @IsOptional() @IsStorableText() @MaxLength(filesLimits.transcript) transcript?: string | null;
}

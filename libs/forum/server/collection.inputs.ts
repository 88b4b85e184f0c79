import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { type CollectionAudience, forumLimits } from '@crosscity/forum/contract';
import { platformLimits } from '@crosscity/platform/contract';
import { IsPlainLine, IsStorableText } from '@crosscity/platform/server';
import { IsEnum, IsInt, IsOptional, IsUUID, Matches, MaxLength, Min, MinLength } from 'class-validator';
import { CollectionAudienceEnum } from './forum.enums';

@InputType()
export class CollectionWordsInput {
  @Field(() => String) @IsPlainLine() @Matches(/\S/u) @MaxLength(forumLimits.collectionTitle) title: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsStorableText() @MaxLength(forumLimits.collectionNote) note?: string | null;
  @Field(() => CollectionAudienceEnum) @IsEnum(CollectionAudienceEnum) audience: CollectionAudience;
}

@InputType()
export class CreateCollectionInput extends CollectionWordsInput {
  @Field(() => String) @MinLength(1) @MaxLength(platformLimits.key) key: string;
  @Field(() => ID, { nullable: true, description: 'Speak as one\'s city; else by one\'s own name.' }) @IsOptional() @IsUUID() voiceId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Its first lesson.' }) @IsOptional() @IsUUID() lessonId?: string | null;
}

@InputType()
export class EditCollectionInput extends CollectionWordsInput {
  @Field(() => ID) @IsUUID() id: string;
  @Field(() => Int, { description: 'The version that was read before editing.' }) @IsInt() @Min(1) version: number;
}

@InputType()
export class CollectionInput {
  @Field(() => ID) @IsUUID() id: string;
}

@InputType()
export class CollectedLessonInput {
  @Field(() => ID) @IsUUID() id: string;
  @Field(() => ID) @IsUUID() lessonId: string;
}

@InputType({ description: 'A lesson is in a collection once: saying it twice changes nothing.' })
export class AddToCollectionInput extends CollectedLessonInput {
  @Field(() => String, { nullable: true }) @IsOptional() @IsStorableText() @MaxLength(forumLimits.collectionItemNote) note?: string | null;
  @Field(() => ID, { nullable: true, description: 'The lesson before which it is to stand; else last.' }) @IsOptional() @IsUUID() beforeId?: string | null;
}

@InputType()
export class MoveInCollectionInput extends CollectedLessonInput {
  @Field(() => ID, { nullable: true, description: 'The lesson before which it is to stand; null for the end.' }) @IsOptional() @IsUUID() beforeId?: string | null;
}

@InputType()
export class NoteInCollectionInput extends CollectedLessonInput {
  @Field(() => String) @IsStorableText() @MaxLength(forumLimits.collectionItemNote) note: string;
}

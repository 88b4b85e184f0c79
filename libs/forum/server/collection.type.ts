import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CollectionAudience, ContentStatus } from '@crosscity/forum/contract';
import { VoiceType } from '@crosscity/identity/server';
import type { Page } from '@crosscity/platform/server';
import { CollectionAudienceEnum, ContentStatusEnum } from './forum.enums';
import { LessonType } from './lesson.type';

@ObjectType()
export class CollectionRights {
  @Field(() => Boolean, { description: 'Change its words, its lessons and their order; remove it.' }) edit: boolean;
  @Field(() => Boolean) report: boolean;
}

@ObjectType('Collection', { description: 'Lessons in an order made by hand, with words on why.' })
export class CollectionType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'Plain words; may be empty.' }) note: string;
  @Field(() => String, { description: 'BCP 47, of title and note.' }) language: string;
  @Field(() => CollectionAudienceEnum) audience: CollectionAudience;
  @Field(() => ContentStatusEnum) status: ContentStatus;
  @Field(() => VoiceType, { description: 'The curator.' }) voice: VoiceType;
  @Field(() => Int, { description: 'Send it back with an edit.' }) version: number;
  @Field(() => Date) createdAt: Date;
  @Field(() => Date) updatedAt: Date;
  @Field(() => Int, { description: 'Lessons in it that whoever asks may read.' }) lessonCount: number;
  @Field(() => CollectionRights) viewerCan: CollectionRights;
}

@ObjectType()
export class CollectionLesson {
  @Field(() => LessonType) lesson: LessonType;
  @Field(() => String, { description: 'Why it is in here; may be empty.' }) note: string;
  @Field(() => Date) addedAt: Date;
}

@ObjectType({ description: 'A collection that one may change, and whether a lesson is in it.' })
export class CollectionChoice {
  @Field(() => CollectionType) collection: CollectionType;
  @Field(() => Boolean) holds: boolean;
}

@ObjectType()
export class CollectionPage implements Page<CollectionType> {
  @Field(() => [CollectionType]) items: CollectionType[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
}

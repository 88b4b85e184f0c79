import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { LessonPart } from '@crosscity/forum/contract';
import { LessonPartEnum, SearchHitKindEnum } from './forum.enums';
import { LessonType } from './lesson.type';
import { ReplyType } from './reply.type';

@ObjectType({ description: 'A place where the words were found.' })
export class SearchHit {
  @Field(() => SearchHitKindEnum) kind: 'lesson' | 'reply';
  @Field(() => LessonType) lesson: LessonType;
  @Field(() => LessonPartEnum, { nullable: true, description: 'The part of the lesson with the first words found; null for its title and short version.' }) part: LessonPart | null;
  @Field(() => ReplyType, { nullable: true }) reply: ReplyType | null;
  @Field(() => String, { description: 'Escaped text as HTML, with <mark> around the words found.' }) snippet: string;
  @Field(() => String, { description: 'Language of the snippet (BCP 47).' }) language: string;
}

@ObjectType()
export class SearchPage {
  @Field(() => [SearchHit]) items: SearchHit[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { description: 'Counts to 1,000.' }) totalCount: number;
}

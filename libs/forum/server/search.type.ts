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

@ObjectType({ description: 'How many there are of each kind, whichever was asked for.' })
export class SearchCounts {
  @Field(() => Int) lessons: number;
  @Field(() => Int) replies: number;
}

@ObjectType({ description: 'What the words are called in another language, and how many lessons of that language say it.' })
export class OtherWords {
  @Field(() => String, { description: 'BCP 47.' }) language: string;
  @Field(() => String) words: string;
  @Field(() => Int) count: number;
}

@ObjectType()
export class SearchPage {
  @Field(() => [SearchHit]) items: SearchHit[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { description: 'Counts to 1,000.' }) totalCount: number;
  @Field(() => SearchCounts) counts: SearchCounts;
  @Field(() => String, { nullable: true, description: 'The query as it was looked for, where nothing holds the words as they were typed.' }) corrected: string | null;
  @Field(() => Boolean, { description: 'No text holds all of the words; these hold some.' }) isPartly: boolean;
  @Field(() => [OtherWords], { description: 'The most lessons first; only on the first page.' }) also: OtherWords[];
  @Field(() => [String], { description: 'Slugs of the themes that the whole query names.' }) themes: string[];
}

@ObjectType({ description: 'A lesson by its title, to go to while one types.' })
export class TitleHit {
  @Field(() => String) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) title: string;
  @Field(() => String) language: string;
}

import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CityType } from '@crosscity/cities/server';
import type { Adaptation, EvidenceLevel, TrialResult } from '@crosscity/forum/contract';
import { AdaptationEnum, EvidenceLevelEnum, TrialResultEnum } from './forum.enums';
import { TrialTally, TrialType } from './reply.type';

@ObjectType({ description: 'A lesson on the way of an idea. Without its voice: the way is about cities.' })
export class ChainLesson {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) title: string;
  @Field(() => String) language: string;
  @Field(() => CityType, { nullable: true }) city: CityType | null;
  @Field(() => EvidenceLevelEnum) evidence: EvidenceLevel;
  @Field(() => Int, { description: 'Trials that can be read; the way shows the newest.' }) trialCount: number;
  @Field(() => ID, { nullable: true, description: 'The lesson that it is adapted from; null for the first that whoever asks may read.' }) parentId: string | null;
  @Field(() => ID, { nullable: true, description: 'The trial that it grew from, where that can be read.' }) grownFrom: string | null;
}

@ObjectType({ description: 'A trial on the way of an idea.' })
export class ChainTrial {
  @Field(() => ID) id: string;
  @Field(() => ID) threadId: string;
  @Field(() => CityType) city: CityType;
  @Field(() => TrialResultEnum) result: TrialResult;
  @Field(() => AdaptationEnum) adaptation: Adaptation;
  @Field(() => Date) at: Date;
}

@ObjectType({ description: 'A city on the way of an idea.' })
export class ChainPlace {
  @Field(() => CityType) city: CityType;
  @Field(() => Int, { description: 'Lessons from there.' }) lessonCount: number;
  @Field(() => Boolean, { description: 'The first lesson is from there.' }) isOrigin: boolean;
  @Field(() => [TrialTally], { description: 'What came of it there.' }) results: TrialTally[];
}

@ObjectType({ description: 'An evaluation from outside, as the author states it.' })
export class Evaluation {
  @Field(() => String) by: string;
  @Field(() => String) url: string;
}

@ObjectType({ description: 'How far an idea travelled, of what whoever asks may read.' })
export class LessonChain {
  @Field(() => ID, { description: 'Id of the lesson.' }) id: string;
  @Field(() => [ChainLesson], { description: 'A tree by `parentId`, each after its parent. The first is the one where it began.' }) lessons: ChainLesson[];
  @Field(() => [ChainTrial], { description: 'Trials of those lessons: the newest of each, and those that became lessons.' }) trials: ChainTrial[];
  @Field(() => [ChainPlace], { description: 'Where it began, then by name.' }) places: ChainPlace[];
  @Field(() => Int) lessonCount: number;
  @Field(() => Int) trialCount: number;
  @Field(() => Boolean, { description: 'It travelled further than is shown.' }) isCut: boolean;
  @Field(() => [TrialType], { description: 'Trials of this lesson that did harm, then those that did not work; the newest.' }) warnings: TrialType[];
  @Field(() => [ID], { description: 'Trials of whoever asks that can become a lesson.' }) mayGrow: string[];
  @Field(() => Evaluation, { nullable: true }) evaluation: Evaluation | null;
}

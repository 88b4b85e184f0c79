import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { forumLimits } from '@crosscity/forum/contract';
import { VoiceType } from '@crosscity/identity/server';
import { platformLimits } from '@crosscity/platform/contract';
import { IsPlainLine } from '@crosscity/platform/server';
import { IsUUID, Matches, MaxLength, MinLength } from 'class-validator';

@ObjectType()
export class LessonReviewRights {
  @Field(() => Boolean) takeBack: boolean;
  @Field(() => Boolean) report: boolean;
}

@ObjectType({ description: 'Somebody with a role says that they reviewed a lesson.' })
export class LessonReview {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'One line, plain.' }) words: string;
  @Field(() => String) language: string;
  @Field(() => Date) at: Date;
  @Field(() => Boolean, { description: 'The lesson was edited since.' }) isOfEarlierVersion: boolean;
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => LessonReviewRights) viewerCan: LessonReviewRights;
}

@ObjectType({ description: 'How a lesson is cited outside: only what people who are not signed in see of whoever speaks.' })
export class CitedVoice {
  @Field(() => String, { nullable: true }) name: string | null;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => String, { nullable: true }) place: string | null;
}

@InputType()
export class ReviewLessonInput {
  @Field(() => String) @MinLength(1) @MaxLength(platformLimits.key) key: string;
  @Field(() => ID) @IsUUID() lessonId: string;
  @Field(() => String, { description: 'What one vouches for, in one line.' }) @IsPlainLine() @Matches(/\S/u) @MaxLength(forumLimits.review) words: string;
}

@InputType()
export class TakeBackReviewInput {
  @Field(() => ID) @IsUUID() id: string;
}

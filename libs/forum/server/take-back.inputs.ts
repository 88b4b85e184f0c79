import { Field, ID, InputType } from '@nestjs/graphql';
import { platformLimits } from '@crosscity/platform/contract';
import { IsUUID, MaxLength, MinLength } from 'class-validator';

@InputType()
export class TakeBackLessonInput {
  @Field(() => String) @MinLength(1) @MaxLength(platformLimits.key) key: string;
  @Field(() => ID) @IsUUID() id: string;
}

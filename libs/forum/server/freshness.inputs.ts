import { Field, ID, InputType } from '@nestjs/graphql';
import { IsDate, IsOptional, IsUUID } from 'class-validator';

@InputType()
export class RenewLessonInput {
  @Field(() => ID) @IsUUID() id: string;
  @Field(() => Date, { nullable: true, description: 'Its next review date, at most five years ahead; without it two years from now.' }) @IsOptional() @IsDate() until?: Date | null;
}

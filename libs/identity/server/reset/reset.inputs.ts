import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { identityLimits } from '@crosscity/identity/contract';
import { IsStorableText } from '@crosscity/platform/server';
import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';
import { Trimmed } from '../people.inputs';

@InputType()
export class RequestPasswordResetInput {
  @Field(() => String) @Trimmed() @IsEmail() @MaxLength(identityLimits.email) email: string;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'The secret of the mailed link.' }) @IsString() @MaxLength(identityLimits.token) token: string;
  @Field(() => String) @IsStorableText() @MinLength(identityLimits.password.least) @MaxLength(identityLimits.password.most) next: string;
}

@ObjectType('PasswordResetReceipt', { description: 'The same for every address, known here or not.' })
export class PasswordResetReceiptType {
  @Field(() => Int, { description: 'Minutes that the link in the mail can be used.' }) linkMinutes: number;
}

@ObjectType('PasswordResetOutcome')
export class PasswordResetOutcomeType {
  @Field(() => Boolean) ok: boolean;
}

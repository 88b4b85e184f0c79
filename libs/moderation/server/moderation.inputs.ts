import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { platformLimits } from '@crosscity/platform/contract';
import { IsStorableText, PageArgs } from '@crosscity/platform/server';
import { type DecisionAction, type ReportReason, type Rule, DECISION_ACTIONS, REPORT_REASONS, moderationLimits } from '@crosscity/moderation/contract';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min } from 'class-validator';

const valuesOf = <Value extends string>(values: readonly Value[]) => Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;

export const ReportReasonEnum = valuesOf(REPORT_REASONS);
registerEnumType(ReportReasonEnum, { name: 'ReportReason', description: 'Why a text is reported; also the rule that a decision rests on.' });
export const DecisionActionEnum = valuesOf(DECISION_ACTIONS);
registerEnumType(DecisionActionEnum, { name: 'DecisionAction' });
export const QueueViewEnum = { open: 'open', mine: 'mine', decided: 'decided' } as const;
export type QueueView = keyof typeof QueueViewEnum;
registerEnumType(QueueViewEnum, { name: 'QueueView' });

@InputType()
export class ReportContentInput {
  @Field(() => String) @IsString() @Length(8, platformLimits.key)
  key: string;

  @Field(() => String, { description: 'Kind of text: `lesson`, `reply`.' }) @Matches(/^[a-zA-Z]{1,20}$/)
  kind: string;

  @Field(() => ID) @IsUUID()
  id: string;

  @Field(() => ReportReasonEnum) @IsIn(REPORT_REASONS)
  reason: ReportReason;

  @Field(() => String, { nullable: true }) @IsOptional() @IsStorableText() @MaxLength(moderationLimits.note)
  note?: string;
}

@InputType()
export class CaseInput {
  @Field(() => ID) @IsUUID()
  id: string;

  @Field(() => Int, { description: 'The version that the moderator looks at.' }) @IsInt() @Min(1)
  version: number;
}

@InputType()
export class DecideCaseInput extends CaseInput {
  @Field(() => String) @IsString() @Length(8, platformLimits.key)
  key: string;

  @Field(() => DecisionActionEnum) @IsIn(DECISION_ACTIONS)
  action: DecisionAction;

  @Field(() => ReportReasonEnum, { nullable: true, description: 'Needed but for `none`.' }) @IsOptional() @IsIn(REPORT_REASONS)
  rule?: Rule;

  @Field(() => String, { nullable: true, description: 'To the author. Needed but for `none`.' }) @IsOptional() @IsStorableText() @MaxLength(moderationLimits.words)
  words?: string;

  @Field(() => String, { nullable: true, description: 'Language of the words (BCP 47).' }) @IsOptional() @Matches(/^[a-z]{2,3}$/)
  language?: string;
}

@ArgsType()
export class QueueArgs extends PageArgs {
  @Field(() => QueueViewEnum, { defaultValue: 'open' }) @IsIn(Object.keys(QueueViewEnum))
  view: QueueView = 'open';
}

@ArgsType()
export class AuditArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only entries about the thing of that id.' }) @IsOptional() @IsString() @MaxLength(64)
  subjectId?: string;
}

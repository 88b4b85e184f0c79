import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { VoiceType } from '@crosscity/identity/server';
import { pageOf } from '@crosscity/platform/server';
import type { DecisionAction, ReportReason, Rule } from '@crosscity/moderation/contract';
import { DecisionActionEnum, ReportReasonEnum } from './moderation.inputs';

export const CaseStatusEnum = { open: 'open', decided: 'decided' } as const;
registerEnumType(CaseStatusEnum, { name: 'CaseStatus' });
export const TextStatusEnum = { published: 'published', hidden: 'hidden', withdrawn: 'withdrawn' } as const;
registerEnumType(TextStatusEnum, { name: 'ModeratedTextStatus' });
export const ContextRelationEnum = { parent: 'parent', before: 'before' } as const;
registerEnumType(ContextRelationEnum, { name: 'ContextRelation' });

@ObjectType('Report', { description: 'What the viewer reported.' })
export class ReportType {
  @Field(() => ID) id: string;
  @Field(() => ReportReasonEnum) reason: ReportReason;
  @Field(() => Date) reportedAt: Date;
}

@ObjectType('ModeratedText', { description: 'A reported text as it is now.' })
export class ModeratedTextType {
  @Field(() => String) kind: string;
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) language: string | null;
  @Field(() => String) html: string;
  @Field(() => String) path: string;
  @Field(() => TextStatusEnum) status: keyof typeof TextStatusEnum;
}

@ObjectType('CaseContext', { description: 'What stands around a reported text.' })
export class CaseContextType {
  @Field(() => ContextRelationEnum) relation: keyof typeof ContextRelationEnum;
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => String, { nullable: true }) language: string | null;
  @Field(() => String) html: string;
}

@ObjectType('CaseReport')
export class CaseReportType {
  @Field(() => ID) id: string;
  @Field(() => ReportReasonEnum) reason: ReportReason;
  @Field(() => String) note: string;
  @Field(() => VoiceType) reporter: VoiceType;
  @Field(() => Date) reportedAt: Date;
}

@ObjectType('CaseClaim')
export class CaseClaimType {
  @Field(() => String) by: string;
  @Field(() => Date) until: Date;
  @Field(() => Boolean) isMine: boolean;
}

@ObjectType('VoiceHistory', { description: 'Earlier cases about the same voice. Empty for texts that nobody in particular says.' })
export class VoiceHistoryType {
  @Field(() => Int, { description: 'Other cases that wait.' }) open: number;
  @Field(() => Int) noAction: number;
  @Field(() => Int) hidden: number;
  @Field(() => Int) restored: number;
  @Field(() => Int) askedToEdit: number;
  @Field(() => Int) warned: number;
}

@ObjectType('Decision')
export class DecisionType {
  @Field(() => ID) id: string;
  @Field(() => DecisionActionEnum) action: DecisionAction;
  @Field(() => ReportReasonEnum, { nullable: true }) rule: Rule | null;
  @Field(() => String) words: string;
  @Field(() => String) language: string;
  @Field(() => Date) decidedAt: Date;
  @Field(() => Date, { nullable: true }) takenBackAt: Date | null;
  @Field(() => VoiceType) decidedBy: VoiceType;
}

@ObjectType('CaseRights')
export class CaseRightsType {
  @Field(() => Boolean) claim: boolean;
  @Field(() => Boolean) release: boolean;
  @Field(() => Boolean) decide: boolean;
  @Field(() => Boolean, { description: 'Take the last decision back.' }) reopen: boolean;
  @Field(() => Boolean, { description: 'False where one would decide on the own text, the own city\'s or the own report.' }) beImpartial: boolean;
}

@ObjectType('ModerationCase')
export class ModerationCaseType {
  @Field(() => ID) id: string;
  @Field(() => CaseStatusEnum) status: keyof typeof CaseStatusEnum;
  @Field(() => Boolean, { description: 'Somebody reported danger.' }) urgent: boolean;
  @Field(() => Int) version: number;
  @Field(() => Date) openedAt: Date;
  @Field(() => Date, { nullable: true }) decidedAt: Date | null;
  @Field(() => String) targetKind: string;
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => Int) reportCount: number;
  @Field(() => [ReportReasonEnum]) reasons: ReportReason[];
  @Field(() => CaseClaimType, { nullable: true }) claim: CaseClaimType | null;
  @Field(() => DecisionActionEnum, { nullable: true, description: 'What was decided last.' }) lastAction: DecisionAction | null;
  @Field(() => ModeratedTextType, { nullable: true, description: 'Null where the text is gone for good.' }) content: ModeratedTextType | null;
  @Field(() => CaseRightsType) viewerCan: CaseRightsType;
}

@ObjectType('ModerationCaseFile', { description: 'One case with all that a decision needs.' })
export class ModerationCaseFileType extends ModerationCaseType {
  @Field(() => [CaseContextType]) context: CaseContextType[];
  @Field(() => [CaseReportType]) reports: CaseReportType[];
  @Field(() => [DecisionType]) decisions: DecisionType[];
  @Field(() => VoiceHistoryType) history: VoiceHistoryType;
}

@ObjectType('MyDecision', { description: 'A decision about a text of the viewer. It does not say who decided or who reported.' })
export class MyDecisionType {
  @Field(() => ID) id: string;
  @Field(() => DecisionActionEnum) action: DecisionAction;
  @Field(() => ReportReasonEnum, { nullable: true }) rule: Rule | null;
  @Field(() => String) words: string;
  @Field(() => String) language: string;
  @Field(() => Date) decidedAt: Date;
  @Field(() => Date, { nullable: true }) takenBackAt: Date | null;
  @Field(() => String) targetKind: string;
  @Field(() => ModeratedTextType, { nullable: true }) content: ModeratedTextType | null;
}

@ObjectType('AuditDetail')
export class AuditDetailType {
  @Field(() => String) name: string;
  @Field(() => String) value: string;
}

@ObjectType('AuditEntry')
export class AuditEntryType {
  @Field(() => Int) seq: number;
  @Field(() => Date) at: Date;
  @Field(() => VoiceType, { nullable: true, description: 'Null where the program acted by itself.' }) actor: VoiceType | null;
  @Field(() => String) action: string;
  @Field(() => String) subjectKind: string;
  @Field(() => String) subjectId: string;
  @Field(() => [AuditDetailType]) details: AuditDetailType[];
  @Field(() => String, { description: 'SHA-256 of this entry and the one before, in hexadecimal.' }) hash: string;
}

@ObjectType('AuditCheck', { description: 'Whether the chain of hashes still fits.' })
export class AuditCheckType {
  @Field(() => Int) entries: number;
  @Field(() => Int, { nullable: true, description: 'The first entry that does not fit.' }) broken: number | null;
}

export const ModerationCasePage = pageOf(ModerationCaseType, 'ModerationCasePage');
export const MyDecisionPage = pageOf(MyDecisionType, 'MyDecisionPage');
export const AuditPage = pageOf(AuditEntryType, 'AuditPage');

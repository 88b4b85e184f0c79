import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '@crosscity/identity/server';
import { Administrators, Limited, type Page, PageArgs, type RequestContext, SignedIn, Staff, asMember, isStaff } from '@crosscity/platform/server';
import { moderationLimits } from '@crosscity/moderation/contract';
import { Audit } from './audit.repository';
import { toAuditPage } from './audit-page';
import { CaseReader } from './case-reader';
import { CasesRepository } from './cases.repository';
import { AuditArgs, CaseInput, DecideCaseInput, QueueArgs, ReportContentInput } from './moderation.inputs';
import { ModerationService } from './moderation.service';
import {
  AuditCheckType, type AuditEntryType, AuditPage, ModerationCaseFileType, ModerationCasePage, type ModerationCaseType, MyDecisionPage, MyDecisionType, ReportType,
} from './moderation.types';

@Resolver(() => ModerationCaseFileType)
export class ModerationResolver {
  constructor(
    private readonly moderation: ModerationService,
    private readonly reader: CaseReader,
    private readonly audit: Audit,
  ) {}

  @SignedIn() @Limited({ points: moderationLimits.reportsADay, seconds: 86_400 })
  @Mutation(() => ReportType)
  async reportContent(@Context() { actor }: RequestContext, @Args('input', { type: () => ReportContentInput }) input: ReportContentInput): Promise<ReportType> {
    return this.moderation.report(asMember(actor), input);
  }

  @Staff()
  @Query(() => ModerationCasePage, { description: 'Open cases: danger first, then the oldest. Decided ones: newest first.' })
  async moderationQueue(@Context() { actor }: RequestContext, @Args({ type: () => QueueArgs }) args: QueueArgs): Promise<Page<ModerationCaseType>> {
    return this.reader.queue(asMember(actor), args);
  }

  @Staff()
  @Query(() => ModerationCaseFileType)
  async moderationCase(@Context() { actor }: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<ModerationCaseFileType> {
    return this.reader.file(asMember(actor), id);
  }

  @Staff()
  @Mutation(() => ModerationCaseFileType, { description: 'Takes a case for 30 minutes.' })
  async claimCase(@Context() { actor }: RequestContext, @Args('input', { type: () => CaseInput }) input: CaseInput): Promise<ModerationCaseFileType> {
    await this.moderation.claim(asMember(actor), input);
    return this.reader.file(asMember(actor), input.id);
  }

  @Staff()
  @Mutation(() => ModerationCaseFileType)
  async releaseCase(@Context() { actor }: RequestContext, @Args('input', { type: () => CaseInput }) input: CaseInput): Promise<ModerationCaseFileType> {
    await this.moderation.release(asMember(actor), input);
    return this.reader.file(asMember(actor), input.id);
  }

  @Staff()
  @Mutation(() => ModerationCaseFileType)
  async decideCase(@Context() { actor }: RequestContext, @Args('input', { type: () => DecideCaseInput }) input: DecideCaseInput): Promise<ModerationCaseFileType> {
    await this.moderation.decide(asMember(actor), input);
    return this.reader.file(asMember(actor), input.id);
  }

  @Staff()
  @Mutation(() => ModerationCaseFileType, { description: 'Takes the last decision back, with its effect on the text.' })
  async reopenCase(@Context() { actor }: RequestContext, @Args('input', { type: () => CaseInput }) input: CaseInput): Promise<ModerationCaseFileType> {
    await this.moderation.reopen(asMember(actor), input);
    return this.reader.file(asMember(actor), input.id);
  }

  @SignedIn()
  @Query(() => MyDecisionPage, { description: 'Decisions about what the viewer, or a city that they speak for, said.' })
  async myDecisions(@Context() { actor }: RequestContext, @Args({ type: () => PageArgs }) { first, after }: PageArgs): Promise<Page<MyDecisionType>> {
    return this.reader.mine(asMember(actor), first, after);
  }

  @SignedIn()
  @Query(() => MyDecisionType)
  async myDecision(@Context() { actor }: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<MyDecisionType> {
    return this.reader.myDecision(asMember(actor), id);
  }

  @Administrators()
  @Query(() => AuditPage)
  async auditLog(@Args({ type: () => AuditArgs }) { first, after, subjectId }: AuditArgs): Promise<Page<AuditEntryType>> {
    return toAuditPage(this.audit, first, after, subjectId);
  }

  @Administrators() @Limited({ points: 6, seconds: 60 })
  @Query(() => AuditCheckType)
  async auditCheck(): Promise<AuditCheckType> {
    return this.audit.firstBroken();
  }
}

/** What the shell shows to staff beside "Moderation". */
@Resolver(() => ViewerType)
export class ViewerCasesResolver {
  constructor(private readonly cases: CasesRepository) {}

  @ResolveField(() => Int, { nullable: true, description: 'Cases that wait; null for those who are not staff.' })
  async openCaseCount(@Parent() _viewer: ViewerType, @Context() { actor }: RequestContext): Promise<number | null> {
    return isStaff(actor) ? this.cases.openCount() : null;
  }
}

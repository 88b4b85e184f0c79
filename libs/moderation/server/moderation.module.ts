import { Global, Module } from '@nestjs/common';
import { AuditEntryEntity } from './audit-entry.entity';
import { Audit } from './audit.repository';
import { CaseReader } from './case-reader';
import { CasesRepository } from './cases.repository';
import { DecisionEntity } from './decision.entity';
import { ModerationCaseEntity } from './moderation-case.entity';
import { ModerationNotices } from './moderation.notices';
import { ModerationResolver, ViewerCasesResolver } from './moderation.resolver';
import { ModerationService } from './moderation.service';
import { ModerationTargets } from './moderation-targets';
import { ReportEntity } from './report.entity';
import { ToldRepository } from './told.repository';

export const moderationEntities = [ModerationCaseEntity, ReportEntity, DecisionEntity, AuditEntryEntity];

/** Reports, decisions and the audit log. Global, since capabilities above register their texts and write to the log. */
@Global()
@Module({
  providers: [Audit, CaseReader, CasesRepository, ModerationNotices, ModerationResolver, ModerationService, ModerationTargets, ToldRepository, ViewerCasesResolver],
  exports: [Audit, ModerationTargets],
})
export class ModerationModule {
  static readonly entities = moderationEntities;
}

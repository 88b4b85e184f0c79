import '@crosscity/moderation/contract';

export { ModerationTargets, type ModeratedText, type ModerationTarget, type TargetContext } from './moderation-targets';
export { Audit, type Act } from './audit.repository';
export { ModerationModule, moderationEntities } from './moderation.module';
export { may as mayModerate } from './moderation.policy';
export { ModerationService } from './moderation.service';

import '@crosscity/moderation/contract';

export { ModerationTargets, type ModeratedText, type ModerationTarget, type TargetContext } from './moderation-targets';
export { ModerationModule, moderationEntities } from './moderation.module';
export { may as mayModerate } from './moderation.policy';

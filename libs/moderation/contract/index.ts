import './moderation.facts';
import './moderation.errors';

export { moderationLimits } from './moderation.limits';
export { DECISION_ACTIONS, REPORT_REASONS, RULES, needsWords, type DecisionAction, type ReportReason, type Rule } from './moderation.words';
export { QUEUE } from './queue.signal';

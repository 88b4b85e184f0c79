import './forum.errors';
import './forum.facts';

export type { CaseDataPlace } from './forum.errors';
export type { DraftConflict, DraftContent } from './forum.drafts';
export { chainLimits, forumLimits } from './forum.limits';
export {
  ADAPTATIONS, AUDIENCES, CONTENT_STATUSES, DRAFT_KINDS, EVIDENCE_LEVELS, FACETS, FOLLOW_LEVELS, JOININGS, LESSON_PARTS, LESSON_SORTS, NEEDED_PARTS, PREVENTION_LEVELS, SPACE_KINDS,
  TEXT_STATES, TRIAL_RESULTS, threadVersion,
  type Adaptation, type Audience, type ContentStatus, type DraftKind, type EvidenceLevel, type FacetKey, type FollowLevel, type Joining, type LessonPart, type LessonSort,
  type PreventionLevel, type SpaceKind, type TextState, type TrialResult,
} from './forum.terms';

import './forum.errors';
import './forum.facts';

export type { CaseDataPlace } from './forum.errors';
export type { DraftConflict, DraftContent } from './forum.drafts';
export { chainLimits, forumLimits } from './forum.limits';
export {
  ADAPTATIONS, AUDIENCES, CONTENT_STATUSES, DRAFT_KINDS, EVIDENCE_LEVELS, FACETS, FOLLOW_LEVELS, JOININGS, LESSON_PARTS, LESSON_SORTS, NEEDED_PARTS, NEWS_LEVELS, PREVENTION_LEVELS, QUESTION_FACETS, QUESTION_STATES, SPACE_KINDS, COLLECTION_AUDIENCES, REVIEW_STANDINGS,
  TEXT_STATES, TRIAL_RESULTS, threadVersion,
  type Adaptation, type Audience, type ContentStatus, type DraftKind, type EvidenceLevel, type FacetKey, type FollowLevel, type Joining, type LessonPart, type LessonSort, type NewsLevel, type CollectionAudience,
  type PreventionLevel, type QuestionFacetKey, type QuestionState, type SpaceKind, type TextState, type TrialResult, type ReviewStanding,
} from './forum.terms';

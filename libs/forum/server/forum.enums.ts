import { registerEnumType } from '@nestjs/graphql';
import {
  ADAPTATIONS, AUDIENCES, CONTENT_STATUSES, DRAFT_KINDS, EVIDENCE_LEVELS, FACETS, FOLLOW_LEVELS, LESSON_PARTS, LESSON_SORTS, PREVENTION_LEVELS, TEXT_STATES, TRIAL_RESULTS,
} from '@crosscity/forum/contract';

/** `['a', 'b']` as the object that GraphQL enums are declared with. */
function enumOf<Key extends string>(keys: readonly Key[]): { readonly [K in Key]: K } {
  return Object.fromEntries(keys.map((key) => [key, key])) as { [K in Key]: K };
}

export const LessonPartEnum = enumOf(LESSON_PARTS);
export const AudienceEnum = enumOf(AUDIENCES);
export const PreventionLevelEnum = enumOf(PREVENTION_LEVELS);
export const TrialResultEnum = enumOf(TRIAL_RESULTS);
export const AdaptationEnum = enumOf(ADAPTATIONS);
export const EvidenceLevelEnum = enumOf(EVIDENCE_LEVELS);
export const ContentStatusEnum = enumOf(CONTENT_STATUSES);
export const FollowLevelEnum = enumOf(FOLLOW_LEVELS);
export const TextStateEnum = enumOf(TEXT_STATES);
export const DraftKindEnum = enumOf(DRAFT_KINDS);
export const LessonSortEnum = enumOf(LESSON_SORTS);
export const FacetKeyEnum = enumOf(FACETS);
export const SearchHitKindEnum = enumOf(['lesson', 'reply'] as const);

registerEnumType(LessonPartEnum, { name: 'LessonPart', description: 'Context, what we did, what happened, what we would do differently, will it work elsewhere.' });
registerEnumType(AudienceEnum, { name: 'Audience', description: 'Who may read.' });
registerEnumType(PreventionLevelEnum, { name: 'PreventionLevel', description: 'Everyone, people at risk, after harm.' });
registerEnumType(TrialResultEnum, { name: 'TrialResult' });
registerEnumType(AdaptationEnum, { name: 'Adaptation', description: 'Whether a city used a lesson as it is.' });
registerEnumType(EvidenceLevelEnum, { name: 'EvidenceLevel', description: 'How sure one can be of a lesson, not how well it went: one experience, repeated elsewhere, reviewed by peers, evaluated from outside.' });
registerEnumType(ContentStatusEnum, { name: 'ContentStatus', description: 'Hidden: by a moderator. Withdrawn: by whoever spoke. Taken back: never met, it is not found.' });
registerEnumType(FollowLevelEnum, { name: 'FollowLevel', description: 'everything: each reply. mentions: answers to oneself. muted: nothing, not even as the author. none: not followed.' });
registerEnumType(TextStateEnum, { name: 'TextState', description: 'Who made a language version.' });
registerEnumType(DraftKindEnum, { name: 'DraftKind' });
registerEnumType(LessonSortEnum, { name: 'LessonSort', description: 'newest: by publication. active: by the last reply.' });
registerEnumType(FacetKeyEnum, { name: 'FacetKey' });
registerEnumType(SearchHitKindEnum, { name: 'SearchHitKind' });

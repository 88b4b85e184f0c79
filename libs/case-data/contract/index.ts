export { findCaseData, findInPieces } from './find-case-data';
export { CASE_DATA_KINDS, type CaseDataFinding, type CaseDataKind, type Certainty } from './finding';
export { replacementFor } from './words/replacements';

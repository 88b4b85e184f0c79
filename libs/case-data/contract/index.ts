export { findCaseData, findInPieces } from './detector';
export { CASE_DATA_KINDS, type CaseDataFinding, type CaseDataKind, type Certainty } from './finding';
export { replacementFor } from './words/replacements';
export { guessLanguage } from './words/guess-language';

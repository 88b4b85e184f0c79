export { CaseDataCheck } from './CaseDataCheck';
export { useCaseData, type CaseDataGuard, type GuardedField, type OpenFinding } from './useCaseData';
export { fetchCaseData } from './fetchCaseData';

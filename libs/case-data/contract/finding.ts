/** What may tell who somebody is. In the order of importance: where two overlap, the earlier one is shown. */
export const CASE_DATA_KINDS = ['nationalId', 'bankNumber', 'email', 'phone', 'birthDate', 'plate', 'nameWithAge', 'address', 'schoolClass', 'offenceDate', 'name'] as const;
export type CaseDataKind = (typeof CASE_DATA_KINDS)[number];

/** `certain` must be replaced before others can read it; `likely` asks. */
export type Certainty = 'certain' | 'likely';

export interface CaseDataFinding {
  kind: CaseDataKind;
  /** Offsets in the text as it was given, in UTF-16 units: `text.slice(from, to)`. */
  from: number;
  to: number;
  certainty: Certainty;
  /** Neutral words for the same place, in the language of the text. */
  replacement: string;
}

/** What a rule found in a folded text, before it is told in the terms of the text as it was written. */
export interface Found {
  kind: CaseDataKind;
  from: number;
  to: number;
  certainty: Certainty;
  /** Of a name with an age. */
  age?: number;
  /** A name that stands after "called": only a name fits there. */
  called?: boolean;
  /** Of a date. */
  year?: number;
}

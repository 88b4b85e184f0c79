/** Why somebody reports a text; also the rules that a decision names. Their words are in the web catalogue. */
export const REPORT_REASONS = ['personalData', 'hateOrInsult', 'danger', 'wrongPlace', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** The rule that a decision rests on. */
export const RULES = REPORT_REASONS;
export type Rule = ReportReason;

export const DECISION_ACTIONS = ['none', 'hide', 'restore', 'askToEdit', 'warn'] as const;
export type DecisionAction = (typeof DECISION_ACTIONS)[number];

/** Whether a decision must name a rule and say words to the author. */
export function needsWords(action: DecisionAction): boolean {
  return action !== 'none';
}

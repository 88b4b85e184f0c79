/** Limits of reports and decisions, shared by the server and the forms. */
export const moderationLimits = {
  /** Characters of a reporter's note. */
  note: 1_000,
  /** Characters of a moderator's words to the author. */
  words: 2_000,
  /** Minutes that a claim holds. */
  claimMinutes: 30,
  /** Reports a person may make in a day. */
  reportsADay: 20,
} as const;

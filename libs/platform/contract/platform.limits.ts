/** Limits that every capability shares. */
export const limits = {
  /** Rows on a page of a list: the default, and the most that may be asked for. */
  page: { usual: 20, most: 100 },
  /** Characters of an idempotency key. */
  key: 64,
  /** Characters of a cursor. */
  cursor: 400,
} as const;

/** Limits of what people write about themselves; the forms and the server read the same ones. Characters unless said otherwise. */
export const identityLimits = {
  email: 254,
  /** ASVS 6.2.1 asks for passwords of 8 or more and for 128 to be accepted; none is ever cut. */
  password: { least: 10, most: 256 },
  name: 80,
  handle: 40,
  title: 80,
  organisation: 120,
  about: 1_000,
  askMeAbout: 200,
  why: 1_500,
  place: 80,
  /** How many. */
  languages: 9,
  /** Staff's words to somebody who is refused. */
  reason: 1_000,
  /** The secret of a mailed link. */
  token: 64,
  /** A session's key in one's own list. */
  sessionKey: 64,
  timeZone: 60,
  searchText: 80,
  /** Days that a mailed link can be used. */
  confirmDays: 3,
  /** Minutes that the link to a new password can be used. */
  resetMinutes: 60,
  /** Cities that one person can care for. */
  coordinates: 20,
  /** Staff's words to somebody whose account they close. */
  suspendWords: { least: 10, most: 1_000 },
  /** The longest suspension that ends by itself. */
  suspendDays: 366,
} as const;

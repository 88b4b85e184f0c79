/** Limits of what people write here, in characters unless said otherwise. Forms show the same numbers. */
export const forumLimits = {
  title: 160,
  /** "In short": at most 60 words fit. */
  short: 500,
  /** Each of the five parts, as Markdown. */
  part: 8_000,
  /** Themes of one lesson. */
  themes: 5,
  /** What stands under the sentence that a question asks, as Markdown. */
  question: 4_000,
  /** "What we did with it". */
  outcome: 4_000,
  /** Days without an answer after which a question is shown to those who could give one. */
  silentDays: 3,
  /** Like ones, shown while a title is typed. */
  similar: 5,
  /** People, and cities, who are told that a reply names them. */
  mentions: 10,
  /** What is typed behind the @. */
  mentionText: 60,
  mentionsOffered: 8,
  /** A word on why a lesson was edited or taken back. */
  note: 300,
  reply: 8_000,
  /** What a city changed when it tried a lesson. */
  change: 600,
  /** One sentence of advice. */
  advice: 300,
  /** Who evaluated a lesson from outside. */
  evaluationBy: 160,
  /** Where that can be read. */
  evaluationUrl: 500,
  /** What one may search for. */
  query: 200,
  /** Values chosen in one filter. */
  choices: 30,
  /** Minutes after publishing in which a lesson can be taken back as if it had never been there. */
  takeBackMinutes: 10,
  /** What a kept view is called. */
  viewName: 80,
  /** Views that one person keeps. */
  views: 50,
  /** Unfinished texts of one person. */
  drafts: 200,
  /** Copies that are kept when two devices wrote the same draft. */
  draftCopies: 20,
  /** "I reviewed this": one line. */
  review: 200,
  /** A collection's title, the words on it, and those on one of its lessons. */
  collectionTitle: 120,
  collectionNote: 1_000,
  collectionItemNote: 300,
  /** Lessons of one collection; collections of one voice. */
  collectionLessons: 100,
  collections: 100,
  /** The name of the device that wrote a draft. */
  device: 80,
  /** What a space is called. */
  spaceName: 80,
  /** What a space is for. */
  spacePurpose: 600,
  /** A word on why one asks to join. */
  spaceWhy: 500,
  /** Why somebody was refused or removed. */
  spaceReason: 500,
  /** The agreement of a space, as Markdown. */
  spaceAgreement: 8_000,
  /** Cities whose members may join a space by themselves. */
  spaceCities: 60,
  /** Invitations of one space that wait for an answer. */
  spaceInvitations: 100,
  /** Minutes in which leaving a space can be taken back. */
  spaceReturnMinutes: 10,
} as const;

/** How much of an idea's way is walked and shown; a page costs the same however far it went. */
export const chainLimits = {
  /** Lessons up to the one where it began, and levels down from there. */
  depth: 12,
  /** Lessons that are looked at for the places and the numbers. */
  walked: 500,
  /** Lessons that the tree shows. */
  lessons: 80,
  /** Trials that it shows of each: the newest, beside those that became lessons. */
  trials: 6,
} as const;

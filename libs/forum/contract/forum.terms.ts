/** The words of this capability as keys. Their names for people are in the catalogues. */
export const LESSON_PARTS = ['context', 'did', 'happened', 'differently', 'elsewhere'] as const;
export type LessonPart = (typeof LESSON_PARTS)[number];

/** Parts that a lesson can't be published without. */
export const NEEDED_PARTS = ['did', 'happened'] as const satisfies readonly LessonPart[];

/** Who may read. `space`: only who belongs to the space in which it stands. */
export const AUDIENCES = ['public', 'members', 'space'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The public-health levels of prevention: everyone, people at risk, after harm. */
export const PREVENTION_LEVELS = ['primary', 'secondary', 'tertiary'] as const;
export type PreventionLevel = (typeof PREVENTION_LEVELS)[number];

export const TRIAL_RESULTS = ['worked', 'mixed', 'didNotWork', 'harmed'] as const;
export type TrialResult = (typeof TRIAL_RESULTS)[number];

export const ADAPTATIONS = ['same', 'changed'] as const;
export type Adaptation = (typeof ADAPTATIONS)[number];

/**
 * How sure one can be of a lesson; never how well it went. `one`: nobody else told. `repeated`: tried in another city by
 * somebody else. `reviewed`: somebody else of the network read it through. `evaluated`: evaluated from outside, with the source.
 */
export const EVIDENCE_LEVELS = ['one', 'repeated', 'reviewed', 'evaluated'] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/**
 * Hidden: by a moderator's decision. Withdrawn: by whoever spoke. Taken back: by whoever spoke, minutes after publishing; then it
 * was never there, for anybody. Only threads are taken back.
 */
export const CONTENT_STATUSES = ['published', 'hidden', 'withdrawn', 'takenBack'] as const;
export type ContentStatus = (typeof CONTENT_STATUSES)[number];

/** `everything`: each reply. `mentions`: answers to oneself only. `muted`: nothing, not even as the author. */
export const FOLLOW_LEVELS = ['everything', 'mentions', 'muted', 'none'] as const;
export type FollowLevel = (typeof FOLLOW_LEVELS)[number];

/** Who made a language version: whoever spoke, a translating person, or a machine. */
export const TEXT_STATES = ['original', 'person', 'machine'] as const;
export type TextState = (typeof TEXT_STATES)[number];

export const DRAFT_KINDS = ['lesson', 'reply', 'trial'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

export const LESSON_SORTS = ['newest', 'active'] as const;
export type LessonSort = (typeof LESSON_SORTS)[number];

/** In the order in which a list offers them. */
export const FACETS = ['theme', 'level', 'city', 'language', 'result', 'evidence', 'audience'] as const;
export type FacetKey = (typeof FACETS)[number];

/**
 * `public`: guests read what is public in it. `members`: every member reads. `private`: every member knows that it is there,
 * only those who belong to it read. `hidden`: nobody else knows that it is there.
 */
export const SPACE_KINDS = ['public', 'members', 'private', 'hidden'] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];

/** How one gets in: by oneself, asked and admitted, invited, or as a member of certain cities. */
export const JOININGS = ['open', 'request', 'invitation', 'city'] as const;
export type Joining = (typeof JOININGS)[number];

/** What a page shows of a thread, as one word: both halves compare it when a page joins the thread's room. */
export const threadVersion = ({ lastSeq, lastChange }: { lastSeq: number; lastChange: number }): string => `${lastSeq}.${lastChange}`;

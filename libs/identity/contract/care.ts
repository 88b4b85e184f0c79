/** What staff do to an account. */
export const MEMBER_ACTS = ['role', 'coordination', 'city', 'suspend', 'reopen', 'endSessions'] as const;
export type MemberAct = (typeof MEMBER_ACTS)[number];

/** Why: a code, so that the log of acts holds no words about a person. */
export const CARE_REASONS = ['newTask', 'moved', 'ownWish', 'rules', 'safety', 'correction', 'other'] as const;
export type CareReason = (typeof CARE_REASONS)[number];

/** Standing of those whom staff care for; who waits or was refused is among the applications. */
export const MEMBER_STATES = ['active', 'suspended'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** What the list of members can be narrowed to: the roles, and caring for a city. */
export const CARE_ROLES = ['member', 'coordinator', 'moderator', 'administrator'] as const;
export type CareRole = (typeof CARE_ROLES)[number];

/** Mail that people can or can't do without. */
export const MAIL_TOPICS = {
  /** Joining, admission, changes of the password. Always sent. */
  account: { canBeOff: false },
  /** Decisions about what one wrote: those affected must be told (DSA, article 17). Always sent. */
  decisions: { canBeOff: false },
  /** Seats, changes and cancellations of meetings. */
  meetings: { canBeOff: true },
} as const;
export type MailTopic = keyof typeof MAIL_TOPICS;

/** The topic that a kind of fact belongs to. */
export function topicOf(kind: string): MailTopic {
  if (kind.startsWith('events.')) return 'meetings';
  return kind.startsWith('moderation.') ? 'decisions' : 'account';
}

export const notificationsLimits = {
  /** Groups that one call may mark. */
  groups: 100,
  /** Characters of a group's key. */
  groupKey: 120,
  /** Voices that a line of the inbox names. */
  voices: 3,
  /** Tries before a mail is parked; with the queue's pauses between them about 17 hours. */
  mailTries: 14,
  /** Days that a sent or kept mail stays in the outbox. */
  keepMailDays: 30,
  /** Days that a read line stays in the inbox. */
  keepReadDays: 365,
} as const;

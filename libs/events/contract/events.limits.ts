/** Limits of what people may write about meetings; the forms and the inputs share them. Lengths in characters. */
export const eventsLimits = {
  slug: 80,
  title: 140,
  summary: 600,
  /** Markdown. */
  about: 8_000,
  place: 200,
  sessions: 60,
  sessionTitle: 140,
  sessionPlace: 120,
  languages: 9,
  /** Seats of a meeting, of a city's share, of a session. */
  seats: 5_000,
  /** What somebody needs to take part: food, access. Private. */
  needs: 500,
  /** Why staff declined, or why a meeting is cancelled. */
  reason: 500,
  search: 80,
  /** Milliseconds in which a cancelled registration can be taken back by its person. */
  undo: 10 * 60_000,
  /** Days after a meeting when what people need is forgotten. */
  keepNeeds: 30,
} as const;

export const EVENT_KINDS = ['workshop', 'roundtable', 'meeting', 'online'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** How one gets a seat: at once, after staff said yes, or only when invited. */
export const REGISTRATION_WAYS = ['open', 'approval', 'invitation'] as const;
export type RegistrationWay = (typeof REGISTRATION_WAYS)[number];

export const EVENT_STATUSES = ['draft', 'published', 'cancelled'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

export const EVENT_AUDIENCES = ['public', 'members'] as const;
export type EventAudience = (typeof EVENT_AUDIENCES)[number];

/**
 * requested: staff have yet to say yes. confirmed: has a seat. waiting: in line for one.
 * declined and cancelled are ends; only the named undo leads back.
 */
export const REGISTRATION_STATUSES = ['requested', 'confirmed', 'waiting', 'declined', 'cancelled'] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];
export const ACTIVE_STATUSES = ['requested', 'confirmed', 'waiting'] as const satisfies readonly RegistrationStatus[];

/** wanted: counts once the registration is confirmed. */
export const SESSION_SEATS = ['wanted', 'confirmed', 'waiting'] as const;
export type SessionSeat = (typeof SESSION_SEATS)[number];

/** Which full pool keeps somebody waiting. */
export type PoolKind = 'event' | 'city' | 'session';

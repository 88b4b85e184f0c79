import type { Locale } from '@crosscity/platform/contract';

export type PlatformRole = 'member' | 'moderator' | 'administrator';

/** Somebody who reads without being signed in. */
export interface Guest {
  kind: 'guest';
  locale: Locale;
}

/** A signed-in person in good standing. What they may do follows from this and from the thing itself. */
export interface Member {
  kind: 'member';
  personId: string;
  role: PlatformRole;
  /** The person's own voice. Content refers to voices, never to persons. */
  voiceId: string;
  /** Every voice that this person may speak with: the own one and those of the cities that they coordinate. */
  voiceIds: readonly string[];
  /** Where the person works; null until it is known. */
  cityId: string | null;
  /** Cities whose profile and delegation this person cares for. */
  coordinates: readonly string[];
  /** Closed groups to which this person belongs, by the id of whatever has one: a space of the forum. What they hold is read only by them. */
  circleIds: readonly string[];
  locale: Locale;
  timeZone: string;
}

/** The program itself: seeds, jobs, handlers of facts. */
export interface System {
  kind: 'system';
  locale: Locale;
}

export type Actor = Guest | Member | System;

export const SYSTEM: System = Object.freeze({ kind: 'system', locale: 'en' });
export const GUEST: Guest = Object.freeze({ kind: 'guest', locale: 'en' });

export function isStaff(actor: Actor): boolean {
  return actor.kind === 'system' || (actor.kind === 'member' && actor.role !== 'member');
}

/** Whether this person may speak with that voice, and so whether what it said is theirs to change. */
export function speaksWith(actor: Actor, voiceId: string): boolean {
  return actor.kind === 'member' && actor.voiceIds.includes(voiceId);
}

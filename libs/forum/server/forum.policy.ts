import { type Audience, type CollectionAudience, type ContentStatus, forumLimits } from '@crosscity/forum/contract';
import { type Actor, isStaff, speaksWith } from '@crosscity/platform/server';
import type { LessonRights } from './lesson.type';
import type { QuestionRights } from './question.type';
import type { ReplyRights } from './reply.type';

/** What the rules need to know of a thread. */
export interface ThreadStanding {
  audience: Audience;
  /** Null for the commons. */
  spaceId: string | null;
  status: ContentStatus;
  voiceId: string;
  /** The space is closed: nothing new is written. */
  spaceClosed?: boolean | null;
}

/** Whether this actor belongs to the space in which the thread stands. */
function isInside(actor: Actor, { spaceId }: { spaceId: string | null }): boolean {
  return actor.kind === 'system' || (actor.kind === 'member' && spaceId !== null && actor.circleIds.includes(spaceId));
}

/** Until when whoever speaks for a lesson may take it back without a trace; null where they may not, or not any more. */
export function takeBackUntil(actor: Actor, thread: { status: ContentStatus; voiceId: string; publishedAt: Date }, now: Date): Date | null {
  const until = new Date(thread.publishedAt.getTime() + forumLimits.takeBackMinutes * 60_000);
  return thread.status === 'published' && speaksWith(actor, thread.voiceId) && now < until ? until : null;
}

/** SQL on `thread t`: what this actor may know of, whatever its status. `$` adds a parameter and gives its place. */
export function reachable(actor: Actor, $: (value: unknown) => string): string {
  if (actor.kind === 'system') return 'true';
  if (actor.kind === 'guest') return `t.audience = 'public'`;
  return `(t.audience <> 'space' or t.space_id = any(${$(actor.circleIds)}::uuid[]))`;
}

/** What the rules need to know of a reply. */
export interface ReplyStanding {
  status: ContentStatus;
  voiceId: string;
}

/** `gone`: they learn that it was there, not what it said. `no`: for them it was never there. */
export type Readable = 'yes' | 'gone' | 'no';

/**
 * Who may do what. Statements say `read` again in SQL (`reachable` below); a spec holds the two together.
 * A reply stays in its thread when it goes, as a row without words: `readWords` decides about the words.
 */
export const may = {
  read(actor: Actor, thread: ThreadStanding): Readable {
    if (thread.audience !== 'public' && actor.kind === 'guest') return 'no';
    // Staff too: what is said in a closed space reaches them only through a report.
    if (thread.audience === 'space' && !isInside(actor, thread)) return 'no';
    // It never was. Staff see of it what was reported, as of a closed space.
    if (thread.status === 'takenBack') return actor.kind === 'system' ? 'yes' : 'no';
    if (thread.status === 'published' || isStaff(actor) || speaksWith(actor, thread.voiceId)) return 'yes';
    return 'gone';
  },

  /** Whether a reported text of the thread is shown to whoever decides: staff see of a closed space what was reported, and no more. */
  moderate(actor: Actor, thread: ThreadStanding): boolean {
    return isStaff(actor) || may.read(actor, thread) === 'yes';
  },

  readWords(actor: Actor, reply: ReplyStanding): boolean {
    return reply.status === 'published' || isStaff(actor) || speaksWith(actor, reply.voiceId);
  },

  withLesson(actor: Actor, thread: ThreadStanding): LessonRights {
    const takesPart = actor.kind === 'member' && thread.status === 'published' && (thread.spaceId === null || (isInside(actor, thread) && !thread.spaceClosed));
    const isTheirs = speaksWith(actor, thread.voiceId);
    return {
      reply: takesPart,
      try: takesPart,
      // A moderator may ask for an edit of what is hidden, so hidden ones stay open to their authors.
      edit: isTheirs && thread.status !== 'withdrawn',
      withdraw: isTheirs && thread.status === 'published',
      report: actor.kind === 'member' && thread.status === 'published' && !isTheirs,
      follow: actor.kind === 'member' && thread.status === 'published',
    };
  },

  withQuestion(actor: Actor, thread: ThreadStanding, askedCityId: string | null): QuestionRights {
    const takesPart = actor.kind === 'member' && thread.status === 'published' && (thread.spaceId === null || isInside(actor, thread));
    const isTheirs = speaksWith(actor, thread.voiceId);
    const decides = takesPart && (isTheirs || isStaff(actor) || (askedCityId !== null && actor.coordinates.includes(askedCityId)));
    return {
      reply: takesPart,
      decide: decides,
      edit: isTheirs && thread.status !== 'withdrawn',
      withdraw: isTheirs && thread.status === 'published',
      restore: isTheirs && thread.status === 'withdrawn',
      report: actor.kind === 'member' && thread.status === 'published' && !isTheirs,
      follow: actor.kind === 'member' && thread.status === 'published',
    };
  },

  /** Whether one may say "I reviewed this" at all; whether one's role allows it is asked beside. */
  review(actor: Actor, thread: ThreadStanding): boolean {
    return may.withLesson(actor, thread).reply && !speaksWith(actor, thread.voiceId);
  },

  /** A collection is a shelf, not a room: what it holds is shown by the rules of what it holds. */
  readCollection(actor: Actor, { audience, status, voiceId }: { audience: CollectionAudience; status: ContentStatus; voiceId: string }): boolean {
    if (audience !== 'public' && actor.kind === 'guest') return false;
    return status === 'published' || isStaff(actor) || speaksWith(actor, voiceId);
  },

  withReply(actor: Actor, reply: ReplyStanding, thread: { status: ContentStatus; spaceId: string | null }): ReplyRights {
    const isTheirs = speaksWith(actor, reply.voiceId);
    const stands = actor.kind === 'member' && thread.status === 'published' && reply.status === 'published';
    return {
      edit: isTheirs && reply.status !== 'withdrawn',
      withdraw: isTheirs && reply.status === 'published',
      restore: isTheirs && reply.status === 'withdrawn',
      report: stands && !isTheirs,
      reply: stands && (thread.spaceId === null || isInside(actor, thread)),
    };
  },
};

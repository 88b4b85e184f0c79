import type { Audience, ContentStatus } from '@crosscity/forum/contract';
import { type Actor, isStaff, speaksWith } from '@crosscity/platform/server';
import type { LessonRights } from './lesson.type';
import type { ReplyRights } from './reply.type';

/** What the rules need to know of a thread. */
export interface ThreadStanding {
  audience: Audience;
  status: ContentStatus;
  voiceId: string;
}

/** What the rules need to know of a reply. */
export interface ReplyStanding {
  status: ContentStatus;
  voiceId: string;
}

/** `gone`: they learn that it was there, not what it said. `no`: for them it was never there. */
export type Readable = 'yes' | 'gone' | 'no';

/**
 * Who may do what. List queries say `read` again in SQL (`visibleTo` in lessons.repository.ts); a spec holds the two together.
 * A reply stays in its thread when it goes, as a row without words: `readWords` decides about the words.
 */
export const may = {
  read(actor: Actor, thread: ThreadStanding): Readable {
    if (thread.audience === 'members' && actor.kind === 'guest') return 'no';
    if (thread.status === 'published' || isStaff(actor) || speaksWith(actor, thread.voiceId)) return 'yes';
    return 'gone';
  },

  readWords(actor: Actor, reply: ReplyStanding): boolean {
    return reply.status === 'published' || isStaff(actor) || speaksWith(actor, reply.voiceId);
  },

  withLesson(actor: Actor, thread: ThreadStanding): LessonRights {
    const takesPart = actor.kind === 'member' && thread.status === 'published';
    const isTheirs = speaksWith(actor, thread.voiceId);
    return {
      reply: takesPart,
      try: takesPart,
      // A moderator may ask for an edit of what is hidden, so hidden ones stay open to their authors.
      edit: isTheirs && thread.status !== 'withdrawn',
      withdraw: isTheirs && thread.status === 'published',
      report: takesPart && !isTheirs,
      follow: takesPart,
    };
  },

  withReply(actor: Actor, reply: ReplyStanding, thread: { status: ContentStatus }): ReplyRights {
    const isTheirs = speaksWith(actor, reply.voiceId);
    const takesPart = actor.kind === 'member' && thread.status === 'published' && reply.status === 'published';
    return {
      edit: isTheirs && reply.status !== 'withdrawn',
      withdraw: isTheirs && reply.status === 'published',
      restore: isTheirs && reply.status === 'withdrawn',
      report: takesPart && !isTheirs,
      reply: takesPart,
    };
  },
};

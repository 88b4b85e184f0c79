import type { DraftConflict } from './forum.drafts';

declare global {
  namespace Crosscity {
    interface Refusals {
      /** It was there and is not any more: hidden by a moderator (then with the rule) or taken back by its author. */
      'forum.gone': { at: string; rule: string | null };
      /** Nobody can reply to a lesson that is hidden or withdrawn, nor to such a reply. */
      'forum.closed': Record<string, never>;
      /** Somebody edited the lesson since; `version` is the one to read before trying again. */
      'forum.lessonChanged': { version: number };
      /** Somebody edited the question or its outcome since; `version` is the one to read before trying again. */
      'forum.questionChanged': { version: number };
      /** Another device saved this draft since. Both texts are kept: theirs is the draft, mine lies beside it. */
      'forum.draftConflict': DraftConflict;
      /** More unfinished texts than one person can keep. */
      'forum.tooManyDrafts': { most: number };
      /** Too long ago, or not by oneself: what a moderator hid only a moderator restores. */
      'forum.cannotRestore': Record<string, never>;
    }
  }
}

import type { DraftConflict } from './forum.drafts';

declare global {
  namespace Crosscity {
    interface Refusals {
      /** It was there and is not any more: hidden by a moderator (then with the rule) or taken back by its author, who may have said why to everyone. */
      'forum.gone': { at: string; rule: string | null; why: string | null };
      /** Who says "I reviewed this" shows a role: what a statement is worth depends on it. */
      'forum.reviewNeedsRole': Record<string, never>;
      /** Somebody else who speaks with that voice changed the words meanwhile; `version` is the one to read before trying again. */
      'forum.collectionChanged': { version: number };
      /** A collection holds no more lessons, or a voice no more collections. */
      'forum.collectionFull': { most: number };
      /** Nobody can reply to a lesson that is hidden or withdrawn, nor to such a reply. */
      'forum.closed': Record<string, never>;
      /** A trial becomes one lesson, and this one has; `threadId` is that lesson. */
      'forum.alreadyGrown': { threadId: string };
      /** Somebody edited the lesson since; `version` is the one to read before trying again. */
      'forum.lessonChanged': { version: number };
      /** Somebody edited the question or its outcome since; `version` is the one to read before trying again. */
      'forum.questionChanged': { version: number };
      /** Another device saved this draft since. Both texts are kept: theirs is the draft, mine lies beside it. */
      'forum.draftConflict': DraftConflict;
      /** More unfinished texts than one person can keep. */
      'forum.tooManyDrafts': { most: number };
      /** The text holds what surely leads to a person: where and of which kind, never what stands there. Offsets in the field as it was sent. */
      'forum.caseData': { findings: CaseDataPlace[] };
      /** One accepts the agreement of a space in its current version before one joins, reads on or writes; `version` is that one. */
      'forum.spaceAgreement': { version: number };
      /** Only who belongs to the space, and accepted its agreement, writes in it. */
      'forum.spaceInsideOnly': Record<string, never>;
      /** Nobody joins this space in that way. */
      'forum.spaceJoining': { joining: string };
      /** They were removed from it: only an invitation or a request lets them in again. */
      'forum.spaceRemoved': Record<string, never>;
      /** A space needs somebody who cares for it. */
      'forum.spaceLastModerator': Record<string, never>;
      /** What was written for few is never opened to more. */
      'forum.spaceOpener': Record<string, never>;
      /** Somebody decided it before, or it was taken back. */
      'forum.spaceDecided': { status: string };
      /** Nothing new is written in it, and nobody joins. */
      'forum.spaceClosed': Record<string, never>;
      'forum.spaceBelongs': Record<string, never>;
      /** No active member has this handle. */
      'forum.spaceNobody': Record<string, never>;
      'forum.spaceTooManyInvitations': { most: number };
      /** Too long ago to be taken back. */
      'forum.spaceTooLate': Record<string, never>;
      /** The minutes in which a lesson can be taken back without a trace are over; withdrawing it is still possible. */
      'forum.tooLateToTakeBack': { minutes: number };
      /** More kept views than one person can have. */
      'forum.tooManyViews': { most: number };
      /** Too long ago, or not by oneself: what a moderator hid only a moderator restores. */
      'forum.cannotRestore': Record<string, never>;
    }
  }
}

/** A place in one field of an input. `kind`: `CaseDataKind` of the lib case-data; a contract knows only the platform's. */
export interface CaseDataPlace {
  field: string;
  kind: string;
  from: number;
  to: number;
}

declare global {
  namespace Crosscity {
    interface Facts {
      'forum.lessonPublished': { threadId: string };
      /** A trial became a lesson; told beside `lessonPublished`. */
      'forum.lessonGrown': { threadId: string; parentId: string };
      'forum.lessonEdited': { threadId: string };
      'forum.lessonWithdrawn': { threadId: string };
      /** Its review date went by: whoever speaks for it is asked whether it still holds. */
      'forum.lessonStale': { threadId: string };
      /** Persons with ids after `after` up to `upTo` keep views that this new lesson is in. */
      'forum.viewMatched': { threadId: string; after: string | null; upTo: string };
      'forum.questionAsked': { threadId: string };
      'forum.questionEdited': { threadId: string };
      'forum.questionWithdrawn': { threadId: string };
      /** `voiceId`: who chose, so that they are not told of it. */
      'forum.answerChosen': { threadId: string; replyId: string; voiceId: string };
      /** "What we did with it" was written or changed. */
      'forum.outcomeTold': { threadId: string; voiceId: string };
      'forum.replyPosted': { threadId: string; replyId: string };
      /** A reply that tells of a trial; told instead of `replyPosted`, not beside it. */
      'forum.trialRecorded': { threadId: string; replyId: string };
      /** An edit named somebody who was not named before; a new reply's mentions are told with `replyPosted`. */
      'forum.mentionAdded': { threadId: string; replyId: string; voiceIds: readonly string[] };
      'forum.replyEdited': { threadId: string; replyId: string };
      'forum.replyWithdrawn': { threadId: string; replyId: string };
      'forum.spaceAsked': { entryId: string };
      /** A request to join was decided. */
      'forum.spaceAnswered': { entryId: string };
      'forum.spaceInvited': { entryId: string };
      'forum.spaceRemoved': { departureId: string };
      'forum.spaceAppointed': { spaceId: string; personId: string };
      'forum.spaceAgreementChanged': { spaceId: string; version: number };
      /** Somebody may not read in it any more; everybody who is not inside, where no person is named. */
      'forum.spaceNarrowed': { spaceId: string; personId: string | null };
    }
  }
}

export {};

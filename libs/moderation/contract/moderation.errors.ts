declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Refusals {
      /** One reports once; the case is still open. */
      'moderation.alreadyReported': Record<string, never>;
      /** One's own text: it can be edited or withdrawn, not reported. */
      'moderation.ownText': Record<string, never>;
      /** Nobody decides on their own text, on their own city's, or on what they reported themselves. */
      'moderation.ownCase': Record<string, never>;
      /** Another moderator holds the case; `until` is an ISO 8601 instant. */
      'moderation.claimed': { by: string; until: string };
      /** Somebody else decided first. */
      'moderation.decidedAlready': { by: string; action: string };
      /** The decision needs a rule and words for the author. */
      'moderation.sayWhy': Record<string, never>;
      /** Nothing to hide or to restore: the text is hidden, shown or withdrawn already. */
      'moderation.noEffect': Record<string, never>;
    }
  }
}

export {};

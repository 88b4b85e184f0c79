declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Facts {
      /** Somebody reported a text; the case is the open one of that text. */
      'moderation.reported': { caseId: string };
      /** A moderator decided. The effect on the text is part of the same commit. */
      'moderation.decided': { caseId: string; decisionId: string };
      /** A decision was taken back: its effect is undone and the case is open again. */
      'moderation.reopened': { caseId: string; decisionId: string };
    }
  }
}

export {};

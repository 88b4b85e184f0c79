declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Refusals {
      /** Registration closed at that instant (ISO 8601). */
      'events.closed': { closedAt: string };
      /** The meeting was cancelled, or is over. */
      'events.over': Record<string, never>;
      /** Somebody without a city can't take a seat of a city. */
      'events.needsCity': Record<string, never>;
      'events.onlyInvited': Record<string, never>;
      /** A chosen session has no place left. Choose another, or wait for it. */
      'events.sessionFull': { sessionId: string; title: string };
      /** Somebody else changed the registration or the invitation first; look again. */
      'events.alreadyDecided': { status: string };
      /** The ten minutes for taking it back are over. */
      'events.tooLateToUndo': Record<string, never>;
      /** The clock jumps over this local time in that zone: it does not exist. */
      'events.noSuchTime': { field: string; local: string };
      'events.endsBeforeItStarts': { field: string };
      /** Registration would close after the meeting is over. */
      'events.closesAfterTheEnd': Record<string, never>;
      'events.sessionOutsideEvent': { field: string };
      'events.slugTaken': { slug: string };
      /** A published meeting needs these. */
      'events.notReady': { missing: string };
      /** A no needs words for the person. */
      'events.reasonMissing': Record<string, never>;
    }
  }
}

export {};

interface OfEvent { eventId: string }
interface OfRegistration { registrationId: string }

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Facts {
      'events.eventPublished': OfEvent;
      /** Its time, zone or place: what people have in their calendars. */
      'events.eventChanged': OfEvent;
      'events.eventCancelled': OfEvent;
      /** A seat, at once or by approval. */
      'events.registrationAccepted': OfRegistration;
      /** Staff have to say yes or no. */
      'events.registrationRequested': OfRegistration;
      'events.registrationWaiting': OfRegistration;
      /** A seat that became free. */
      'events.registrationPromoted': OfRegistration;
      'events.registrationDeclined': OfRegistration;
      'events.registrationCancelled': OfRegistration;
      /** A place in a session that became free. */
      'events.sessionPromoted': OfRegistration & { sessionId: string };
      'events.invited': { invitationId: string };
    }
  }
}

export {};

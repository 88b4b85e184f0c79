/**
 * A refusal is an expected "no": a code that the page turns into words, and the data that the words need.
 * Each capability adds its codes by declaration merging, so that a typo does not compile:
 *
 *   declare global { namespace Crosscity { interface Refusals { 'events.closed': { closedAt: string } } } }
 */
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    interface Refusals {
      /** The thing is not there, or not for this person: both look alike on purpose. */
      'platform.notFound': Record<string, never>;
      'platform.signInFirst': Record<string, never>;
      'platform.notAllowed': Record<string, never>;
      /** Input that breaks a rule; `fields` maps an input path to the broken constraint's name. */
      'platform.invalid': { fields: Record<string, string> };
      /** Too many tries; `seconds` to wait before the next one. */
      'platform.tooMany': { seconds: number };
      /** An idempotency key was sent again with a different input. */
      'platform.keyReused': Record<string, never>;
      /** Somebody else changed the row first; `version` is the one stored now. */
      'platform.conflict': { version?: number };
      /** The database is busy beyond patience; nothing was changed, trying again is safe. */
      'platform.busy': Record<string, never>;
      'platform.unknownOperation': Record<string, never>;
      'platform.unexpected': Record<string, never>;
    }
  }
}

export type RefusalCodes = Crosscity.Refusals;
export type RefusalCode = keyof RefusalCodes & string;

/** How a refusal travels, in GraphQL as `extensions` and over REST as `{ error }`. */
export interface RefusalBody {
  code: RefusalCode;
  data?: unknown;
  /** Only on unexpected errors: the number to quote to staff, found in the log. */
  reference?: string;
}

/**
 * A fact is something that happened, in the past tense, recorded in the transaction that made it true.
 * Each capability adds its facts by declaration merging in its contract door:
 *
 *   declare global { namespace Crosscity { interface Facts { 'forum.replyPosted': { threadId: string } } } }
 *
 * A fact carries ids, never content: handlers run late, twice or out of order, and read the current state.
 */
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Crosscity {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface Facts {}
  }
}

export type FactKind = keyof Crosscity.Facts & string;
export type FactData<K extends FactKind> = Crosscity.Facts[K];

export interface Fact<K extends FactKind = FactKind> {
  /** UUID; the key under which an effect of this fact happens once. */
  id: string;
  kind: K;
  /** ISO 8601 instant of the transaction. */
  at: string;
  data: FactData<K>;
}

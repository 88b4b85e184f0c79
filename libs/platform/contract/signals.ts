/** A hint over the socket, "look here again". It carries no content, so a missed or leaked one is harmless. */
export interface Signal {
  kind: SignalKind;
  /** What to look at again: a thread's id, an event's id, nothing for one's own inbox. */
  id?: string;
  /** For threads: the newest sequence number, so that a client knows whether it has it already. */
  seq?: number;
  /** For threads: the number of the newest change of a reply. */
  change?: number;
}

export type SignalKind = 'inbox' | 'thread' | 'reading' | 'event' | 'queue' | 'signedOut';

/** Answers who asks to look at a page's room. */
export interface LookAnswer {
  ok: boolean;
  /** What the page shows by now, where its capability says so. A page that shows another version looks once more. */
  version?: string;
}

/** A page that one looks at; joining its room asks the same rule as reading it. */
export interface PageRoom {
  kind: 'thread' | 'event' | 'queue';
  id: string;
}

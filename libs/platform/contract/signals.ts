/** A hint over the socket, "look here again". It carries no content, so a missed or leaked one is harmless. */
export interface Signal {
  kind: SignalKind;
  /** What to look at again: a thread's id, an event's id, nothing for one's own inbox. */
  id?: string;
  /** For threads: the newest sequence number, so that a client knows whether it has it already. */
  seq?: number;
}

export type SignalKind = 'inbox' | 'thread' | 'event' | 'queue' | 'signedOut';

/** A page that one looks at; joining its room asks the same rule as reading it. */
export interface PageRoom {
  kind: 'thread' | 'event' | 'queue';
  id: string;
}

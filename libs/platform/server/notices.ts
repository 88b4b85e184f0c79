import { Injectable } from '@nestjs/common';
import type { Fact, FactKind, Locale } from '@crosscity/platform/contract';
import type { Tx } from './work';

/** Somebody is to hear of a fact: who, why, about what. Words, channels and preferences belong to `notifications`. */
export interface Notice {
  /** A person with an inbox, or an address of somebody who has none yet. */
  to: { personId: string } | { address: string; name: string; locale: Locale };
  /** Why they hear of it, as a key with words: `follows`, `author`, `adapted`, `answered`, `registered`, `coordinator`, `staff`, `reporter`. */
  reason: string;
  /** What opens. Its title is loaded through `Subjects` when it is shown, with the reader's rights of that moment. */
  subject: { kind: string; id: string };
  /** The inbox shows one line a group: `thread:<id>`. */
  group: string;
  /** Who spoke, where somebody did; the name is looked up when it is shown. */
  voiceId?: string;
  /** Values for the words. Nothing that a third person typed: that could be hidden later, a stored copy could not. */
  values?: Record<string, string | number>;
  /** Path that opens, with its query; the subject's own path where it is missing. */
  path?: string;
  /** `now` for what cannot wait: admission, a seat, a decision. */
  mail: 'now' | 'never';
  /** A calendar file for the mail. */
  calendar?: { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; filename: string; content: string };
}

/** Called inside the transaction in which somebody looked at a thing; returns what is to be done once it is committed. */
export type SeenHearer = (tx: Tx, personId: string, group: string) => Promise<() => void>;

/** Called inside the transaction in which a thing was taken back; returns what is to be done once it is committed. */
export type TakenBackHearer = (tx: Tx, subject: { kind: string; id: string }) => Promise<() => void>;

export type NoticeSource<K extends FactKind = FactKind> = (fact: Fact<K>) => Promise<Notice[]>;

/** Notices of several facts, by the fact's id. */
export type NoticesSource<K extends FactKind = FactKind> = (facts: readonly Fact<K>[]) => Promise<ReadonlyMap<string, Notice[]>>;

/**
 * The port through which a capability says who is to hear of its facts. It looks at the state of now: the source runs
 * after the fact's transaction, perhaps twice, and checks rights itself.
 */
@Injectable()
export class Notices {
  private readonly sources = new Map<FactKind, NoticesSource>();
  private seenHearer?: SeenHearer;
  private takenBackHearer?: TakenBackHearer;

  source<K extends FactKind>(kind: K, source: NoticeSource<K>): void {
    this.sourceOfMany<K>([kind], async (facts) => new Map(await Promise.all(facts.map(async (fact) => [fact.id, await source(fact)] as const))));
  }

  /** For kinds of which there are many at once: asked for all that wait together. */
  sourceOfMany<K extends FactKind>(kinds: readonly K[], source: NoticesSource<K>): void {
    for (const kind of kinds) {
      if (this.sources.has(kind)) throw new Error(`Two sources of notices for ${kind}.`);
      this.sources.set(kind, source as unknown as NoticesSource);
    }
  }

  kinds(): FactKind[] {
    return [...this.sources.keys()];
  }

  /** Who keeps an inbox hears here that a thing was looked at without it. */
  onSeen(hear: SeenHearer): void {
    this.seenHearer = hear;
  }

  /** A capability says that somebody looked at what a group of notices is about. Call what it returns after the commit. */
  async seen(tx: Tx, personId: string, group: string): Promise<() => void> {
    return (await this.seenHearer?.(tx, personId, group)) ?? (() => undefined);
  }

  /** Who keeps an inbox hears here that a thing was taken back, and takes back what was told of it. */
  onTakenBack(hear: TakenBackHearer): void {
    this.takenBackHearer = hear;
  }

  /** A capability says that a thing was never there: what was told of it goes. Call what it returns after the commit. */
  async takenBack(tx: Tx, subject: { kind: string; id: string }): Promise<() => void> {
    return (await this.takenBackHearer?.(tx, subject)) ?? (() => undefined);
  }

  async of(fact: Fact): Promise<Notice[]> {
    return (await this.ofMany([fact])).get(fact.id) ?? [];
  }

  /** Notices by the id of their fact. */
  async ofMany(facts: readonly Fact[]): Promise<Map<string, Notice[]>> {
    const bySource = Map.groupBy(facts, ({ kind }) => this.sources.get(kind));
    const found = await Promise.all([...bySource].map(async ([source, theirs]) => [...((await source?.(theirs)) ?? [])]));
    return new Map(found.flat());
  }
}

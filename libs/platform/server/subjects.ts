import { Injectable } from '@nestjs/common';
import type { Actor } from './actor';

/** What an inbox, a mail or a queue may show of a thing: where it is and what it is called. */
export interface Subject {
  kind: string;
  id: string;
  title: string;
  /** Language of the title (BCP 47), null where it has none. */
  language: string | null;
  /** Path on this site, without the origin. */
  path: string;
  /** Its title is for pages that one signed in to: a mail, or whatever else lights up on a table, says only what it is and where. */
  isDiscreet?: boolean;
}

/** Somebody who is to hear of something, and why: a key such as `follows`, `author`, `answered`. */
export interface Recipient {
  personId: string;
  reason: string;
}

/**
 * A capability's answer to two questions that others may ask about its things without knowing it:
 * what may this actor see of them, and who follows them and may still read them?
 */
export interface SubjectSource {
  kind: string;
  /** Only those that `actor` may see. */
  load(actor: Actor, ids: readonly string[]): Promise<Map<string, Subject>>;
  /** Who follows, with rights checked now; one row a person. */
  followers(id: string): Promise<Recipient[]>;
}

/** The port through which things of higher capabilities are named by lower and neighbouring ones. */
@Injectable()
export class Subjects {
  private readonly sources = new Map<string, SubjectSource>();

  register(source: SubjectSource): void {
    if (this.sources.has(source.kind)) throw new Error(`Two sources of ${source.kind}.`);
    this.sources.set(source.kind, source);
  }

  /** Subjects by `kind:id`, only those that the actor may see. One call a kind. */
  async load(actor: Actor, wanted: readonly { kind: string; id: string }[]): Promise<Map<string, Subject>> {
    const ids = Map.groupBy(wanted, ({ kind }) => kind);
    const found = await Promise.all([...ids].map(async ([kind, things]) => {
      const source = this.sources.get(kind);
      return source ? [...(await source.load(actor, [...new Set(things.map(({ id }) => id))])).values()] : [];
    }));
    return new Map(found.flat().map((subject) => [`${subject.kind}:${subject.id}`, subject]));
  }

  async followers(kind: string, id: string): Promise<Recipient[]> {
    return this.sources.get(kind)?.followers(id) ?? [];
  }
}

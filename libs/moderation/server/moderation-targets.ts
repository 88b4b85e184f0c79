import { Injectable } from '@nestjs/common';
import type { Actor, Tx } from '@crosscity/platform/server';
import type { Rule } from '@crosscity/moderation/contract';

/** What stands around a reported text, so that it is judged in its place. */
export interface TargetContext {
  /** `parent`: what it answers. `before`: said just before it in the same place, oldest first. */
  relation: 'parent' | 'before';
  voiceId: string;
  language: string | null;
  /** Clean HTML, as readers see it. */
  html: string;
}

/** A text that can be reported, as an actor may see it. */
export interface ModeratedText {
  kind: string;
  id: string;
  /** Who said it. Decisions, reports and counts refer to this voice, never to a person. */
  voiceId: string;
  title: string;
  language: string | null;
  /** Clean HTML, also while it is hidden, for those who may see it then: its author and staff. */
  html: string;
  path: string;
  status: 'published' | 'hidden' | 'withdrawn';
  context: readonly TargetContext[];
}

/** What moderation may do to the texts of a capability above it. The capability registers one for each kind of text. */
export interface ModerationTarget {
  kind: string;
  /** Those that `actor` may see, hidden ones only for staff and for whoever speaks with their voice. One or two statements for all ids. */
  load(actor: Actor, ids: readonly string[]): Promise<Map<string, ModeratedText>>;
  /** Whether this actor reads it by themselves, where staff may be shown a reported text that they could not find: they can't report what they don't read. */
  mayReport?(actor: Actor, id: string): Promise<boolean>;
  /** Hides a published text in the decision's transaction and records the capability's own fact, if it has one. */
  hide(tx: Tx, id: string, decision: { rule: Rule }): Promise<void>;
  /** Shows a hidden text again. */
  restore(tx: Tx, id: string): Promise<void>;
  /** Marks a text as to be edited; a capability without such a mark leaves this out, the author is told all the same. */
  askToEdit?(tx: Tx, id: string, decision: { rule: Rule }): Promise<void>;
}

/** The port through which moderation reaches texts that it does not know. Capabilities register in `onModuleInit`. */
@Injectable()
export class ModerationTargets {
  private readonly targets = new Map<string, ModerationTarget>();

  register(target: ModerationTarget): void {
    if (this.targets.has(target.kind)) throw new Error(`Two moderation targets of kind ${target.kind}.`);
    this.targets.set(target.kind, target);
  }

  of(kind: string): ModerationTarget | null {
    return this.targets.get(kind) ?? null;
  }

  /** Texts by `kind:id`, only those that the actor may see. One call a kind. */
  async load(actor: Actor, wanted: readonly { kind: string; id: string }[]): Promise<Map<string, ModeratedText>> {
    const ids = Map.groupBy(wanted, ({ kind }) => kind);
    const found = await Promise.all([...ids].map(async ([kind, texts]) => {
      const target = this.targets.get(kind);
      return target ? [...(await target.load(actor, [...new Set(texts.map(({ id }) => id))])).values()] : [];
    }));
    return new Map(found.flat().map((text) => [`${text.kind}:${text.id}`, text]));
  }
}

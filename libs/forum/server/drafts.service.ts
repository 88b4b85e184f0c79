import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type DraftConflict, type DraftContent, forumLimits } from '@crosscity/forum/contract';
import { type Member, Work, newId, notFound, refuse } from '@crosscity/platform/server';
import type { DraftEntity } from './draft.entity';
import type { SaveDraftInput } from './draft.inputs';
import type { DraftType } from './draft.type';
import { DraftsRepository } from './drafts.repository';
import { may } from './forum.policy';
import { LessonsRepository } from './lessons.repository';

/** Unfinished texts: nothing that a person typed is lost, not even when two devices type at once. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly work: Work,
    private readonly drafts: DraftsRepository,
    private readonly lessons: LessonsRepository,
  ) {}

  list(actor: Member): Promise<DraftType[]> {
    return this.drafts.of(actor.personId);
  }

  async one(actor: Member, id: string): Promise<DraftType> {
    const draft = isUUID(id) ? await this.drafts.one(id, actor.personId) : null;
    if (!draft) throw notFound();
    return draft;
  }

  /**
   * Saves what a device holds. A save on top of an older version is refused, after its text was kept as a copy: the
   * copy must survive the refusal, so the transaction ends well and the refusal comes after it.
   */
  async save(actor: Member, input: SaveDraftInput): Promise<DraftType> {
    if (input.kind !== 'lesson' && input.kind !== 'question' && !input.threadId) throw refuse('platform.invalid', { fields: { threadId: 'isDefined' } });
    if (input.threadId) await this.checkThread(actor, input.threadId);
    const content = JSON.parse(JSON.stringify(input.content)) as DraftContent;
    const outcome = await this.work.run(actor, async (tx): Promise<{ id: string } | { conflict: DraftConflict }> => {
      await this.drafts.lockPerson(tx, actor.personId);
      const stored = await this.drafts.find(tx, input.id ?? null, actor.personId, input.kind, input.threadId ?? null);
      if (!stored) {
        if (await this.drafts.count(tx, actor.personId) >= forumLimits.drafts) throw refuse('forum.tooManyDrafts', { most: forumLimits.drafts });
        const id = input.id ?? newId();
        await this.drafts.insert(tx, { id, personId: actor.personId, kind: input.kind, threadId: input.threadId ?? null, content, device: input.device });
        return { id };
      }
      if (stored.personId !== actor.personId || stored.kind !== input.kind) throw notFound();
      // A repeat of what is stored already is no conflict, whichever version it was sent on.
      if (sameText(stored.content, content)) return { id: stored.id };
      if (stored.version !== input.version) return { conflict: await this.keepBoth(tx, stored, content, input.device) };
      await this.drafts.replace(tx, stored, content, input.device);
      return { id: stored.id };
    });
    if ('conflict' in outcome) throw refuse('forum.draftConflict', outcome.conflict);
    return this.one(actor, outcome.id);
  }

  async discard(actor: Member, id: string): Promise<DraftType> {
    await this.one(actor, id);
    await this.work.run(actor, (tx) => this.drafts.putAway(tx, id, actor.personId));
    return this.one(actor, id);
  }

  async restore(actor: Member, id: string): Promise<DraftType> {
    await this.one(actor, id);
    const isBack = await this.work.run(actor, async (tx) => {
      await this.drafts.lockPerson(tx, actor.personId);
      return this.drafts.takeOut(tx, id, actor.personId);
    });
    if (!isBack) throw refuse('forum.cannotRestore');
    return this.one(actor, id);
  }

  /** The person has looked at both texts and needs the copy no more. */
  async discardCopy(actor: Member, id: string): Promise<DraftType> {
    const draftId = await this.work.run(actor, (tx) => this.drafts.dropCopy(tx, id, actor.personId));
    if (!draftId) throw notFound();
    return this.one(actor, draftId);
  }

  private async keepBoth(tx: Parameters<DraftsRepository['keepCopy']>[0], stored: DraftEntity, content: DraftContent, device: string): Promise<DraftConflict> {
    const copyId = await this.drafts.keepCopy(tx, stored.id, content, device);
    return { draftId: stored.id, copyId, theirs: { version: stored.version, device: stored.device, updatedAt: stored.updatedAt.toISOString(), content: stored.content } };
  }

  private async checkThread(actor: Member, threadId: string): Promise<void> {
    const thread = (await this.lessons.summaries([threadId])).get(threadId);
    // A thread that closed meanwhile still takes drafts: the text must have a place to stay.
    if (!thread || may.read(actor, thread) === 'no') throw notFound();
  }
}

function sameText(one: DraftContent, other: DraftContent): boolean {
  const written = (content: DraftContent) => JSON.stringify(Object.entries(content).filter(([, value]) => value !== null && value !== '' && value !== undefined).sort(([a], [b]) => a.localeCompare(b)));
  return written(one) === written(other);
}

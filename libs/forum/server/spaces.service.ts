import { Injectable } from '@nestjs/common';
import type { SpaceKind } from '@crosscity/forum/contract';
import { ActLog, Actors } from '@crosscity/identity/server';
import { type Actor, type Member, type Tx, Work, isStaff, newId, notFound, once, refuse, renderMarkdown } from '@crosscity/platform/server';
import { KeptCounts } from './kept-counts';
import { SpaceAgreementEntity, SpaceMemberEntity } from './space-people.entity';
import { SpaceWritingRepository } from './space-writing.repository';
import { SpaceEntity } from './space.entity';
import type { CreateSpaceInput, EditSpaceInput, PublishSpaceAgreementInput } from './space.inputs';
import type { SpaceType } from './space.type';
import { isStricter, maySpace } from './spaces.policy';
import { SpacesRepository } from './spaces.repository';
import { slugOf } from './text';

/** Spaces themselves: made, changed, closed, and what they agree on. */
@Injectable()
export class SpacesService {
  constructor(
    private readonly work: Work,
    private readonly spaces: SpacesRepository,
    private readonly writing: SpaceWritingRepository,
    private readonly actors: Actors,
    private readonly log: ActLog,
    private readonly counts: KeptCounts,
  ) {}

  async bySlug(actor: Actor, slug: string): Promise<SpaceType> {
    const space = await this.spaces.bySlug(actor, slug);
    if (!space) throw notFound();
    return space;
  }

  async byId(actor: Actor, id: string): Promise<SpaceType> {
    const space = (await this.spaces.byIds(actor, [id])).get(id);
    if (!space) throw notFound();
    return space;
  }

  /** The answer shows what staff just typed, once, also where the space is hidden from them from now on. */
  async create(actor: Member, input: CreateSpaceInput): Promise<SpaceType> {
    const { id, personId } = await this.work.run(actor, (tx) => once(tx, 'createSpace', input.key, input, async () => {
      const moderator = await this.writing.personOf(tx, { handle: input.moderator });
      if (!moderator) throw refuse('forum.spaceNobody');
      const agreement = input.agreement?.trim() ?? '';
      const made = newId();
      const space = {
        id: made, slug: `${slugOf(input.name)}-${made.slice(0, 4)}`, name: input.name.trim(), purpose: input.purpose.trim(), language: input.language, kind: input.kind, joining: input.joining,
        createdAt: tx.now, closedAt: null, version: 1, agreementVersion: agreement ? 1 : 0,
      };
      await tx.repo(SpaceEntity).insert(space);
      if (agreement) await tx.repo(SpaceAgreementEntity).insert({ spaceId: made, version: 1, bodyMd: agreement, bodyHtml: renderMarkdown(agreement), at: tx.now });
      await this.writing.putCities(tx, made, input.joining === 'city' ? (input.cityIds ?? []) : []);
      // Whoever cares for it accepts the agreement like everybody else, before they read.
      await this.writing.enter(tx, space as SpaceEntity, moderator, 0, { isModerator: true });
      await tx.record('forum.spaceAppointed', { spaceId: made, personId: moderator });
      await this.log.write(tx, { action: 'forum.spaceMade', subject: { kind: 'space', id: made }, details: { kind: input.kind } });
      return { id: made, personId: moderator };
    }));
    this.actors.forget(personId);
    const seen = (await this.spaces.byIds(actor, [id])).get(id);
    if (seen) return seen;
    const made = (await this.spaces.byIds({ kind: 'system', locale: actor.locale }, [id])).get(id)!;
    return { ...made, memberCount: null, lessonCount: null, isInside: false, viewerCan: { join: false, ask: false, leave: false, write: false, attend: false, care: false } };
  }

  async edit(actor: Member, input: EditSpaceInput): Promise<SpaceType> {
    const narrowed = await this.work.run(actor, async (tx) => {
      const { space, me } = await this.writing.lock(tx, actor, input.id);
      if (!maySpace.attend(actor, space, me)) throw refuse('platform.notAllowed');
      if (space.version !== input.version) throw refuse('platform.conflict', { version: space.version });
      const isNarrower = isStricter(input.kind, space.kind);
      if (isStricter(space.kind, input.kind) && (await this.writing.hasThreads(tx, space.id))) throw refuse('forum.spaceOpener');
      // Staff who are not inside must not shut themselves out of what they care for.
      if (isNarrower && input.kind === 'hidden' && !me) throw refuse('platform.notAllowed');
      if (isNarrower) await this.narrow(tx, space.id, input.kind);
      await tx.repo(SpaceEntity).update(space.id, {
        name: input.name.trim(), purpose: input.purpose.trim(), language: input.language, kind: input.kind, joining: input.joining, version: space.version + 1,
      });
      await this.writing.putCities(tx, space.id, input.joining === 'city' ? (input.cityIds ?? []) : []);
      await this.logStaff(tx, actor, me, 'forum.spaceChanged', space.id, { kind: input.kind });
      return isNarrower;
    });
    if (narrowed) this.counts.forget();
    return this.byId(actor, input.id);
  }

  /** Closes it: what is there can be read as before, nothing new is written. */
  async setClosed(actor: Member, spaceId: string, isClosed: boolean): Promise<SpaceType> {
    await this.work.run(actor, async (tx) => {
      const { space, me } = await this.writing.lock(tx, actor, spaceId);
      if (!maySpace.attend(actor, space, me)) throw refuse('platform.notAllowed');
      if ((space.closedAt !== null) === isClosed) return;
      await tx.repo(SpaceEntity).update(space.id, { closedAt: isClosed ? tx.now : null, version: space.version + 1 });
      await this.logStaff(tx, actor, me, isClosed ? 'forum.spaceClosed' : 'forum.spaceReopened', space.id);
    });
    return this.byId(actor, spaceId);
  }

  /** A new version: whoever writes it accepts it, all others leave the circle until they do. Their membership stays. */
  async publishAgreement(actor: Member, input: PublishSpaceAgreementInput): Promise<SpaceType> {
    const html = renderMarkdown(input.text);
    const left = await this.work.run(actor, async (tx) => {
      const { space, me } = await this.writing.lock(tx, actor, input.spaceId);
      if (!maySpace.care(space, me)) throw refuse('platform.notAllowed');
      if (space.agreementVersion !== input.after) throw refuse('platform.conflict', { version: space.agreementVersion });
      const version = space.agreementVersion + 1;
      await tx.repo(SpaceAgreementEntity).insert({ spaceId: space.id, version, bodyMd: input.text, bodyHtml: html, at: tx.now });
      await tx.repo(SpaceEntity).update(space.id, { agreementVersion: version });
      await tx.repo(SpaceMemberEntity).update({ spaceId: space.id, personId: actor.personId }, { agreedVersion: version });
      const out = await this.writing.emptyCircle(tx, space.id, actor.personId);
      await tx.record('forum.spaceAgreementChanged', { spaceId: space.id, version });
      await tx.record('forum.spaceNarrowed', { spaceId: space.id, personId: null });
      return out;
    });
    for (const personId of left) this.actors.forget(personId);
    return this.byId(actor, input.spaceId);
  }

  private async narrow(tx: Tx, spaceId: string, kind: SpaceKind): Promise<void> {
    await this.writing.narrowThreads(tx, spaceId, kind);
    await tx.record('forum.spaceNarrowed', { spaceId, personId: null });
  }

  private async logStaff(tx: Tx, actor: Member, me: SpaceMemberEntity | null, action: string, id: string, details: Record<string, string> = {}): Promise<void> {
    if (isStaff(actor) && !me?.isModerator) await this.log.write(tx, { action, subject: { kind: 'space', id }, details });
  }
}

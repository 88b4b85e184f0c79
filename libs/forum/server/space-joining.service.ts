import { Injectable } from '@nestjs/common';
import { forumLimits } from '@crosscity/forum/contract';
import { Actors } from '@crosscity/identity/server';
import { type Member, type Tx, Work, newId, notFound, once, refuse } from '@crosscity/platform/server';
import { SpaceEntryEntity } from './space-people.entity';
import { type LockedSpace, SpaceWritingRepository } from './space-writing.repository';
import type { AgreeToSpaceInput, AnswerSpaceInvitationInput, AskToJoinSpaceInput } from './space.inputs';
import type { SpaceType } from './space.type';
import { SpacesService } from './spaces.service';

/** What members do for themselves: join, ask, answer, agree, leave. Repeating any of these changes nothing. */
@Injectable()
export class SpaceJoiningService {
  constructor(
    private readonly work: Work,
    private readonly spaces: SpacesService,
    private readonly writing: SpaceWritingRepository,
    private readonly actors: Actors,
  ) {}

  /** By oneself: where it is open, or for members of its cities. */
  join(actor: Member, input: AgreeToSpaceInput): Promise<SpaceType> {
    return this.act(actor, input.spaceId, async (tx, { space, me }) => {
      if (me) return;
      const fits = space.joining === 'open' || (space.joining === 'city' && actor.cityId !== null && (await this.writing.fitsCity(tx, space.id, actor.cityId)));
      if (!fits) throw refuse('forum.spaceJoining', { joining: space.joining });
      await this.refuseRemoved(tx, space.id, actor.personId);
      this.refuseClosed(space);
      this.refuseOldAgreement(space, input.agreement);
      await this.writing.enter(tx, space, actor.personId, input.agreement);
    });
  }

  async ask(actor: Member, input: AskToJoinSpaceInput): Promise<SpaceType> {
    return this.act(actor, input.spaceId, async (tx, { space, me }) => {
      await once(tx, 'askToJoinSpace', input.key, input, async () => {
        if (me) throw refuse('forum.spaceBelongs');
        if (space.joining !== 'request') throw refuse('forum.spaceJoining', { joining: space.joining });
        this.refuseClosed(space);
        this.refuseOldAgreement(space, input.agreement);
        const open = await this.writing.openEntry(tx, space.id, actor.personId, 'request');
        // A second wish is the first with other words.
        if (open) {
          await tx.repo(SpaceEntryEntity).update(open.id, { why: input.why.trim(), agreedVersion: input.agreement });
          return open.id;
        }
        const id = newId();
        await tx.repo(SpaceEntryEntity).insert({ id, spaceId: space.id, personId: actor.personId, kind: 'request', why: input.why.trim(), agreedVersion: input.agreement, at: tx.now });
        await tx.record('forum.spaceAsked', { entryId: id });
        return id;
      });
    });
  }

  /** Takes one's request back. */
  withdrawRequest(actor: Member, spaceId: string): Promise<SpaceType> {
    return this.act(actor, spaceId, async (tx) => {
      await tx.repo(SpaceEntryEntity).update({ spaceId, personId: actor.personId, kind: 'request', status: 'open' }, { status: 'withdrawn', decidedAt: tx.now });
    });
  }

  /** Null where it was declined and the space is hidden: for them it is not there any more. */
  async answerInvitation(actor: Member, input: AnswerSpaceInvitationInput): Promise<SpaceType | null> {
    const spaceId = await this.work.run(actor, async (tx) => {
      const invitation = await tx.repo(SpaceEntryEntity).findOneBy({ id: input.id, personId: actor.personId, kind: 'invitation' });
      if (!invitation || invitation.status === 'withdrawn') throw notFound();
      // The space is locked first, always; what was read before that may be old.
      const { space, me } = await this.writing.lock(tx, actor, invitation.spaceId);
      const now = await tx.repo(SpaceEntryEntity).findOneByOrFail({ id: input.id });
      const wanted = input.accept ? 'accepted' : 'refused';
      if (now.status === wanted) return space.id;
      if (now.status !== 'open') throw refuse('forum.spaceDecided', { status: now.status });
      if (input.accept) {
        this.refuseClosed(space);
        this.refuseOldAgreement(space, input.agreement ?? 0);
        if (!me) await this.writing.enter(tx, space, actor.personId, input.agreement ?? 0);
      }
      await tx.repo(SpaceEntryEntity).update({ id: input.id, status: 'open' }, { status: wanted, decidedAt: tx.now });
      return space.id;
    });
    this.actors.forget(actor.personId);
    return this.spaces.byId(actor, spaceId).catch((error: unknown) => {
      if (input.accept) throw error;
      return null;
    });
  }

  /** Accepts the agreement in the version that counts. */
  agree(actor: Member, input: AgreeToSpaceInput): Promise<SpaceType> {
    return this.act(actor, input.spaceId, async (tx, { space, me }) => {
      if (!me) throw notFound();
      this.refuseOldAgreement(space, input.agreement);
      await this.writing.agree(tx, space.id, actor.personId, input.agreement);
    });
  }

  /** Null afterwards where the space is hidden. */
  async leave(actor: Member, spaceId: string): Promise<SpaceType | null> {
    await this.work.run(actor, async (tx) => {
      const { me } = await this.writing.lock(tx, actor, spaceId);
      if (!me) return;
      if (me.isModerator && (await this.writing.otherModerators(tx, spaceId, actor.personId)) === 0) throw refuse('forum.spaceLastModerator');
      await this.writing.depart(tx, me, 'left');
      await tx.record('forum.spaceNarrowed', { spaceId, personId: actor.personId });
    });
    this.actors.forget(actor.personId);
    return this.spaces.byId(actor, spaceId).catch(() => null);
  }

  /** Takes leaving back, for some minutes: as what one was. */
  async comeBack(actor: Member, spaceId: string): Promise<SpaceType> {
    await this.work.run(actor, async (tx) => {
      // Not through `lock` by itself: a hidden space is out of sight for who left it.
      const left = await this.writing.lastDeparture(tx, spaceId, actor.personId);
      if (!left || left.kind !== 'left') throw notFound();
      if (tx.now.getTime() - left.at.getTime() > forumLimits.spaceReturnMinutes * 60_000) throw refuse('forum.spaceTooLate');
      const space = await this.writing.lockUnseen(tx, spaceId);
      if (await this.writing.member(tx, spaceId, actor.personId)) return;
      await this.writing.enter(tx, space, actor.personId, left.agreedVersion, { isModerator: left.wasModerator, joinedAt: left.joinedAt });
    });
    this.actors.forget(actor.personId);
    return this.spaces.byId(actor, spaceId);
  }

  private async act(actor: Member, spaceId: string, change: (tx: Tx, locked: LockedSpace) => Promise<void>): Promise<SpaceType> {
    await this.work.run(actor, async (tx) => change(tx, await this.writing.lock(tx, actor, spaceId)));
    this.actors.forget(actor.personId);
    return this.spaces.byId(actor, spaceId);
  }

  private refuseClosed(space: { closedAt: Date | null }): void {
    if (space.closedAt) throw refuse('forum.spaceClosed');
  }

  private refuseOldAgreement(space: { agreementVersion: number }, accepted: number): void {
    if (accepted !== space.agreementVersion) throw refuse('forum.spaceAgreement', { version: space.agreementVersion });
  }

  private async refuseRemoved(tx: Tx, spaceId: string, personId: string): Promise<void> {
    if ((await this.writing.lastDeparture(tx, spaceId, personId))?.kind === 'removed') throw refuse('forum.spaceRemoved');
  }
}

import { Injectable } from '@nestjs/common';
import { forumLimits } from '@crosscity/forum/contract';
import { ActLog, Actors } from '@crosscity/identity/server';
import { type Member, type Tx, Work, isStaff, newId, notFound, once, refuse } from '@crosscity/platform/server';
import { SpaceEntryEntity, SpaceMemberEntity } from './space-people.entity';
import { type LockedSpace, SpaceWritingRepository } from './space-writing.repository';
import type { DecideSpaceRequestInput, InviteToSpaceInput, RemoveSpaceMemberInput, SpaceMemberInput } from './space.inputs';
import type { SpaceType } from './space.type';
import { maySpace } from './spaces.policy';
import { SpacesService } from './spaces.service';

/** What those who care for a space do: admit, invite, appoint, remove. */
@Injectable()
export class SpaceCareService {
  constructor(
    private readonly work: Work,
    private readonly spaces: SpacesService,
    private readonly writing: SpaceWritingRepository,
    private readonly actors: Actors,
    private readonly log: ActLog,
  ) {}

  async decide(actor: Member, input: DecideSpaceRequestInput): Promise<SpaceType> {
    const reason = input.reason?.trim() ?? '';
    if (!input.admit && !reason) throw refuse('platform.invalid', { fields: { reason: 'isDefined' } });
    const { spaceId, personId } = await this.work.run(actor, async (tx) => {
      const found = await tx.repo(SpaceEntryEntity).findOneBy({ id: input.id, kind: 'request' });
      if (!found) throw notFound();
      const { space, me } = await this.writing.lock(tx, actor, found.spaceId);
      // Nobody lets themselves in, staff neither.
      if (!maySpace.attend(actor, space, me) || found.personId === actor.personId) throw notFound();
      const entry = await tx.repo(SpaceEntryEntity).findOneByOrFail({ id: input.id });
      const wanted = input.admit ? 'accepted' : 'refused';
      const done = { spaceId: space.id, personId: entry.personId };
      if (entry.status === wanted) return done;
      if (entry.status !== 'open') throw refuse('forum.spaceDecided', { status: entry.status });
      if (input.admit && space.closedAt) throw refuse('forum.spaceClosed');
      await tx.repo(SpaceEntryEntity).update(entry.id, { status: wanted, reason, decidedAt: tx.now });
      if (input.admit && !(await this.writing.member(tx, space.id, entry.personId))) await this.writing.enter(tx, space, entry.personId, entry.agreedVersion);
      await tx.record('forum.spaceAnswered', { entryId: entry.id });
      if (isStaff(actor) && !me?.isModerator) await this.log.write(tx, { action: input.admit ? 'forum.spaceAdmitted' : 'forum.spaceRefused', subject: { kind: 'space', id: space.id } });
      return done;
    });
    this.actors.forget(personId);
    return this.spaces.byId(actor, spaceId);
  }

  invite(actor: Member, input: InviteToSpaceInput): Promise<SpaceType> {
    return this.act(actor, input.spaceId, async (tx, { space }) => {
      await once(tx, 'inviteToSpace', input.key, input, async () => {
        if (space.closedAt) throw refuse('forum.spaceClosed');
        const personId = await this.writing.personOf(tx, { handle: input.handle });
        if (!personId) throw refuse('forum.spaceNobody');
        if (await this.writing.member(tx, space.id, personId)) throw refuse('forum.spaceBelongs');
        const open = await this.writing.openEntry(tx, space.id, personId, 'invitation');
        if (open) return open.id;
        if ((await this.writing.countOpenInvitations(tx, space.id)) >= forumLimits.spaceInvitations) throw refuse('forum.spaceTooManyInvitations', { most: forumLimits.spaceInvitations });
        const id = newId();
        await tx.repo(SpaceEntryEntity).insert({ id, spaceId: space.id, personId, kind: 'invitation', inviterVoiceId: actor.voiceId, at: tx.now });
        await tx.record('forum.spaceInvited', { entryId: id });
        return id;
      });
    });
  }

  async withdrawInvitation(actor: Member, id: string): Promise<SpaceType> {
    const spaceId = await this.work.run(actor, async (tx) => {
      const found = await tx.repo(SpaceEntryEntity).findOneBy({ id, kind: 'invitation' });
      if (!found) throw notFound();
      const { space, me } = await this.writing.lock(tx, actor, found.spaceId);
      if (!maySpace.care(space, me)) throw notFound();
      await tx.repo(SpaceEntryEntity).update({ id, status: 'open' }, { status: 'withdrawn', decidedAt: tx.now });
      return space.id;
    });
    return this.spaces.byId(actor, spaceId);
  }

  appoint(actor: Member, input: SpaceMemberInput): Promise<SpaceType> {
    return this.act(actor, input.spaceId, async (tx, { space }) => {
      const member = await this.memberOf(tx, space.id, input.memberId);
      if (member.isModerator) return;
      await tx.repo(SpaceMemberEntity).update({ spaceId: space.id, personId: member.personId }, { isModerator: true });
      await tx.record('forum.spaceAppointed', { spaceId: space.id, personId: member.personId });
    });
  }

  /** Stays a member. The last one can't: two who do it at once follow each other under the space's lock. */
  stepDown(actor: Member, spaceId: string): Promise<SpaceType> {
    return this.act(actor, spaceId, async (tx, { space }) => {
      if ((await this.writing.otherModerators(tx, space.id, actor.personId)) === 0) throw refuse('forum.spaceLastModerator');
      await tx.repo(SpaceMemberEntity).update({ spaceId: space.id, personId: actor.personId }, { isModerator: false });
    });
  }

  async remove(actor: Member, input: RemoveSpaceMemberInput): Promise<SpaceType> {
    let personId: string | null = null;
    const space = await this.act(actor, input.spaceId, async (tx, { space: { id } }) => {
      const member = await this.memberOf(tx, id, input.memberId);
      if (member.isModerator) throw refuse('platform.notAllowed');
      const departureId = await this.writing.depart(tx, member, 'removed', input.reason.trim());
      await tx.record('forum.spaceRemoved', { departureId });
      await tx.record('forum.spaceNarrowed', { spaceId: id, personId: member.personId });
      ({ personId } = member);
    });
    if (personId) this.actors.forget(personId);
    return space;
  }

  private async memberOf(tx: Tx, spaceId: string, voiceId: string): Promise<SpaceMemberEntity> {
    const personId = await this.writing.personOf(tx, { voiceId });
    const member = personId && (await this.writing.member(tx, spaceId, personId));
    if (!member) throw notFound();
    return member;
  }

  /** For moderators of the space alone. */
  private async act(actor: Member, spaceId: string, change: (tx: Tx, locked: LockedSpace) => Promise<void>): Promise<SpaceType> {
    await this.work.run(actor, async (tx) => {
      const locked = await this.writing.lock(tx, actor, spaceId);
      if (!maySpace.care(locked.space, locked.me)) throw refuse('platform.notAllowed');
      await change(tx, locked);
    });
    return this.spaces.byId(actor, spaceId);
  }
}

import { Injectable } from '@nestjs/common';
import type { Audience, SpaceKind } from '@crosscity/forum/contract';
import { Circles } from '@crosscity/identity/server';
import { type Member, type Tx, newId, notFound, refuse } from '@crosscity/platform/server';
import { SpaceDepartureEntity, SpaceEntryEntity, SpaceMemberEntity } from './space-people.entity';
import { SpaceEntity } from './space.entity';
import { audienceIn, maySpace } from './spaces.policy';

/** A space locked for a change, and what whoever acts is in it. */
export interface LockedSpace {
  space: SpaceEntity;
  me: SpaceMemberEntity | null;
}

/** Changes who belongs to a space. Always under the lock of its row, so that two acts on one space follow each other. */
@Injectable()
export class SpaceWritingRepository {
  constructor(private readonly circles: Circles) {}

  /** Refuses as not there what this actor may not know of. */
  async lock(tx: Tx, actor: Member, spaceId: string): Promise<LockedSpace> {
    const space = await tx.repo(SpaceEntity).findOne({ where: { id: spaceId }, lock: { mode: 'pessimistic_write' } });
    const me = space && (await this.member(tx, spaceId, actor.personId));
    if (!space || !maySpace.see(actor, space, me, space.kind === 'hidden' && !me && (await this.openEntry(tx, spaceId, actor.personId, 'invitation')) !== null)) throw notFound();
    return { space, me };
  }

  member(tx: Tx, spaceId: string, personId: string): Promise<SpaceMemberEntity | null> {
    return tx.repo(SpaceMemberEntity).findOneBy({ spaceId, personId });
  }

  openEntry(tx: Tx, spaceId: string, personId: string, kind: 'request' | 'invitation'): Promise<SpaceEntryEntity | null> {
    return tx.repo(SpaceEntryEntity).findOneBy({ spaceId, personId, kind, status: 'open' });
  }

  /** Lets somebody in: to the membership always, to the circle if they accepted what counts. Their open requests and invitations are answered by it. */
  async enter(tx: Tx, space: SpaceEntity, personId: string, agreedVersion: number, { isModerator = false, joinedAt = tx.now } = {}): Promise<void> {
    await tx.repo(SpaceMemberEntity).insert({ spaceId: space.id, personId, isModerator, agreedVersion, joinedAt });
    if (agreedVersion >= space.agreementVersion) await this.circles.enter(tx, space.id, personId);
    await tx.repo(SpaceEntryEntity).update({ spaceId: space.id, personId, status: 'open' }, { status: 'accepted', decidedAt: tx.now });
  }

  async agree(tx: Tx, spaceId: string, personId: string, agreedVersion: number): Promise<void> {
    await tx.repo(SpaceMemberEntity).update({ spaceId, personId }, { agreedVersion });
    await this.circles.enter(tx, spaceId, personId);
  }

  async depart(tx: Tx, member: SpaceMemberEntity, kind: 'left' | 'removed', reason = ''): Promise<string> {
    const { spaceId, personId, isModerator, agreedVersion, joinedAt } = member;
    const id = newId();
    await tx.repo(SpaceMemberEntity).delete({ spaceId, personId });
    await this.circles.leave(tx, spaceId, personId);
    await tx.repo(SpaceDepartureEntity).insert({ id, spaceId, personId, kind, reason, wasModerator: isModerator, agreedVersion, joinedAt, at: tx.now });
    return id;
  }

  lastDeparture(tx: Tx, spaceId: string, personId: string): Promise<SpaceDepartureEntity | null> {
    return tx.repo(SpaceDepartureEntity).findOne({ where: { spaceId, personId }, order: { at: 'DESC' } });
  }

  /** Everybody out of the circle but this one. They stay members. */
  async emptyCircle(tx: Tx, spaceId: string, except: string | null): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>('with gone as (delete from circle_member where circle_id = $1 and person_id is distinct from $2::uuid returning person_id) select person_id id from gone', [spaceId, except]);
    return rows.map(({ id }) => id);
  }

  /** Other moderators who can act: in good standing. */
  async otherModerators(tx: Tx, spaceId: string, personId: string): Promise<number> {
    const [found] = await tx.rows<{ count: number }>(
      `select count(*)::int count from space_member m join person p on p.id = m.person_id and p.status = 'active' where m.space_id = $1 and m.is_moderator and m.person_id <> $2`, [spaceId, personId],
    );
    return found!.count;
  }

  async personOf(tx: Tx, by: { handle: string } | { voiceId: string }): Promise<string | null> {
    const [column, value] = 'handle' in by ? ['handle', by.handle.trim().replace(/^@/, '')] : ['voice_id', by.voiceId];
    const [found] = await tx.rows<{ id: string }>(`select id from person where ${column} = $1 and status = 'active'`, [value]);
    return found?.id ?? null;
  }

  async countOpenInvitations(tx: Tx, spaceId: string): Promise<number> {
    return tx.repo(SpaceEntryEntity).countBy({ spaceId, kind: 'invitation', status: 'open' });
  }

  /** For whoever just left a space that they can't see any more. */
  async lockUnseen(tx: Tx, spaceId: string): Promise<SpaceEntity> {
    return tx.repo(SpaceEntity).findOneOrFail({ where: { id: spaceId }, lock: { mode: 'pessimistic_write' } });
  }

  async fitsCity(tx: Tx, spaceId: string, cityId: string): Promise<boolean> {
    const [found] = await tx.rows<{ there: boolean }>('select exists (select from space_city where space_id = $1 and city_id = $2) there', [spaceId, cityId]);
    return found!.there;
  }

  async hasThreads(tx: Tx, spaceId: string): Promise<boolean> {
    const [found] = await tx.rows<{ there: boolean }>('select exists (select from thread where space_id = $1) there', [spaceId]);
    return found!.there;
  }

  /** What was written keeps no reader whom the space has no more. */
  async narrowThreads(tx: Tx, spaceId: string, kind: SpaceKind): Promise<void> {
    const audience: Audience = kind === 'members' ? 'members' : 'space';
    await tx.rows(`update thread set audience = $2 where space_id = $1 and audience <> $2`, [spaceId, audience]);
  }

  async putCities(tx: Tx, spaceId: string, cityIds: readonly string[]): Promise<void> {
    await tx.rows('delete from space_city where space_id = $1 and city_id <> all($2::uuid[])', [spaceId, cityIds]);
    await tx.rows('insert into space_city (space_id, city_id) select $1, c.id from city c where c.id = any($2::uuid[]) on conflict do nothing', [spaceId, cityIds]);
  }

  /**
   * Who may read what this actor writes in the space. Locked against a new kind or agreement and against closing until it
   * is written; refuses who may not write there.
   */
  async audienceOf(tx: Tx, actor: Member, spaceId: string, wished: Audience): Promise<Audience> {
    const space = await tx.repo(SpaceEntity).findOne({ where: { id: spaceId }, lock: { mode: 'pessimistic_read' } });
    const me = space && (await this.member(tx, spaceId, actor.personId));
    if (!space || !maySpace.see(actor, space, me, false)) throw notFound();
    if (me && !maySpace.isInside(space, me)) throw refuse('forum.spaceAgreement', { version: space.agreementVersion });
    if (!me) throw refuse('forum.spaceInsideOnly');
    if (space.closedAt) throw refuse('forum.spaceClosed');
    return audienceIn(space.kind, wished);
  }
}

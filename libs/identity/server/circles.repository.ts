import { Injectable } from '@nestjs/common';
import type { Tx } from '@crosscity/platform/server';
import { CircleMemberEntity } from './circle-member.entity';

/**
 * Who belongs to which circle. It is part of the actor (`circleIds`), so that every capability can put it into its
 * conditions without a statement of its own. What a circle is called and how one gets in, its owner knows. Other nodes go by
 * what they loaded for two seconds; call `Actors.forget(personId)` after the commit for this one.
 */
@Injectable()
export class Circles {
  async enter(tx: Tx, circleId: string, personId: string): Promise<void> {
    await tx.rows('insert into circle_member (circle_id, person_id) values ($1, $2) on conflict do nothing', [circleId, personId]);
  }

  async leave(tx: Tx, circleId: string, personId: string): Promise<void> {
    await tx.repo(CircleMemberEntity).delete({ circleId, personId });
  }

  async leaveAll(tx: Tx, circleId: string): Promise<void> {
    await tx.repo(CircleMemberEntity).delete({ circleId });
  }
}

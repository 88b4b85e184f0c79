import type { Joining, SpaceKind } from '@crosscity/forum/contract';
import { SpaceEntity, SpaceMemberEntity } from '@crosscity/forum/server';
import { Actors, Circles } from '@crosscity/identity/server';
import type { MemberClient } from '@crosscity/identity/testing';
import { SYSTEM, newId } from '@crosscity/platform/server';
import type { TestApp } from '@crosscity/platform/testing';

export interface SpaceWish {
  kind: SpaceKind;
  joining?: Joining;
  name?: string;
  purpose?: string;
  moderators: readonly MemberClient[];
  members?: readonly MemberClient[];
}

/** A space without an agreement, with people inside, straight into the tables. */
export async function makeSpace(app: TestApp, { kind, joining = 'invitation', name = 'A space', purpose = '', moderators, members = [] }: SpaceWish): Promise<{ id: string; slug: string }> {
  const id = newId();
  const slug = `space-${id.slice(0, 8)}`;
  await app.work.run(SYSTEM, async (tx) => {
    await tx.repo(SpaceEntity).insert({ id, slug, name, purpose, language: 'en', kind, joining, createdAt: tx.now });
    for (const { person } of [...moderators, ...members]) {
      await tx.repo(SpaceMemberEntity).insert({ spaceId: id, personId: person.id, isModerator: moderators.some((other) => other.person.id === person.id), joinedAt: tx.now });
      await app.nest.get(Circles).enter(tx, id, person.id);
    }
  });
  for (const { person } of [...moderators, ...members]) app.nest.get(Actors).forget(person.id);
  return { id, slug };
}

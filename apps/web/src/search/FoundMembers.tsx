import { MemberCard } from '@crosscity/identity/web';
import type { SearchMembersQuery } from './SearchPage.generated';

/** Members by name; only asked for, and only fetched, where somebody is signed in. */
export function FoundMembers({ members }: { members: SearchMembersQuery['members']['items'] }) {
  return members.map((member) => (
    <li key={member.id}>
      <MemberCard member={member} heading="h3" />
    </li>
  ));
}

import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { PlatformRole } from '@crosscity/platform/server';

export const PlatformRoleEnum = { member: 'member', moderator: 'moderator', administrator: 'administrator' } as const;
registerEnumType(PlatformRoleEnum, { name: 'PlatformRole' });

@ObjectType('Viewer', { description: 'The person who asks.' })
export class ViewerType {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) handle: string;
  @Field(() => String) email: string;
  @Field(() => String) locale: string;
  @Field(() => String) timeZone: string;
  @Field(() => PlatformRoleEnum) role: PlatformRole;
  @Field(() => ID) voiceId: string;
  @Field(() => ID, { nullable: true }) cityId: string | null;
  /** Counted by `notifications`, which resolves this field. */
  @Field(() => Int) unreadCount: number;
  @Field(() => [ID], { description: 'Ids of the cities that the person cares for.' }) coordinates: string[];
}

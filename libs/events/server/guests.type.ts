import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { RegistrationStatus } from '@crosscity/events/contract';
import { VoiceType } from '@crosscity/identity/server';
import { EventType, RegistrationStatusEnum, RegistrationType } from './event.type';

@ObjectType('Guest', { description: 'Somebody who comes, or wants to. For staff only.' })
export class GuestType {
  @Field(() => ID) id: string;
  @Field(() => VoiceType) voice: VoiceType;
  @Field(() => RegistrationType) registration: RegistrationType;
}

@ObjectType('GuestCount')
export class GuestCount {
  @Field(() => RegistrationStatusEnum) status: RegistrationStatus;
  @Field(() => Int) count: number;
}

@ObjectType('GuestPage')
export class GuestPage {
  @Field(() => [GuestType]) items: GuestType[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => [GuestCount], { description: 'All guests by status, whatever the filter.' }) counts: GuestCount[];
}

@ObjectType('InviteOutcome')
export class InviteOutcome {
  @Field(() => EventType) event: EventType;
  @Field(() => Int) invited: number;
  @Field(() => [String], { description: 'Handles that no member has.' }) unknown: string[];
}

import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CityType } from '@crosscity/cities/server';
import type { EventAudience, EventKind, EventStatus, RegistrationStatus, RegistrationWay, SessionSeat } from '@crosscity/events/contract';
import { pageOf } from '@crosscity/platform/server';
import type { InvitationStatus } from './event-invitation.entity';

export const EventKindEnum = { workshop: 'workshop', roundtable: 'roundtable', meeting: 'meeting', online: 'online' } as const;
export const RegistrationWayEnum = { open: 'open', approval: 'approval', invitation: 'invitation' } as const;
export const EventStatusEnum = { draft: 'draft', published: 'published', cancelled: 'cancelled' } as const;
export const EventAudienceEnum = { public: 'public', members: 'members' } as const;
export const RegistrationStatusEnum = { requested: 'requested', confirmed: 'confirmed', waiting: 'waiting', declined: 'declined', cancelled: 'cancelled' } as const;
export const SessionSeatEnum = { wanted: 'wanted', confirmed: 'confirmed', waiting: 'waiting' } as const;
export const InvitationStatusEnum = { open: 'open', accepted: 'accepted', declined: 'declined', withdrawn: 'withdrawn' } as const;
export const BlockedByEnum = { event: 'event', city: 'city' } as const;
export const EventWhenEnum = { coming: 'coming', past: 'past', mine: 'mine' } as const;
export const DecisionEnum = { approve: 'approve', decline: 'decline' } as const;

registerEnumType(EventKindEnum, { name: 'EventKind' });
registerEnumType(RegistrationWayEnum, { name: 'RegistrationWay', description: 'How one gets a seat: at once, after staff said yes, or only when invited.' });
registerEnumType(EventStatusEnum, { name: 'EventStatus' });
registerEnumType(EventAudienceEnum, { name: 'EventAudience' });
registerEnumType(RegistrationStatusEnum, { name: 'RegistrationStatus' });
registerEnumType(SessionSeatEnum, { name: 'SessionSeat', description: '`wanted` counts once the registration is confirmed.' });
registerEnumType(InvitationStatusEnum, { name: 'InvitationStatus' });
registerEnumType(BlockedByEnum, { name: 'BlockedBy', description: 'Which full share keeps somebody waiting: of the meeting, or of their city.' });
registerEnumType(EventWhenEnum, { name: 'EventWhen' });
registerEnumType(DecisionEnum, { name: 'RegistrationDecision' });

@ObjectType('EventSession', { description: 'One line of the agenda.' })
export class EventSessionType {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) place: string;
  @Field(() => Date) startsAt: Date;
  @Field(() => Date) endsAt: Date;
  @Field(() => String, { description: "The meeting's clock, `2027-05-11T09:30`." }) startsLocal: string;
  @Field(() => String) endsLocal: string;
  @Field(() => Int, { nullable: true, description: 'Places; null where everybody fits.' }) limit: number | null;
  @Field(() => Int, { nullable: true }) placesLeft: number | null;
}

@ObjectType('EventRights')
export class EventRights {
  @Field(() => Boolean) register: boolean;
  @Field(() => Boolean, { description: 'Edit, publish, cancel, invite, decide: staff.' }) edit: boolean;
  @Field(() => Boolean, { description: 'See who comes: staff, and nobody else.' }) seeGuests: boolean;
}

@ObjectType('RegistrationSession')
export class RegistrationSessionType {
  @Field(() => ID) sessionId: string;
  @Field(() => String) title: string;
  @Field(() => SessionSeatEnum) seat: SessionSeat;
}

@ObjectType('RegistrationStep', { description: 'What became of a registration, and why.' })
export class RegistrationStepType {
  @Field(() => Date) at: Date;
  @Field(() => String) happened: string;
  @Field(() => String, { nullable: true }) reason: string | null;
}

@ObjectType('RegistrationRights')
export class RegistrationRights {
  @Field(() => Boolean) cancel: boolean;
  @Field(() => Boolean, { description: 'Take a cancellation back.' }) restore: boolean;
  @Field(() => Boolean) change: boolean;
}

@ObjectType('Registration', { description: "One person's place at one meeting. Only that person and staff see it." })
export class RegistrationType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Read aloud at the door, such as K7M9-P2Q5.' }) code: string;
  @Field(() => RegistrationStatusEnum) status: RegistrationStatus;
  @Field(() => Int, { nullable: true, description: 'Place in line, from 1.' }) placeInLine: number | null;
  @Field(() => BlockedByEnum, { nullable: true }) blockedBy: 'event' | 'city' | null;
  @Field(() => String, { nullable: true, description: 'Private: food, access, help.' }) needs: string | null;
  @Field(() => String, { nullable: true, description: "Staff's words for a no." }) reason: string | null;
  @Field(() => String, { description: 'Name of the city whose share it counts in.' }) cityName: string;
  @Field(() => [RegistrationSessionType]) sessions: RegistrationSessionType[];
  @Field(() => Date) createdAt: Date;
  @Field(() => Date, { nullable: true, description: 'Until when a cancellation can be taken back.' }) undoUntil: Date | null;
  @Field(() => RegistrationRights) viewerCan: RegistrationRights;
  eventId: string;
}

@ObjectType('Event', { description: 'A meeting with a date and a place.' })
export class EventType {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => EventKindEnum) kind: EventKind;
  @Field(() => EventStatusEnum) status: EventStatus;
  @Field(() => String) title: string;
  @Field(() => String) summary: string;
  @Field(() => String, { description: 'HTML.' }) aboutHtml: string;
  @Field(() => String, { description: 'Language of the texts (BCP 47).' }) language: string;
  @Field(() => CityType) city: CityType;
  @Field(() => String, { description: 'Where in the city; empty until it is known.' }) place: string;
  @Field(() => String, { description: 'IANA name.' }) timeZone: string;
  @Field(() => Date) startsAt: Date;
  @Field(() => Date) endsAt: Date;
  @Field(() => Date) closesAt: Date;
  @Field(() => String, { description: "The meeting's clock, `2027-05-11T09:30`." }) startsLocal: string;
  @Field(() => String) endsLocal: string;
  @Field(() => String) closesLocal: string;
  @Field(() => [String], { description: 'Spoken there (BCP 47).' }) languages: string[];
  @Field(() => Boolean, { description: 'Under the Chatham House rule: nobody says who came or who said what.' }) chathamHouse: boolean;
  @Field(() => EventAudienceEnum) audience: EventAudience;
  @Field(() => RegistrationWayEnum) way: RegistrationWay;
  @Field(() => Int) limit: number;
  @Field(() => Int) placesLeft: number;
  @Field(() => Int, { nullable: true, description: "A city's share; null where cities have none." }) seatsPerCity: number | null;
  @Field(() => Int, { nullable: true, description: "What is left of the share of the viewer's city." }) placesLeftForMyCity: number | null;
  @Field(() => String, { nullable: true, description: "The viewer's city: a seat of theirs counts in its share." }) viewerCityName: string | null;
  @Field(() => String, { nullable: true }) cancelledBecause: string | null;
  @Field(() => [EventSessionType]) sessions: EventSessionType[];
  @Field(() => RegistrationType, { nullable: true, description: "The viewer's newest, whatever became of it." }) viewerRegistration: RegistrationType | null;
  @Field(() => InvitationStatusEnum, { nullable: true }) viewerInvitation: InvitationStatus | null;
  @Field(() => EventRights) viewerCan: EventRights;
  @Field(() => Int, { description: 'Send it back with an edit.' }) version: number;
  /** Markdown, for the editor; see EventsResolver. */
  about: string;
  calendarSequence: number;
}

export const EventPage = pageOf(EventType, 'EventPage');
export const RegistrationPage = pageOf(RegistrationType, 'RegistrationPage');

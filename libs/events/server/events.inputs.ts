import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { type EventAudience, type EventKind, type RegistrationStatus, type RegistrationWay, eventsLimits } from '@crosscity/events/contract';
import { CONTENT_LANGUAGES, platformLimits } from '@crosscity/platform/contract';
import { IsPlainLine, IsStorableText, PageArgs } from '@crosscity/platform/server';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsEnum, IsIn, IsInt, IsOptional, IsString, IsTimeZone, IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { DecisionEnum, EventAudienceEnum, EventKindEnum, EventWhenEnum, RegistrationStatusEnum, RegistrationWayEnum } from './event.type';

/** `2027-05-11T09:30`: what a clock on the wall shows. The zone is the meeting's. */
const LOCAL_TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const languages = Object.keys(CONTENT_LANGUAGES);

@ArgsType()
export class EventsArgs extends PageArgs {
  @Field(() => EventWhenEnum, { defaultValue: 'coming' })
  @IsEnum(EventWhenEnum)
  when: 'coming' | 'past' | 'mine' = 'coming';
}

@ArgsType()
export class MyRegistrationsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false })
  @IsBoolean()
  past: boolean = false;
}

@InputType()
export class RegisterForEventInput {
  @Field(() => String) @IsString() @MaxLength(platformLimits.key) @MinLength(8)
  key: string;

  @Field(() => ID) @IsUUID()
  eventId: string;

  @Field(() => [ID], { nullable: true, description: 'Sessions with limited places that one chooses.' })
  @IsOptional() @IsUUID('4', { each: true }) @ArrayMaxSize(eventsLimits.sessions) @ArrayUnique()
  sessionIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Wait for a session that is full, instead of being refused.' })
  @IsOptional() @IsBoolean()
  waitForSessions?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Private. Staff read it; it is forgotten 30 days after the meeting.' })
  @IsOptional() @IsString() @MaxLength(eventsLimits.needs) @IsStorableText()
  needs?: string | null;
}

@InputType()
export class AddGuestInput extends RegisterForEventInput {
  @Field(() => String, { description: 'Handle of the member.' }) @IsString() @MaxLength(40)
  handle: string;
}

@InputType()
export class RegistrationIdInput {
  @Field(() => ID) @IsUUID()
  id: string;
}

@InputType()
export class ChangeSessionsInput extends RegistrationIdInput {
  @Field(() => [ID]) @IsUUID('4', { each: true }) @ArrayMaxSize(eventsLimits.sessions) @ArrayUnique()
  sessionIds: string[];

  @Field(() => Boolean, { nullable: true }) @IsOptional() @IsBoolean()
  waitForSessions?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Left out: stays as it is.' })
  @IsOptional() @IsString() @MaxLength(eventsLimits.needs) @IsStorableText()
  needs?: string | null;
}

@InputType()
export class DecideRegistrationInput extends RegistrationIdInput {
  @Field(() => DecisionEnum) @IsEnum(DecisionEnum)
  decision: 'approve' | 'decline';

  @Field(() => String, { nullable: true, description: 'Words for the person, needed for a no.' })
  @IsOptional() @IsString() @MaxLength(eventsLimits.reason) @IsStorableText()
  reason?: string | null;
}

@InputType()
export class InviteToEventInput {
  @Field(() => String) @IsString() @MaxLength(platformLimits.key) @MinLength(8)
  key: string;

  @Field(() => ID) @IsUUID()
  eventId: string;

  @Field(() => [String], { description: 'Handles of members.' })
  @IsString({ each: true }) @MaxLength(40, { each: true }) @ArrayMaxSize(100)
  handles: string[];
}

@InputType()
export class AnswerInvitationInput {
  @Field(() => String) @IsString() @MaxLength(platformLimits.key) @MinLength(8)
  key: string;

  @Field(() => ID) @IsUUID()
  eventId: string;

  @Field(() => Boolean) @IsBoolean()
  accept: boolean;
}

@InputType()
export class EventSessionInput {
  @Field(() => ID, { nullable: true, description: 'Of a session that is there already.' }) @IsOptional() @IsUUID()
  id?: string | null;

  @Field(() => String) @IsString() @MinLength(1) @MaxLength(eventsLimits.sessionTitle) @IsPlainLine()
  title: string;

  @Field(() => String) @IsString() @MaxLength(eventsLimits.sessionPlace) @IsPlainLine()
  place: string;

  @Field(() => String, { description: "The meeting's clock, `2027-05-11T09:30`." }) @Matches(LOCAL_TIME)
  startsLocal: string;

  @Field(() => String) @Matches(LOCAL_TIME)
  endsLocal: string;

  @Field(() => Int, { nullable: true, description: 'Places; null where everybody fits.' }) @IsOptional() @IsInt() @Min(1) @Max(eventsLimits.seats)
  limit?: number | null;
}

@InputType()
export class EventFields {
  @Field(() => String, { description: 'Last part of the address.' }) @IsString() @MaxLength(eventsLimits.slug) @Matches(SLUG)
  slug: string;

  @Field(() => ID) @IsUUID()
  cityId: string;

  @Field(() => EventKindEnum) @IsEnum(EventKindEnum)
  kind: EventKind;

  @Field(() => String) @IsString() @MinLength(3) @MaxLength(eventsLimits.title) @IsPlainLine()
  title: string;

  @Field(() => String) @IsString() @MaxLength(eventsLimits.summary) @IsStorableText()
  summary: string;

  @Field(() => String, { description: 'Markdown.' }) @IsString() @MaxLength(eventsLimits.about) @IsStorableText()
  about: string;

  @Field(() => String) @IsIn(languages)
  language: string;

  @Field(() => String) @IsString() @MaxLength(eventsLimits.place) @IsPlainLine()
  place: string;

  @Field(() => String, { description: 'IANA name.' }) @IsTimeZone()
  timeZone: string;

  @Field(() => String, { description: "The meeting's clock, `2027-05-11T09:30`." }) @Matches(LOCAL_TIME)
  startsLocal: string;

  @Field(() => String) @Matches(LOCAL_TIME)
  endsLocal: string;

  @Field(() => String, { description: 'When registration closes.' }) @Matches(LOCAL_TIME)
  closesLocal: string;

  @Field(() => [String]) @IsIn(languages, { each: true }) @ArrayMaxSize(eventsLimits.languages) @ArrayUnique()
  languages: string[];

  @Field(() => Boolean) @IsBoolean()
  chathamHouse: boolean;

  @Field(() => EventAudienceEnum) @IsEnum(EventAudienceEnum)
  audience: EventAudience;

  @Field(() => RegistrationWayEnum) @IsEnum(RegistrationWayEnum)
  way: RegistrationWay;

  @Field(() => Int) @IsInt() @Min(1) @Max(eventsLimits.seats)
  limit: number;

  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(eventsLimits.seats)
  seatsPerCity?: number | null;

  @Field(() => [EventSessionInput]) @ValidateNested({ each: true }) @Type(() => EventSessionInput) @ArrayMaxSize(eventsLimits.sessions)
  sessions: EventSessionInput[];
}

@InputType()
export class CreateEventInput extends EventFields {
  @Field(() => String) @IsString() @MaxLength(platformLimits.key) @MinLength(8)
  key: string;
}

/** The whole meeting as it shall be: the editor sends everything, `version` tells whether somebody else saved first. */
@InputType()
export class EditEventInput extends EventFields {
  @Field(() => ID) @IsUUID()
  id: string;

  @Field(() => Int) @IsInt()
  version: number;
}

@InputType()
export class EventIdInput {
  @Field(() => ID) @IsUUID()
  id: string;
}

@InputType()
export class CancelEventInput extends EventIdInput {
  @Field(() => String, { description: 'Why, for everybody who has a place.' }) @IsString() @MinLength(3) @MaxLength(eventsLimits.reason) @IsStorableText()
  reason: string;
}

@InputType()
export class GuestFilter {
  @Field(() => RegistrationStatusEnum, { nullable: true }) @IsOptional() @IsEnum(RegistrationStatusEnum)
  status?: RegistrationStatus | null;

  @Field(() => String, { nullable: true, description: 'In the name or the city.' }) @IsOptional() @IsString() @MaxLength(eventsLimits.search) @IsStorableText()
  text?: string | null;
}

@ArgsType()
export class GuestsArgs extends PageArgs {
  @Field(() => ID) @IsUUID()
  eventId: string;

  @Field(() => GuestFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => GuestFilter)
  filter?: GuestFilter | null;
}

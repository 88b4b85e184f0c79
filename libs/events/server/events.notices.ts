import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Fact } from '@crosscity/platform/contract';
import { type Actor, FactBook, Jobs, Log, type Notice, Notices, SYSTEM, Signals, Subjects, type Subject, isStaff } from '@crosscity/platform/server';
import { Calendars } from './calendar/calendars';
import type { EventType } from './event.type';
import { may } from './events.policy';
import { EventsRepository } from './events.repository';
import { EventsService } from './events.service';
import { RegistrationReads, type Told } from './registration-reads.repository';
import { Seats } from './seats.repository';

const REGISTRATION_FACTS = ['events.registrationAccepted', 'events.registrationWaiting', 'events.registrationPromoted', 'events.registrationDeclined', 'events.registrationCancelled', 'events.sessionPromoted'] as const;
type RegistrationFact = (typeof REGISTRATION_FACTS)[number];

/** Facts that are told while they are true: a promotion that was cancelled a second later is no news. */
const TRUE_WHILE: Partial<Record<RegistrationFact, Told['status']>> = {
  'events.registrationAccepted': 'confirmed', 'events.registrationPromoted': 'confirmed', 'events.sessionPromoted': 'confirmed',
  'events.registrationWaiting': 'waiting', 'events.registrationDeclined': 'declined', 'events.registrationCancelled': 'cancelled',
};

/** What this capability tells others: who is to hear of its facts, what its things are called, where to look again. */
@Injectable()
export class EventsNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly subjects: Subjects,
    private readonly facts: FactBook,
    private readonly signals: Signals,
    private readonly jobs: Jobs,
    private readonly log: Log,
    private readonly events: EventsRepository,
    private readonly registrations: RegistrationReads,
    private readonly calendars: Calendars,
    private readonly seats: Seats,
    private readonly service: EventsService,
  ) {}

  onModuleInit(): void {
    this.notices.sourceOfMany(REGISTRATION_FACTS, (facts) => this.ofRegistrations(facts));
    this.notices.source('events.registrationRequested', (fact) => this.ofRequest(fact.data.registrationId));
    this.notices.source('events.eventChanged', (fact) => this.ofEvent(fact.data.eventId));
    this.notices.source('events.eventCancelled', (fact) => this.ofEvent(fact.data.eventId));
    this.notices.source('events.invited', (fact) => this.ofInvitation(fact.data.invitationId));
    this.registerSubjects();
    this.registerSignals();
    this.jobs.on('events.recount', () => this.recount(), '23 3 * * *');
    this.jobs.on('events.forgetNeeds', () => this.service.forgetNeeds(), '41 3 * * *');
  }

  private async ofRegistrations(facts: readonly Fact<RegistrationFact>[]): Promise<Map<string, Notice[]>> {
    const told = new Map((await this.registrations.told(facts.map(({ data }) => data.registrationId))).map((one) => [one.registrationId, one]));
    const events = await this.events.byIds(SYSTEM, [...new Set([...told.values()].map(({ eventId }) => eventId))]);
    return new Map(facts.map(({ id, kind, data }): [string, Notice[]] => {
      const one = told.get(data.registrationId);
      const event = one && events.get(one.eventId);
      if (!one || !event || one.status !== TRUE_WHILE[kind]) return [id, []];
      // The calendar entry appears with a seat and goes with it. Who only waited never had one.
      const hasEntry = one.status === 'confirmed' || (one.calendarSequence > 0 && one.status !== 'waiting');
      return [id, [this.notice(one, event, hasEntry && kind !== 'events.sessionPromoted')]];
    }));
  }

  /** The person is told that staff will look; staff that there is something to decide. */
  private async ofRequest(id: string): Promise<Notice[]> {
    const [told] = await this.registrations.told([id]);
    const event = told && (await this.event(told.eventId));
    if (!told || !event || told.status !== 'requested') return [];
    const staff = (await this.registrations.staffIds()).filter((personId) => personId !== told.personId);
    return [
      this.notice(told, event, false),
      ...staff.map((personId): Notice => ({
        to: { personId }, reason: 'staff', subject: { kind: 'event', id: event.id }, group: `requests:${event.id}`, values: {}, path: `/staff/events/${event.slug}/guests?status=requested`, mail: 'never',
      })),
    ];
  }

  private async ofEvent(eventId: string): Promise<Notice[]> {
    const event = await this.event(eventId);
    if (!event) return [];
    return (await this.registrations.toldOfEvent(eventId)).map((told) => this.notice(told, event, told.status === 'confirmed'));
  }

  private async ofInvitation(invitationId: string): Promise<Notice[]> {
    const invited = await this.registrations.invited(invitationId);
    const event = invited && (await this.event(invited.eventId));
    if (!invited || !event) return [];
    return [{ to: { personId: invited.personId }, reason: 'invited', subject: { kind: 'event', id: event.id }, group: `event:${event.id}`, values: whenOf(event), path: `/events/${event.slug}`, mail: 'now' }];
  }

  private notice(told: Told, event: EventType, withCalendar: boolean): Notice {
    return {
      to: { personId: told.personId },
      reason: 'registered',
      subject: { kind: 'registration', id: told.registrationId },
      group: `event:${event.id}`,
      values: { ...whenOf(event), code: told.code, status: told.status, ...(told.placeInLine === null ? {} : { placeInLine: told.placeInLine }) },
      path: `/me/registrations/${told.code}`,
      mail: 'now',
      ...(withCalendar ? { calendar: this.calendars.invitation(event, told) } : {}),
    };
  }

  private async event(id: string): Promise<EventType | null> {
    return (await this.events.byIds(SYSTEM, [id])).get(id) ?? null;
  }

  private registerSubjects(): void {
    this.subjects.register({
      kind: 'event',
      load: async (actor, ids) => new Map([...(await this.events.byIds(actor, ids))].map(([id, { title, language, slug, chathamHouse }]) => [id, { kind: 'event', id, title, language, path: `/events/${slug}`, isDiscreet: chathamHouse }])),
      followers: async () => [],
    });
    this.subjects.register({ kind: 'registration', load: (actor, ids) => this.registrationSubjects(actor, ids), followers: async () => [] });
  }

  private async registrationSubjects(actor: Actor, ids: readonly string[]): Promise<Map<string, Subject>> {
    const rows = await this.registrations.subjects(ids, actor.kind === 'member' ? actor.personId : null);
    return new Map(rows.filter(({ own }) => own || isStaff(actor)).map(({ id, title, language, own, code, slug, discreet }) => [
      id, { kind: 'registration', id, title, language, path: own || actor.kind === 'system' ? `/me/registrations/${code}` : `/staff/events/${slug}/guests`, isDiscreet: discreet },
    ]));
  }

  /** Places left change for everybody who looks at the meeting. */
  private registerSignals(): void {
    this.signals.roomRule('event', async (actor, id) => {
      const event = (await this.events.byIds(actor, [id])).get(id);
      return event !== undefined && may.see(actor, event);
    });
    const look = (id: string) => this.signals.toRoom({ kind: 'event', id }, { kind: 'event', id });
    this.facts.onMany([...REGISTRATION_FACTS, 'events.registrationRequested'], 'events.signal', async (facts) => {
      for (const eventId of await this.registrations.eventsOf(facts.map(({ data }) => data.registrationId))) look(eventId);
    });
    for (const kind of ['events.eventPublished', 'events.eventChanged', 'events.eventCancelled'] as const) {
      this.facts.on(kind, 'events.signal', async (fact) => look(fact.data.eventId));
    }
  }

  /** Counters against rows. A difference is a fault of the program: it is reported, never mended silently. */
  private async recount(): Promise<void> {
    const miscounts = await this.seats.miscounts();
    if (miscounts.length > 0) this.log.error({ miscounts }, 'seats are miscounted');
  }
}

function whenOf(event: EventType): Record<string, string> {
  return { startsAt: event.startsAt.toISOString(), timeZone: event.timeZone, city: event.city.name };
}
